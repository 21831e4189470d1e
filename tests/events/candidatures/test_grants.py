"""A grant from its award to its payment: who may, in which order, what is written and sent."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
import time_machine
from post_office.models import Email

from events.candidatures import grants
from events.candidatures.decisions import decide
from events.candidatures.errors import InConflict, InvalidMove, NotAllowed, NotAwardable, ReasonMissing, Unfit
from events.candidatures.models import Candidature, ConflictOfInterest, Decision, Grant, LogEntry, Report
from events.candidatures.states import GRANT_TRANSITIONS, State
from events.models import EventPage
from tests.events.candidatures.dossiers import event_index, file_for, instructor, team

pytestmark = pytest.mark.django_db
BEFORE, AFTER = datetime(2027, 6, 11, 20, 0, tzinfo=UTC), datetime(2027, 6, 12, 9, 0, tzinfo=UTC)
"""On the event's last day, and the day after it (it is held on 10 and 11 June 2027)."""


@pytest.fixture
def ours(home):
    event_index(home)
    return team()


@pytest.fixture
def actor(ours):
    return instructor(ours)


@pytest.fixture
def file(ours, actor):
    """A file that was labelled with a grant of 5 000 euros, on a budget of 10 000."""
    made = file_for(ours, state=State.IN_REVIEW)
    with time_machine.travel(datetime(2026, 12, 1, 9, 0, tzinfo=UTC), tick=False):
        decide(made, State.GRANT, actor, "Motif.")
    Email.objects.all().delete()
    return Candidature.objects.get(pk=made.pk)


def signed(file, actor):
    with time_machine.travel(datetime(2027, 1, 10, 9, 0, tzinfo=UTC), tick=False):
        grants.send_convention(file, actor)
        grants.sign(file, file.porteur, date(2027, 1, 9), by_team=False)
        return grants.sign(file, actor, date(2027, 1, 10), by_team=True)


def send_all(file):
    grants.submit_report(file, "financial", file.porteur, "Bilan.", Decimal("10000"))
    grants.submit_report(file, "quantitative", file.porteur, "200 personnes.")
    grants.submit_report(file, "qualitative", file.porteur, "Réussi.")


def accept_all(file, actor):
    for kind in Report.Kind.values:
        grants.review_report(file, kind, actor, accepted=True)


def state() -> str:
    return Grant.objects.get().state


def subjects() -> list[str]:
    return [email.subject for email in Email.objects.order_by("pk")]


def test_the_table_of_moves_is_the_one_the_team_agreed_on():
    assert {source.value: {target.value for target in targets} for source, targets in GRANT_TRANSITIONS.items()} == {
        "to_sign": {"signed", "void"},
        "signed": {"held", "void"},
        "held": {"reported", "void"},
        "reported": {"held", "to_pay", "void"},
        "to_pay": {"paid", "void"},
        "paid": set(),
        "void": set(),
    }


def test_a_label_with_grant_opens_the_ledger_with_its_three_reports(file):
    grant = file.grant
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


@pytest.mark.parametrize("awarded", [Decimal("8000.01"), Decimal("0"), Decimal("9000")])
def test_a_decision_that_awards_too_much_decides_nothing(ours, actor, awarded):
    file = file_for(ours, state=State.IN_REVIEW, grant_amount=Decimal("9000"))
    with pytest.raises(NotAwardable):
        decide(file, State.GRANT, actor, "Motif.", awarded)
    assert (Candidature.objects.get().state, Decision.objects.count(), Grant.objects.count()) == ("in_review", 0, 0)
    assert (LogEntry.objects.count(), Email.objects.count(), EventPage.objects.count()) == (0, 0, 0)


def test_exactly_eighty_per_cent_is_awarded(ours, actor):
    file = file_for(ours, state=State.IN_REVIEW, grant_amount=Decimal("9000"))
    decide(file, State.GRANT, actor, "Motif.", Decimal("8000.00"))
    assert Grant.objects.get().awarded == Decimal("8000.00")


def test_the_convention_is_signed_once_both_sides_have(file, actor):
    with time_machine.travel(datetime(2027, 1, 10, 9, 0, tzinfo=UTC), tick=False):
        with pytest.raises(InvalidMove):
            grants.sign(file, file.porteur, date(2027, 1, 9), by_team=False)  # not sent yet
        grants.send_convention(file, actor)
        grants.sign(file, file.porteur, date(2027, 1, 9), by_team=False)
        assert state() == "to_sign"
        with pytest.raises(Unfit):
            grants.sign(file, actor, date(2027, 1, 11), by_team=True)  # to come
        grants.sign(file, actor, date(2027, 1, 10), by_team=True)
    assert state() == "signed"
    number = file.number
    assert subjects() == [
        f"Votre candidature {number} : la convention est à signer",
        f"{number} : du nouveau pour la subvention",
        f"Votre candidature {number} : la convention est signée",
    ]
    assert [entry.detail for entry in file.log.filter(action="convention")] == [
        "Envoyée pour signature.",
        "Signée par la structure le 9\u00a0janvier\u00a02027.",
        "Signée par le programme le 10\u00a0janvier\u00a02027.",
    ]


def test_the_sweep_asks_for_reports_after_the_last_day_and_once(file, actor):
    signed(file, actor)
    Email.objects.all().delete()
    assert (grants.note_events_held(date(2027, 6, 11)), state()) == (0, "signed")
    assert (grants.note_events_held(date(2027, 6, 12)), state()) == (1, "held")
    assert grants.note_events_held(date(2027, 6, 12)) == 0
    assert subjects() == [f"Votre candidature {file.number} : vos trois bilans sont attendus"]


