"""One door for what happens to a file: who may, what leads where, and what is written and sent."""

import itertools

import pytest
from post_office.models import Email
from wagtail.models import Page

from events.candidatures import letters
from events.candidatures.decisions import REASONED, decide, move, reassign
from events.candidatures.errors import AlreadyDecided, InvalidMove, NoEventIndex, NotAllowed, ReasonMissing
from events.candidatures.models import Candidature, Decision, LogEntry
from events.candidatures.states import DECISIONS, LABELLED, TRANSITIONS, State
from events.models import EventPage
from nec_cms.models import User
from tests.events.candidatures.dossiers import event_index, file_for, instructor, person, team

pytestmark = pytest.mark.django_db

ALLOWED = {(source, target) for source, targets in TRANSITIONS.items() for target in targets}


@pytest.fixture
def ours(db):
    return team()


@pytest.fixture
def actor(ours):
    return instructor(ours)


@pytest.fixture
def index(home):
    return event_index(home)


def plain(text: str) -> str:
    """The text with plain spaces, one where there are several: typography is tested elsewhere."""
    return " ".join(text.split())


def mails() -> list[tuple[list[str], str]]:
    return [(email.to, email.subject) for email in Email.objects.order_by("pk")]


def test_the_table_of_moves_is_the_one_the_team_agreed_on():
    decisions = {"brand", "support", "grant", "refused"}
    expected = {
        "draft": {"filed"},
        "filed": decisions | {"in_review", "withdrawn", "closed"},
        "in_review": decisions | {"complement", "withdrawn", "closed"},
        "complement": {"in_review", "withdrawn", "closed"},
    }
    assert {(source, target) for source, targets in expected.items() for target in targets} == ALLOWED


@pytest.mark.parametrize(("source", "target"), [*itertools.product(State, State)])
def test_each_pair_of_states_is_taken_or_refused_as_the_table_says(source, target, ours, actor, index):
    file = file_for(ours, state=source)
    if source == State.DRAFT:
        with pytest.raises(NotAllowed):  # a draft is its author's alone
            move(file, target, actor, "Parce que.")
        expected = source
    elif (source, target) in ALLOWED:
        assert move(file, target, actor, "Parce que.").state == target
        expected = target
    else:
        with pytest.raises(InvalidMove):
            move(file, target, actor, "Parce que.")
        expected = source
    assert Candidature.objects.get().state == expected
    assert Decision.objects.count() == (expected == target != source and target in DECISIONS)


@pytest.mark.parametrize("target", sorted(REASONED))
@pytest.mark.parametrize("reason", ["", "  \n"])
def test_a_state_that_wants_a_reason_is_not_entered_without(target, reason, ours, actor, index):
    file = file_for(ours, state=State.IN_REVIEW)
    with pytest.raises(ReasonMissing):
        move(file, target, actor, reason)
    assert (Candidature.objects.get().state, LogEntry.objects.count(), mails()) == (State.IN_REVIEW, 0, [])


def test_instruction_begins_without_a_reason(ours, actor):
    file = move(file_for(ours), State.IN_REVIEW, actor)
    assert list(file.log.values_list("action", "from_state", "to_state", "detail", "actor")) == [
        ("moved", "filed", "in_review", "", actor.pk)
    ]
    assert mails() == [
        ([file.contact_email], f"Votre candidature {file.number} est en cours d’instruction"),
    ]


@pytest.mark.parametrize("outcome", sorted(DECISIONS - LABELLED))
def test_a_decision_without_label_writes_its_record_and_one_mail(outcome, ours, actor):
    file = file_for(ours, state=State.IN_REVIEW)
    decision = decide(file, outcome, actor, " Motif. ")
    assert (decision.outcome, decision.reason, decision.decided_by) == (outcome, "Motif.", actor)
    assert list(file.log.values_list("action", "from_state", "to_state", "detail")) == [
        ("decided", "in_review", outcome, "Motif.")
    ]
    assert [to for to, _ in mails()] == [[file.contact_email]]
    assert EventPage.objects.count() == 0
    assert Candidature.objects.get().porteur.email == file.contact_email


@pytest.mark.parametrize("outcome", sorted(LABELLED))
def test_a_label_drafts_the_event_and_tells_applicant_and_team(outcome, ours, actor, index):
    file = file_for(ours, state=State.IN_REVIEW)
    decision = decide(file, outcome, actor, "Motif.")
    event = decision.candidature.event
    money = [("grant", "5\u202f000\u00a0€ accordés.")] if outcome == "grant" else []
    assert [(entry.action, entry.detail) for entry in file.log.all()] == [
        ("decided", "Motif."),
        *money,
        ("drafted", "NEC Essai"),
    ]
    assert mails() == [
        (["equipe-a@example.org"], f"{file.number} : la page « NEC Essai » est à relire et à publier"),
        (
            [file.contact_email],
            f"Votre candidature {file.number} est labellisée, avec "
            + {"support": "accompagnement", "grant": "subvention"}[outcome],
        ),
    ]
    assert f"/admin/pages/{event.pk}/edit/" in Email.objects.first().message


