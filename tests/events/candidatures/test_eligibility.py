"""The three tiers at their boundaries. No database: the module is pure."""

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from events.candidatures.eligibility import BRAND, GRANT, SUPPORT, Eligibility, Facts, Rules, assess, requirements

RULES = Rules()
FULL = Facts(
    charter=True,
    event_start=date(2026, 10, 8),
    audience=150,
    venue_capacity=150,
    local_authority_support=True,
    budget_total=Decimal("10000.00"),
    grant_requested=True,
    grant_amount=Decimal("8000.00"),
)
IN_TIME = date(2026, 6, 8)


def met(facts: Facts, filed_on: date = IN_TIME) -> tuple[bool, bool, bool]:
    found = assess(facts, RULES, filed_on)
    return found.tier(BRAND).met, found.tier(SUPPORT).met, found.tier(GRANT).met


def test_a_file_that_meets_every_criterion_reaches_the_three_tiers() -> None:
    assert met(FULL) == (True, True, True)


def test_without_the_charter_nothing_is_granted() -> None:
    assert met(replace(FULL, charter=False)) == (False, False, False)


def test_a_brand_only_request_needs_the_charter_alone() -> None:
    assert met(Facts(charter=True)) == (True, False, False)


@pytest.mark.parametrize(
    ("event_start", "last_day"),
    [
        (date(2026, 10, 8), date(2026, 6, 8)),
        (date(2026, 6, 30), date(2026, 2, 28)),
        (date(2028, 6, 30), date(2028, 2, 29)),
        (date(2028, 6, 29), date(2028, 2, 29)),
        (date(2026, 10, 31), date(2026, 6, 30)),
        (date(2026, 3, 31), date(2025, 11, 30)),
        (date(2026, 4, 30), date(2025, 12, 30)),
        (date(2026, 5, 1), date(2026, 1, 1)),
    ],
)
def test_the_last_filing_day_is_four_calendar_months_before_clamped_to_its_month(
    event_start: date, last_day: date
) -> None:
    assert RULES.last_filing_day(event_start) == last_day


@pytest.mark.parametrize(
    ("filed_on", "in_time"),
    [(date(2026, 6, 7), True), (date(2026, 6, 8), True), (date(2026, 6, 9), False)],
    ids=["a day early", "exactly four months", "a day late"],
)
def test_a_grant_wants_four_months_and_support_does_not(filed_on: date, in_time: bool) -> None:
    assert met(FULL, filed_on) == (True, True, in_time)


@pytest.mark.parametrize(
    ("filed_on", "in_time"),
    [(date(2026, 2, 28), True), (date(2026, 3, 1), False)],
)
def test_an_event_on_30_june_is_filed_by_the_end_of_february(filed_on: date, in_time: bool) -> None:
    assert met(replace(FULL, event_start=date(2026, 6, 30)), filed_on)[2] is in_time


@pytest.mark.parametrize(("audience", "enough"), [(149, False), (150, True), (151, True), (None, False)])
def test_support_wants_150_people(audience: int | None, enough: bool) -> None:
    assert met(replace(FULL, audience=audience, venue_capacity=500)) == (True, enough, enough)


@pytest.mark.parametrize(("capacity", "enough"), [(199, False), (200, True), (None, False)])
def test_the_venue_holds_the_people_expected(capacity: int | None, enough: bool) -> None:
    assert met(replace(FULL, audience=200, venue_capacity=capacity)) == (True, enough, enough)


def test_a_venue_for_a_small_audience_still_holds_the_threshold() -> None:
    found = assess(replace(FULL, audience=100, venue_capacity=149), RULES, IN_TIME).tier(SUPPORT)

    assert found.reasons == [
        "Il manque 50\u00a0personnes\u00a0: le public attendu est de 150\u00a0personnes au moins.",
        "Il manque 1\u00a0place dans le lieu pour accueillir 150\u00a0personnes.",
    ]


@pytest.mark.parametrize(("support", "enough"), [(None, False), (False, False), (True, True)])
def test_support_wants_one_local_authority(support: bool | None, enough: bool) -> None:
    assert met(replace(FULL, local_authority_support=support)) == (True, enough, enough)