def test_the_day_of_the_page_counts_where_the_event_moved(file, actor):
    signed(file, actor)
    event = EventPage.objects.get()
    event.start_date, event.end_date = date(2027, 7, 1), date(2027, 7, 2)
    event.save()
    assert grants.note_events_held(date(2027, 6, 12)) == 0
    assert grants.note_events_held(date(2027, 7, 3)) == 1


def test_no_report_is_taken_before_the_end_of_the_event(file, actor):
    signed(file, actor)
    with time_machine.travel(BEFORE, tick=False), pytest.raises(InvalidMove):
        grants.submit_report(file, "quantitative", file.porteur, "Trop tôt.")
    assert set(Report.objects.values_list("state", flat=True)) == {"expected"}


@time_machine.travel(AFTER, tick=False)
def test_three_accepted_reports_make_a_payment_possible_and_nothing_less(file, actor):
    signed(file, actor)
    with pytest.raises(InvalidMove):
        grants.pay(file, actor, date(2027, 6, 12))
    send_all(file)
    assert state() == "reported"
    for kind in ("financial", "quantitative"):
        grants.review_report(file, kind, actor, accepted=True)
        with pytest.raises(InvalidMove):
            grants.pay(file, actor, date(2027, 6, 12))
    grants.review_report(file, "qualitative", actor, accepted=True)
    assert state() == "to_pay"
    grant = grants.pay(file, actor, date(2027, 6, 12))
    assert (grant.state, grant.payable, grant.paid_on) == ("paid", Decimal("5000.00"), date(2027, 6, 12))
    assert subjects()[-1] == f"Votre candidature {file.number} : la subvention est versée"
    with pytest.raises(InvalidMove, match="par Ada Exemple"):
        grants.pay(file, actor, date(2027, 6, 12))


@time_machine.travel(AFTER, tick=False)
def test_an_event_that_cost_less_is_paid_less(file, actor):
    signed(file, actor)
    send_all(file)
    grants.submit_report(file, "financial", file.porteur, "Corrigé.", Decimal("6000.00"))
    accept_all(file, actor)
    grant = Grant.objects.get()
    assert (grant.final_budget, grant.payable) == (Decimal("6000.00"), Decimal("4800.00"))


@time_machine.travel(AFTER, tick=False)
def test_an_event_that_cost_nothing_is_not_paid(file, actor):
    signed(file, actor)
    send_all(file)
    grants.submit_report(file, "financial", file.porteur, "Rien.", Decimal(0))
    accept_all(file, actor)
    with pytest.raises(Unfit):
        grants.pay(file, actor, date(2027, 6, 12))
    assert state() == "to_pay"


@time_machine.travel(AFTER, tick=False)
def test_a_report_is_sent_back_with_a_remark_and_sent_again(file, actor):
    signed(file, actor)
    send_all(file)
    with pytest.raises(ReasonMissing):
        grants.review_report(file, "qualitative", actor, accepted=False, remark="  ")
    report = grants.review_report(file, "qualitative", actor, accepted=False, remark="Manque les suites.")
    assert (report.state, report.remark, report.reviewed_by, state()) == (
        "sent_back",
        "Manque les suites.",
        actor,
        "held",
    )
    assert "Manque les suites." in Email.objects.order_by("pk").last().message
    again = grants.submit_report(file, "qualitative", file.porteur, "Avec les suites.")
    assert (again.state, again.version, again.field_id, state()) == (
        "received",
        2,
        "report-qualitative-2",
        "reported",
    )


@time_machine.travel(AFTER, tick=False)
def test_an_accepted_report_is_closed_to_both(file, actor):
    signed(file, actor)
    send_all(file)
    grants.review_report(file, "financial", actor, accepted=True)
    with pytest.raises(InvalidMove):
        grants.submit_report(file, "financial", file.porteur, "Encore.", Decimal(1))
    with pytest.raises(InvalidMove, match="par Ada Exemple"):
        grants.review_report(file, "financial", actor, accepted=False, remark="Non.")
    assert Grant.objects.get().final_budget == Decimal("10000.00")


@time_machine.travel(AFTER, tick=False)
@pytest.mark.parametrize("budget", [None, Decimal("-0.01")])
def test_the_financial_report_states_what_was_spent(file, actor, budget):
    signed(file, actor)
    with pytest.raises(Unfit):
        grants.submit_report(file, "financial", file.porteur, "Bilan.", budget)


def test_a_grant_is_void_with_a_reason_and_the_label_stays(file, actor):
    with pytest.raises(ReasonMissing):
        grants.void(file, actor, " ")
    grants.void(file, actor, "L’événement n’aura pas lieu.")
    assert (state(), Candidature.objects.get().state) == ("void", "grant")
    assert "L’événement n’aura pas lieu." in Email.objects.get().message
    with pytest.raises(InvalidMove):
        grants.send_convention(file, actor)


def test_strangers_touch_no_grant(file, actor):
    other = instructor(team("Équipe B"), email="b@example.org")
    for do in (
        lambda: grants.send_convention(file, other),
        lambda: grants.sign(file, other, date(2026, 1, 1), by_team=True),
        lambda: grants.sign(file, other, date(2026, 1, 1), by_team=False),
        lambda: grants.submit_report(file, "financial", other, "", Decimal(1)),
        lambda: grants.review_report(file, "financial", other, accepted=True),
        lambda: grants.pay(file, other, date(2026, 1, 1)),
        lambda: grants.void(file, other, "Motif."),
        lambda: grants.pay(file, file.porteur, date(2026, 1, 1)),
    ):
        with pytest.raises(NotAllowed):
            do()
    assert (state(), Email.objects.count()) == ("to_sign", 0)


def test_somebody_in_conflict_touches_no_grant(file, actor):
    ConflictOfInterest.objects.create(candidature=file, person=actor, reason="Famille.")
    with pytest.raises(InConflict):
        grants.send_convention(file, actor)
