"""The three reports of a grant, and the payment that they open."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
import time_machine
from post_office.models import Email

from events.candidatures import grants
from events.candidatures.errors import InvalidMove, ReasonMissing, Unfit
from events.candidatures.models import Grant, Report
from tests.events.candidatures.granting import signed, state, subjects

pytestmark = pytest.mark.django_db


BEFORE, AFTER = datetime(2027, 6, 11, 20, 0, tzinfo=UTC), datetime(2027, 6, 12, 9, 0, tzinfo=UTC)
"""On the event's last day, and the day after it (it is held on 10 and 11 June 2027)."""


def send_all(granted):
    grants.submit_report(granted, "financial", granted.porteur, "Bilan.", Decimal("10000"))
    grants.submit_report(granted, "quantitative", granted.porteur, "200 personnes.")
    grants.submit_report(granted, "qualitative", granted.porteur, "Réussi.")


def accept_all(granted, actor):
    for kind in Report.Kind.values:
        grants.review_report(granted, kind, actor, accepted=True)


def test_a_label_with_grant_opens_the_ledger_with_its_three_reports(granted):
    grant = granted.grant
    assert (grant.budget, grant.asked, grant.awarded, grant.max_share, grant.state) == (
        Decimal("10000.00"),
        Decimal("5000.00"),
        Decimal("5000.00"),
        Decimal("80.00"),
        "to_sign",
    )
    assert list(grant.reports.values_list("kind", "state")) == [
        ("financial", "expected"),
        ("quantitative", "expected"),
        ("qualitative", "expected"),
    ]


def test_the_sweep_asks_for_reports_after_the_last_day_and_once(granted, actor):
    signed(granted, actor)
    Email.objects.all().delete()
    assert (grants.note_events_held(date(2027, 6, 11)), state()) == (0, "signed")
    assert (grants.note_events_held(date(2027, 6, 12)), state()) == (1, "held")
    assert grants.note_events_held(date(2027, 6, 12)) == 0
    assert subjects() == [f"Votre candidature {granted.number} : vos trois bilans sont attendus"]


def test_no_report_is_taken_before_the_end_of_the_event(granted, actor):
    signed(granted, actor)
    with time_machine.travel(BEFORE, tick=False), pytest.raises(InvalidMove):
        grants.submit_report(granted, "quantitative", granted.porteur, "Trop tôt.")
    assert set(Report.objects.values_list("state", flat=True)) == {"expected"}


@time_machine.travel(AFTER, tick=False)
def test_three_accepted_reports_make_a_payment_possible_and_nothing_less(granted, actor):
    signed(granted, actor)
    with pytest.raises(InvalidMove):
        grants.pay(granted, actor, date(2027, 6, 12))
    send_all(granted)
    assert state() == "reported"
    for kind in ("financial", "quantitative"):
        grants.review_report(granted, kind, actor, accepted=True)
        with pytest.raises(InvalidMove):
            grants.pay(granted, actor, date(2027, 6, 12))
    grants.review_report(granted, "qualitative", actor, accepted=True)
    assert state() == "to_pay"
    grant = grants.pay(granted, actor, date(2027, 6, 12))
    assert (grant.state, grant.payable, grant.paid_on) == ("paid", Decimal("5000.00"), date(2027, 6, 12))
    assert subjects()[-1] == f"Votre candidature {granted.number} : la subvention est versée"
    with pytest.raises(InvalidMove, match="par Ada Exemple"):
        grants.pay(granted, actor, date(2027, 6, 12))


@time_machine.travel(AFTER, tick=False)
def test_an_event_that_cost_less_is_paid_less(granted, actor):
    signed(granted, actor)
    send_all(granted)
    grants.submit_report(granted, "financial", granted.porteur, "Corrigé.", Decimal("6000.00"))
    accept_all(granted, actor)
    grant = Grant.objects.get()
    assert (grant.final_budget, grant.payable) == (Decimal("6000.00"), Decimal("4800.00"))


@time_machine.travel(AFTER, tick=False)
def test_an_event_that_cost_nothing_is_not_paid(granted, actor):
    signed(granted, actor)
    send_all(granted)
    grants.submit_report(granted, "financial", granted.porteur, "Rien.", Decimal(0))
    accept_all(granted, actor)
    with pytest.raises(Unfit):
        grants.pay(granted, actor, date(2027, 6, 12))
    assert state() == "to_pay"


@time_machine.travel(AFTER, tick=False)
def test_a_report_is_sent_back_with_a_remark_and_sent_again(granted, actor):
    signed(granted, actor)
    send_all(granted)
    with pytest.raises(ReasonMissing):
        grants.review_report(granted, "qualitative", actor, accepted=False, remark="  ")
    report = grants.review_report(granted, "qualitative", actor, accepted=False, remark="Manque les suites.")
    assert (report.state, report.remark, report.reviewed_by, state()) == (
        "sent_back",
        "Manque les suites.",
        actor,
        "held",
    )
    assert "Manque les suites." in Email.objects.order_by("pk").last().message
    again = grants.submit_report(granted, "qualitative", granted.porteur, "Avec les suites.")
    assert (again.state, again.version, again.field_id, state()) == (
        "received",
        2,
        "report-qualitative-2",
        "reported",
    )


@time_machine.travel(AFTER, tick=False)
def test_an_accepted_report_is_closed_to_both(granted, actor):
    signed(granted, actor)
    send_all(granted)
    grants.review_report(granted, "financial", actor, accepted=True)
    with pytest.raises(InvalidMove):
        grants.submit_report(granted, "financial", granted.porteur, "Encore.", Decimal(1))
    with pytest.raises(InvalidMove, match="par Ada Exemple"):
        grants.review_report(granted, "financial", actor, accepted=False, remark="Non.")
    assert Grant.objects.get().final_budget == Decimal("10000.00")


@time_machine.travel(AFTER, tick=False)
@pytest.mark.parametrize("budget", [None, Decimal("-0.01")])
def test_the_financial_report_states_what_was_spent(granted, actor, budget):
    signed(granted, actor)
    with pytest.raises(Unfit):
        grants.submit_report(granted, "financial", granted.porteur, "Bilan.", budget)