@pytest.mark.parametrize(
    ("amount", "budget", "within"),
    [
        ("8000.00", "10000.00", True),
        ("8001.00", "10000.00", False),
        ("8000.01", "10000.00", False),
        ("80.00", "100.00", True),
        ("80.01", "100.00", False),
        ("266.66", "333.33", True),
        ("266.67", "333.33", False),
        ("0.00", "100.00", False),
        ("10.00", "0.00", False),
        (None, "100.00", False),
        ("10.00", None, False),
    ],
)
def test_a_grant_is_at_most_80_percent_of_a_budget_above_zero(
    amount: str | None, budget: str | None, within: bool
) -> None:
    facts = replace(
        FULL, grant_amount=amount and Decimal(amount), budget_total=Decimal(budget) if budget is not None else None
    )

    assert met(facts) == (True, True, within)


def test_what_is_over_the_ceiling_is_told_the_ceiling() -> None:
    facts = replace(FULL, budget_total=Decimal("333.33"), grant_amount=Decimal("300"))

    assert assess(facts, RULES, IN_TIME).tier(GRANT).reasons == [
        "Demandez 266,66\u00a0€ au plus\u00a0: la subvention est limitée à 80\u00a0% du budget."
    ]


def test_each_missing_criterion_of_support_says_how_to_mend_it() -> None:
    facts = replace(FULL, audience=127, local_authority_support=False, venue_capacity=None)

    assert assess(facts, RULES, IN_TIME).tier(SUPPORT).reasons == [
        "Il manque le soutien d’au moins une collectivité.",
        "Il manque 23\u00a0personnes\u00a0: le public attendu est de 150\u00a0personnes au moins.",
        "Indiquez la capacité du lieu\u00a0: 150\u00a0places au moins.",
    ]


def test_a_late_file_is_told_the_day_it_missed() -> None:
    assert assess(FULL, RULES, date(2026, 6, 9)).tier(GRANT).reasons == [
        "Une subvention se demande 4\u00a0mois avant le premier jour\u00a0: il fallait déposer le "
        "8\u00a0juin\u00a02026 au plus tard. Une date plus lointaine la rend possible."
    ]


def test_who_asks_for_no_grant_is_told_only_that() -> None:
    facts = replace(FULL, grant_requested=False, grant_amount=None, budget_total=None)

    assert assess(facts, RULES, IN_TIME).tier(GRANT).reasons == ["Aucune subvention n’est demandée."]


def test_a_met_tier_says_why() -> None:
    assert assess(FULL, RULES, IN_TIME).tier(GRANT).reasons == [
        "Une subvention est demandée.",
        "Dossier déposé à temps\u00a0: la limite était le 8\u00a0juin\u00a02026.",
        "Le budget total est indiqué.",
        "Le montant demandé ne dépasse pas 80\u00a0% du budget.",
    ]


def test_the_outcome_goes_through_json_with_the_rules_of_its_day() -> None:
    rules = Rules(version=7, notice_months=5, min_audience=120, max_share=Decimal("75.50"))
    found = assess(FULL, rules, IN_TIME)

    stored = json.loads(json.dumps(found.to_json()))

    assert stored["rules"] == {"version": 7, "notice_months": 5, "min_audience": 120, "max_share": "75.50"}
    assert stored["filed_on"] == "2026-06-08"
    assert Eligibility.from_json(stored) == found


def test_the_call_states_what_each_tier_asks_for() -> None:
    assert [(tier["label"], tier["needs"]) for tier in requirements(RULES)] == [
        ("La marque", ["Accepter la charte."]),
        (
            "L’accompagnement",
            [
                "Avoir le soutien d’au moins une collectivité.",
                "Attendre 150\u00a0personnes au moins.",
                "Disposer d’un lieu qui les accueille.",
            ],
        ),
        (
            "La subvention",
            [
                "Réunir les critères de l’accompagnement.",
                "Déposer 4\u00a0mois au moins avant le premier jour.",
                "Demander 80\u00a0% du budget total au plus.",
            ],
        ),
    ]
