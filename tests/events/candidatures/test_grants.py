"""A grant from its award to its payment: who may, in which order, what is written and sent."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
import time_machine
from post_office.models import Email

from events.candidatures import grants
from events.candidatures.decisions import decide
from events.candidatures.errors import InConflict, InvalidMove, NotAllowed, NotAwardable, ReasonMissing, Unfit
from events.candidatures.models import Candidature, ConflictOfInterest, Decision, Grant, LogEntry
from events.candidatures.states import GRANT_TRANSITIONS, State
from events.models import EventPage
from tests.events.candidatures.dossiers import file_for, instructor, team
from tests.events.candidatures.granting import signed, state, subjects

pytestmark = pytest.mark.django_db


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


@pytest.mark.parametrize("awarded", [Decimal("8000.01"), Decimal("0"), Decimal("9000")])
def test_a_decision_that_awards_too_much_decides_nothing(ours, actor, awarded):
    granted = file_for(ours, state=State.IN_REVIEW, grant_amount=Decimal("9000"))
    with pytest.raises(NotAwardable):
        decide(granted, State.GRANT, actor, "Motif.", awarded)
    assert (Candidature.objects.get().state, Decision.objects.count(), Grant.objects.count()) == ("in_review", 0, 0)
    assert (LogEntry.objects.count(), Email.objects.count(), EventPage.objects.count()) == (0, 0, 0)


def test_exactly_eighty_per_cent_is_awarded(ours, actor):
    granted = file_for(ours, state=State.IN_REVIEW, grant_amount=Decimal("9000"))
    decide(granted, State.GRANT, actor, "Motif.", Decimal("8000.00"))
    assert Grant.objects.get().awarded == Decimal("8000.00")


def test_the_convention_is_signed_once_both_sides_have(granted, actor):
    with time_machine.travel(datetime(2027, 1, 10, 9, 0, tzinfo=UTC), tick=False):
        with pytest.raises(InvalidMove):
            grants.sign(granted, granted.porteur, date(2027, 1, 9), by_team=False)  # not sent yet
        grants.send_convention(granted, actor)
        grants.sign(granted, granted.porteur, date(2027, 1, 9), by_team=False)
        assert state() == "to_sign"
        with pytest.raises(Unfit):
            grants.sign(granted, actor, date(2027, 1, 11), by_team=True)  # to come
        grants.sign(granted, actor, date(2027, 1, 10), by_team=True)
    assert state() == "signed"
    number = granted.number
    assert subjects() == [
        f"Votre candidature {number} : la convention est à signer",
        f"{number} : du nouveau pour la subvention",
        f"Votre candidature {number} : la convention est signée",
    ]
    assert [entry.detail for entry in granted.log.filter(action="convention")] == [
        "Envoyée pour signature.",
        "Signée par la structure le 9\u00a0janvier\u00a02027.",
        "Signée par le programme le 10\u00a0janvier\u00a02027.",
    ]


def test_the_day_of_the_page_counts_where_the_event_moved(granted, actor):
    signed(granted, actor)
    event = EventPage.objects.get()
    event.start_date, event.end_date = date(2027, 7, 1), date(2027, 7, 2)
    event.save()
    assert grants.note_events_held(date(2027, 6, 12)) == 0
    assert grants.note_events_held(date(2027, 7, 3)) == 1


def test_a_grant_is_void_with_a_reason_and_the_label_stays(granted, actor):
    with pytest.raises(ReasonMissing):
        grants.void(granted, actor, " ")
    grants.void(granted, actor, "L’événement n’aura pas lieu.")
    assert (state(), Candidature.objects.get().state) == ("void", "grant")
    assert "L’événement n’aura pas lieu." in Email.objects.get().message
    with pytest.raises(InvalidMove):
        grants.send_convention(granted, actor)


def test_strangers_touch_no_grant(granted, actor):
    other = instructor(team("Équipe B"), email="b@example.org")
    for do in (
        lambda: grants.send_convention(granted, other),
        lambda: grants.sign(granted, other, date(2026, 1, 1), by_team=True),
        lambda: grants.sign(granted, other, date(2026, 1, 1), by_team=False),
        lambda: grants.submit_report(granted, "financial", other, "", Decimal(1)),
        lambda: grants.review_report(granted, "financial", other, accepted=True),
        lambda: grants.pay(granted, other, date(2026, 1, 1)),
        lambda: grants.void(granted, other, "Motif."),
        lambda: grants.pay(granted, granted.porteur, date(2026, 1, 1)),
    ):
        with pytest.raises(NotAllowed):
            do()
    assert (state(), Email.objects.count()) == ("to_sign", 0)


def test_somebody_in_conflict_touches_no_grant(granted, actor):
    ConflictOfInterest.objects.create(candidature=granted, person=actor, reason="Famille.")
    with pytest.raises(InConflict):
        grants.send_convention(granted, actor)
