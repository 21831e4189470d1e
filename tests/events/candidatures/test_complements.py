"""Complements: the team reopens some answers, the porteur changes those alone, the file comes back."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from post_office.models import Email

from events.candidatures import complements
from events.candidatures.demo_dossier import field_id
from events.candidatures.errors import InvalidMove, NotAllowed, ReasonMissing, Unfit
from events.candidatures.models import Candidature, CandidaturePage, Complement
from events.candidatures.states import State
from nec_cms.models import User
from tests.events.candidatures.dossiers import instructor, person, team
from tests.factories.candidatures import CandidatureFactory

pytestmark = pytest.mark.django_db
CAPACITY, TITLE, OBJECTIVE = field_id("venue_capacity"), field_id("title"), field_id("objective")


@pytest.fixture
def ours(home):
    return team()


@pytest.fixture
def actor(ours):
    return instructor(ours)


@pytest.fixture
def file(ours):
    made = CandidatureFactory(team=ours, state=State.IN_REVIEW, venue_capacity=100, title="NEC Avant")
    made.form_data |= {CAPACITY: 100, OBJECTIVE: "Un but."}
    made.porteur = person(made.contact_email)
    made.save()
    return made


def in_ten_days() -> date:
    return timezone.localdate() + timedelta(days=10)


def ask(file, actor, fields=(CAPACITY,)) -> Complement:
    return complements.ask(file, fields, "La salle est trop petite.", in_ten_days(), actor)


def page(file) -> str:
    return reverse("candidatures:complement", args=[file.pk])


def test_asking_reopens_fields_tells_the_porteur_and_keeps_who_asked(file, actor):
    complement = ask(file, actor, [CAPACITY, OBJECTIVE])
    file.refresh_from_db()
    assert (file.state, file.assignee) == (State.COMPLEMENT, actor)
    assert set(complements.open_complement(file).fields) == {CAPACITY, OBJECTIVE}
    mail = Email.objects.get()
    assert mail.to == [file.contact_email]
    for words in ("La salle est trop petite.", "- Capacité du lieu", "- Objectif de l’événement", page(file)):
        assert words in mail.message
    assert complement.answered_at is None


@pytest.mark.parametrize("fields", [[], ["inconnu"], [CAPACITY, "inconnu"]])
def test_only_questions_of_the_file_are_reopened(file, actor, fields):
    with pytest.raises(Unfit):
        ask(file, actor, fields)
    assert (Candidature.objects.get().state, Complement.objects.count()) == (State.IN_REVIEW, 0)


@pytest.mark.parametrize("days", [-1, 0, 181])
def test_the_day_is_to_come_and_within_reach(file, actor, days):
    with pytest.raises(Unfit):
        complements.ask(file, [CAPACITY], "Motif.", timezone.localdate() + timedelta(days=days), actor)


def test_a_reason_is_due(file, actor):
    with pytest.raises(ReasonMissing):
        complements.ask(file, [CAPACITY], "  ", in_ten_days(), actor)


def test_the_porteur_changes_the_named_answers_and_no_other(file, actor, client):
    ask(file, actor)
    client.force_login(file.porteur)
    text = client.get(page(file)).content.decode()
    assert (f'name="{CAPACITY}"' in text, f'name="{TITLE}"' in text) == (True, False)
    sent = {CAPACITY: "250", TITLE: "NEC Pirate", OBJECTIVE: "Autre.", "comment": "Une plus grande salle."}
    response = client.post(page(file), sent)
    assert (response.status_code, response.url) == (303, reverse("candidatures:candidature", args=[file.pk]))
    file.refresh_from_db()
    assert (file.state, file.venue_capacity, file.title, file.form_data[CAPACITY]) == (
        State.IN_REVIEW,
        250,
        "NEC Avant",
        250,
    )
    assert file.form_data[OBJECTIVE] == "Un but."
    assert file.assignee == actor


def test_the_answer_comes_back_to_the_same_person_and_the_porteur_is_thanked(file, actor, client):
    ask(file, actor)
    Email.objects.all().delete()
    client.force_login(file.porteur)
    client.post(page(file), {CAPACITY: "250"})
    assert [(mail.to, mail.subject) for mail in Email.objects.order_by("pk")] == [
        ([actor.email], f"{file.number} : le complément est arrivé"),
        ([file.contact_email], f"Votre candidature {file.number} : complément bien reçu"),
    ]


def test_the_difference_is_shown_to_the_team(file, actor, client):
    ask(file, actor, [CAPACITY, OBJECTIVE])
    client.force_login(file.porteur)
    client.post(page(file), {CAPACITY: "1250", OBJECTIVE: "Un but.", "comment": "<b>Voilà</b>"})
    complement = Complement.objects.get()
    file.refresh_from_db()
    assert sorted(complements.diff(complement, file), key=lambda each: each["label"]) == [
        {"label": "Capacité du lieu", "before": ["100"], "after": ["1\u202f250"], "changed": True},
        {"label": "Objectif de l’événement", "before": ["Un but."], "after": ["Un but."], "changed": False},
    ]
    client.force_login(actor)
    text = client.get(reverse("candidatures_desk:exchanges", args=[file.pk])).content.decode()
    for words in ("<del>100</del>", "<ins>1\u202f250</ins>", "&lt;b&gt;Voilà&lt;/b&gt;", "J’ai lu ce complément"):
        assert words in text, words


def test_the_tiers_are_computed_anew_with_the_rules_and_day_of_filing(file, actor, client):
    assert [tier["met"] for tier in file.eligibility["tiers"]][1] is False
    filed_on = file.eligibility["filed_on"]
    ask(file, actor)
    client.force_login(file.porteur)
    client.post(page(file), {CAPACITY: "300"})
    file.refresh_from_db()
    assert ([tier["met"] for tier in file.eligibility["tiers"]][1], file.eligibility["filed_on"]) == (True, filed_on)


def test_an_answer_that_is_not_valid_changes_nothing(file, actor, client):
    ask(file, actor)
    client.force_login(file.porteur)
    response = client.post(page(file), {CAPACITY: "beaucoup"})
    assert (response.status_code, Candidature.objects.get().state) == (422, State.COMPLEMENT)
    assert "Écrivez un nombre entier" in response.content.decode()


def test_a_second_answer_meets_a_conflict(file, actor, client):
    complement = ask(file, actor)
    client.force_login(file.porteur)
    assert client.post(page(file), {CAPACITY: "250"}).status_code == 303
    assert client.post(page(file), {CAPACITY: "9"}).status_code == 409
    with pytest.raises(InvalidMove):
        complements.answer(complement, None, file.porteur, "Encore.")
    assert Candidature.objects.get().venue_capacity == 250


def test_somebody_else_finds_no_page_and_answers_nothing(file, actor, client):
    complement = ask(file, actor)
    stranger = User.objects.create_user("autre@example.org")
    client.force_login(stranger)
    assert [client.get(page(file)).status_code, client.post(page(file), {CAPACITY: "1"}).status_code] == [404, 404]
    with pytest.raises(NotAllowed):
        complements.answer(complement, None, stranger, "Moi.")


def test_questions_that_the_editor_removed_are_answered_in_a_word(file, actor, client):
    ask(file, actor)
    CandidaturePage.objects.update(steps=[])
    client.force_login(file.porteur)
    assert client.post(page(file), {"comment": ""}).status_code == 422
    assert client.post(page(file), {"comment": "Deux cent cinquante places."}).status_code == 303
    assert Complement.objects.get().comment == "Deux cent cinquante places."
