"""Conflicts of interest: declared, or found; a person in one reads the file and touches nothing."""

import pytest
from django.urls import reverse

from events.candidatures import conflicts, decisions, exchanges, reviews
from events.candidatures.errors import InConflict, ReasonMissing, Unfit
from events.candidatures.models import Candidature, InstructorProfile, Review
from events.candidatures.states import State
from tests.events.candidatures.dossiers import file_for, instructor, person, team

pytestmark = pytest.mark.django_db


@pytest.fixture
def ours(db):
    return team()


@pytest.fixture
def actor(ours):
    return instructor(ours)


@pytest.mark.parametrize(
    ("person_email", "contact", "near"),
    [
        ("ines@agence.exemple.fr", "lou@agence.exemple.fr", True),
        ("Ines@AGENCE.exemple.fr", "lou@agence.exemple.fr", True),
        ("ines@agence.exemple.fr", "lou@autre.exemple.fr", False),
        ("ines@gmail.com", "lou@gmail.com", False),
        ("ines@example.org", "lou@example.org", False),
        ("ines", "", False),
    ],
)
def test_the_same_domain_is_a_conflict_unless_anybody_may_have_it(person_email, contact, near):
    file = Candidature(contact_email=contact, organisation="Association Exemple")
    assert bool(conflicts.found(person_email, [], file)) is near


@pytest.mark.parametrize(
    ("declared", "near"),
    [("association exemple", True), ("ASSOCIATION  EXEMPLE", True), ("Exemple", False), ("", False)],
)
def test_the_same_organisation_is_a_conflict_however_it_is_written(declared, near):
    file = Candidature(contact_email="a@x.fr", organisation="Association Exemple")
    assert bool(conflicts.found("b@y.fr", [declared], file)) is near


def test_a_declared_conflict_closes_everything_but_reading_and_handing_over(ours, actor, client):
    file = file_for(ours, state=State.IN_REVIEW, assignee=actor)
    other = instructor(ours, email="autre@example.org")
    decisions.declare_conflict(file, actor, "Mon frère y travaille.")
    file.refresh_from_db()
    assert file.assignee is None
    for do in (
        lambda: decisions.decide(file, State.BRAND, actor, "Motif."),
        lambda: decisions.move(file, State.CLOSED, actor, "Motif."),
        lambda: reviews.give(file, actor, {"solidity": 4}, {}, ""),
        lambda: exchanges.send(file, actor, "Bonjour."),
        lambda: exchanges.note(file, actor, "Note."),
        lambda: exchanges.ask_opinion(file, actor, kind="expert", name="D", email="d@x.fr", question="?"),
    ):
        with pytest.raises(InConflict):
            do()
    assert (Candidature.objects.get().state, Review.objects.count()) == (State.IN_REVIEW, 0)
    assert decisions.assign(file, other, actor).assignee == other


def test_a_conflict_that_is_found_is_enforced_too(ours, actor):
    InstructorProfile.objects.create(person=actor, organisations="Autre\n association exemple ")
    with pytest.raises(InConflict):
        decisions.decide(file_for(ours, state=State.IN_REVIEW), State.BRAND, actor, "Motif.")


def test_a_conflict_is_declared_with_a_reason(ours, actor):
    with pytest.raises(ReasonMissing):
        decisions.declare_conflict(file_for(ours), actor, "  ")


def test_nobody_in_conflict_is_given_the_file(ours, actor):
    other = instructor(ours, email="autre@example.org")
    file = file_for(ours)
    decisions.declare_conflict(file, other, "Lien.")
    with pytest.raises(Unfit):
        decisions.assign(file, other, actor)
    with pytest.raises(Unfit):
        decisions.assign(file, person("ailleurs@example.org", "Instruction"), actor)


def test_the_page_says_so_and_offers_no_more_than_handing_over(ours, actor, client):
    file = file_for(ours, state=State.IN_REVIEW)
    client.force_login(actor)
    address = reverse("candidatures_desk:action", args=[file.pk, "conflit"])
    assert client.post(address, {"reason": "Je <connais> la structure."}).status_code == 302
    page = client.get(reverse("candidatures_candidature_modeladmin_inspect", args=[file.pk]))
    assert [action.slug for action in page.context["actions"]] == ["suivi", "equipe"]
    assert "vous avez déclaré un conflit d’intérêts." in page.content.decode()
    decision = reverse("candidatures_desk:action", args=[file.pk, "decision"])
    sent = {"outcome": "brand", "reason": "Motif."}
    assert [client.get(decision).status_code, client.post(decision, sent).status_code] == [403, 403]
    evaluation = client.get(reverse("candidatures_desk:evaluation", args=[file.pk])).content.decode()
    assert ("Mon avis" in evaluation, "Demander un avis" in evaluation) == (False, False)