def test_the_mail_of_a_decision_says_what_why_and_what_next(ours, actor, index):
    file = file_for(ours, state=State.IN_REVIEW, title="NEC d’essai & <cie>")
    decide(file, State.SUPPORT, actor, "Un projet « ouvert » & solide.")
    mail = Email.objects.get(to=file.contact_email)
    assert mail.headers == {"Reply-To": "equipe-a@example.org"}
    text = plain(mail.message)
    assert "Ce qui est décidé : le label Numérique en Commun[s], avec l’accompagnement du programme." in text
    assert "Pourquoi : Un projet « ouvert » & solide. Et maintenant :" in text
    assert "« NEC d’essai & <cie> »" in text
    assert "http://127.0.0.1:8000/espace-porteur/" in text
    assert letters.preview(file, State.SUPPORT, "Un projet « ouvert » & solide.").split() == (
        f"{mail.subject}\n\n{mail.message}".split()
    )


def test_every_state_that_a_file_can_enter_has_its_mail(ours):
    file = file_for(ours)
    for state in {target for _, target in ALLOWED} - {State.FILED}:  # filing has its own
        subject, body = letters.preview(file, state, "Motif.").split("\n", 1)
        assert file.number in subject
        assert "/espace-porteur/" in body


def test_the_brand_stays_in_the_mail_of_a_refusal_only_where_the_charter_was_accepted(ours):
    kept = "la marque Numérique en Commun[s] vous reste ouverte"
    assert kept in letters.preview(file_for(ours, charter=True), State.REFUSED, "Motif.")
    assert kept not in letters.preview(file_for(ours, charter=False), State.REFUSED, "Motif.")


def test_the_second_of_two_decisions_sees_the_first(ours, actor):
    other = instructor(ours, email="autre@example.org")
    file = file_for(ours, state=State.IN_REVIEW)
    stale = Candidature.objects.get(pk=file.pk)
    first = decide(file, State.BRAND, actor, "Première.")
    with pytest.raises(AlreadyDecided, match=r"déjà été décidé par Ada Exemple le .* «.Usage de la marque.»") as caught:
        decide(stale, State.REFUSED, other, "Seconde.")
    assert caught.value.decision == first
    assert list(Decision.objects.values_list("outcome", "reason")) == [("brand", "Première.")]
    assert len(mails()) == 1


def test_decide_takes_decisions_only(ours, actor):
    with pytest.raises(InvalidMove):
        decide(file_for(ours), State.IN_REVIEW, actor, "Motif.")


def test_a_label_on_a_site_without_a_page_for_events_changes_nothing(ours, actor):
    file = file_for(ours, state=State.IN_REVIEW)
    with pytest.raises(NoEventIndex):
        decide(file, State.SUPPORT, actor, "Motif.")
    assert (Candidature.objects.get().state, Decision.objects.count(), mails()) == (State.IN_REVIEW, 0, [])
    assert LogEntry.objects.count() == 0


def test_strangers_to_the_team_move_nothing(ours):
    other_team = team("Équipe B")
    strangers = [
        instructor(other_team, email="b@example.org"),
        person("redaction@example.org", "Rédaction", teams=(ours,)),
        person("porteur@example.org"),
        person("parti@example.org", "Instruction", teams=(ours,), is_active=False),
    ]
    file = file_for(ours, porteur=User.objects.get(email="porteur@example.org"))
    for stranger in strangers:
        with pytest.raises(NotAllowed):
            move(file, State.IN_REVIEW, stranger)
        with pytest.raises(NotAllowed):
            decide(file, State.BRAND, stranger, "Motif.")
        with pytest.raises(NotAllowed):
            reassign(file, other_team, stranger, "Motif.")
    assert (Candidature.objects.get().state, LogEntry.objects.count()) == (State.FILED, 0)


def test_a_superuser_may_decide_for_any_team(ours):
    chief = person("admin@example.org", is_superuser=True)
    assert decide(file_for(ours), State.BRAND, chief, "Motif.").decided_by == chief


def test_a_file_without_address_is_decided_without_mail_nor_account(ours, actor):
    decision = decide(file_for(ours, contact_email=""), State.BRAND, actor, "Motif.")
    assert (decision.candidature.porteur, mails()) == (None, [])


def test_reassigning_tells_the_new_team_and_closes_the_file_to_the_former(ours, actor):
    theirs = team("Équipe B", email="equipe-b@example.org")
    file = reassign(file_for(ours), theirs, actor, "Territoire voisin.")
    assert Candidature.objects.get().team == theirs
    assert [(entry.action, entry.detail) for entry in file.log.all()] == [
        ("reassigned", "De « Équipe A » à « Équipe B ». Territoire voisin.")
    ]
    assert mails() == [(["equipe-b@example.org"], f"{file.number} vous est confié : NEC Essai")]
    with pytest.raises(NotAllowed):
        move(file, State.IN_REVIEW, actor)


def test_reassigning_wants_a_reason_and_another_team(ours, actor):
    file = file_for(ours)
    with pytest.raises(ReasonMissing):
        reassign(file, team("Équipe B"), actor, " ")
    with pytest.raises(InvalidMove, match="déjà confié"):
        reassign(file, ours, actor, "Motif.")
    assert LogEntry.objects.count() == 0


def test_the_log_is_never_changed_nor_removed(ours, actor):
    entry = move(file_for(ours), State.IN_REVIEW, actor).log.get()
    entry.detail = "Réécrit"
    with pytest.raises(TypeError):
        entry.save()
    with pytest.raises(TypeError):
        entry.delete()
    assert LogEntry.objects.get().detail == ""


def test_a_page_that_holds_files_cannot_be_deleted_under_them(ours, home):
    file = file_for(ours, page=Page.objects.get(pk=home.pk))
    with pytest.raises(Exception, match="protected"):
        home.delete()
    assert Candidature.objects.get() == file
