"""The money of a grant, at its boundaries."""

from decimal import Decimal

import pytest

from events.candidatures.grant_arithmetic import award_problem, ceiling, payable, share

SHARE = Decimal("80.00")


@pytest.mark.parametrize(
    ("budget", "most"),
    [("10000.00", "8000.00"), ("0.01", "0.00"), ("0.02", "0.01"), ("33.33", "26.66"), ("0", "0.00"), ("-5", "0.00")],
)
def test_the_ceiling_is_rounded_down_to_the_cent(budget, most):
    assert ceiling(Decimal(budget), SHARE) == Decimal(most)


@pytest.mark.parametrize(
    ("awarded", "fits"), [("8000.00", True), ("8000.01", False), ("7999.99", True), ("0", False), ("-1", False)]
)
def test_exactly_eighty_per_cent_may_be_awarded_and_no_cent_more(awarded, fits):
    problem = award_problem(Decimal(awarded), Decimal("9000"), Decimal("10000"), SHARE)
    assert (problem == "") is fits


def test_no_more_than_asked_is_awarded():
    assert award_problem(Decimal("5000.01"), Decimal("5000"), Decimal("10000"), SHARE) == (
        "Le dossier demande 5\u202f000\u00a0€ : on n’accorde pas davantage."
    )


@pytest.mark.parametrize("budget", [None, Decimal(0), Decimal("-1")])
def test_nothing_is_awarded_without_a_budget_above_zero(budget):
    assert award_problem(Decimal(1), Decimal(1), budget, SHARE).startswith("Sans budget supérieur à zéro")


@pytest.mark.parametrize("asked", [None, Decimal(0)])
def test_nothing_is_awarded_to_a_file_that_asks_for_nothing(asked):
    assert award_problem(Decimal(1), asked, Decimal(100), SHARE) == "Le dossier ne demande pas de subvention."


@pytest.mark.parametrize(
    ("final", "paid"),
    [("10000", "8000.00"), ("12000", "8000.00"), ("9999.99", "7999.99"), ("5000", "4000.00"), ("0", "0.00")],
)
def test_the_cap_applies_again_to_what_was_spent(final, paid):
    assert payable(Decimal("8000.00"), Decimal(final), SHARE) == Decimal(paid)


def test_the_share_of_a_budget_of_nothing_is_nothing():
    assert (share(Decimal(8), Decimal(10)), share(Decimal(8), Decimal(0))) == (Decimal("80.00"), Decimal("0.00"))
