"""The page of a file and its actions, as an instructor of its team meets them."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from post_office.models import Email

from events.candidatures.decisions import decide, move
from events.candidatures.demo_dossier import field_id
from events.candidatures.models import Candidature, Decision, Team
from events.candidatures.rights import let_instruction_publish
from events.candidatures.states import State
from events.kits.models import Kit
from events.models import EventPage
from tests.events.candidatures.dossiers import instructor, team
from tests.factories.candidatures import AttachmentFactory, CandidatureFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def actor(ours, client):
    user = instructor(ours)
    client.force_login(user)
    return user


@pytest.fixture
def file(ours):
    return CandidatureFactory(team=ours, title="NEC Essai")


def address(file: Candidature, action: str = "") -> str:
    return f"/admin/candidatures/{file.pk}/" + (f"{action}/" if action else "")


def offered(client, file: Candidature) -> list[str]:
    return [action.slug for action in client.get(address(file)).context["actions"]]


def test_the_page_shows_the_answers_in_the_words_of_the_form(client, actor, file):
    AttachmentFactory(candidature=file)
    file.form_data |= {
        field_id("objective"): "Un <b>but</b>\nsur deux lignes",
        field_id("budget_total"): "12500.50",
        field_id("support_letter"): [{"id": "x", "name": "lettre exemple.pdf", "size": 15}],
    }
    file.save()
    text = client.get(address(file)).content.decode()
    for words in (
        "Votre projet",
        "Objectif de l’événement",
        "<p>Un &lt;b&gt;but&lt;/b&gt;</p><p>sur deux lignes</p>",
        "12\u202f500,50\u00a0€",
        f'href="/admin/candidatures/{file.pk}/pieces/{file.attachments.get().pk}/"',
        "Une collectivité soutient le projet.",
        "Camille Exemple",
        "15\u00a0janvier\u00a02026 à 11\u00a0h",
    ):
        assert words in text, words


def test_the_page_costs_the_same_with_one_attachment_and_log_line_or_three(client, actor, ours):
    def queries(file: Candidature) -> int:
        client.get(address(file))
        with CaptureQueriesContext(connection) as captured:
            assert client.get(address(file)).status_code == 200
        return len(captured)

    light, heavy = CandidatureFactory(team=ours), CandidatureFactory(team=ours)
    AttachmentFactory(candidature=light)
    AttachmentFactory.create_batch(3, candidature=heavy)
    move(light, State.IN_REVIEW, actor)
    move(heavy, State.IN_REVIEW, actor)
    move(heavy, State.COMPLEMENT, actor, "Motif.")
    move(heavy, State.IN_REVIEW, actor)
    assert queries(light) == queries(heavy) == 14


@pytest.mark.parametrize(
    ("state", "actions"),
    [
        (State.FILED, ["instruction", "decision", "suivi", "equipe", "retrait", "sans-suite", "conflit"]),
        (State.IN_REVIEW, ["decision", "complement", "suivi", "equipe", "retrait", "sans-suite", "conflit"]),
        (State.COMPLEMENT, ["reprise", "suivi", "equipe", "retrait", "sans-suite", "conflit"]),
        (State.WITHDRAWN, []),
        (State.CLOSED, []),
        (State.BRAND, []),
        (State.GRANT, []),
    ],
)
def test_a_state_offers_its_actions_and_no_other(client, actor, file, state, actions):
    Candidature.objects.filter(pk=file.pk).update(state=state)
    assert offered(client, file) == actions


@pytest.mark.parametrize(
    ("before", "action", "after"),
    [
        (State.FILED, "instruction", State.IN_REVIEW),
        (State.COMPLEMENT, "reprise", State.IN_REVIEW),
        (State.IN_REVIEW, "complement", State.COMPLEMENT),
        (State.IN_REVIEW, "retrait", State.WITHDRAWN),
        (State.FILED, "sans-suite", State.CLOSED),
    ],
)
def test_an_action_moves_the_file_and_comes_back_to_it(client, actor, file, before, action, after):
    Candidature.objects.filter(pk=file.pk).update(state=before)
    assert client.get(address(file, action)).status_code == 200
    asked = {"fields_asked": [field_id("objective")], "due_on": timezone.localdate() + timedelta(days=10)}
    response = client.post(address(file, action), {"reason": "Parce que.", **asked})
    assert (response.status_code, response.url) == (302, address(file))
    file.refresh_from_db()
    assert file.state == after
    assert [email.to for email in Email.objects.all()] == [[file.contact_email]]


@pytest.mark.parametrize("outcome", ["support", "grant"])
def test_a_label_leads_to_the_drafted_event_and_its_kit(client, actor, file, outcome):
    let_instruction_publish()
    Candidature.objects.update(budget_total=1000, grant_requested=True, grant_amount=800)
    given = {"outcome": outcome, "reason": "Un beau projet.", "awarded": "800", "override": "on"}
    response = client.post(address(file, "decision"), given, follow=True)
    event = EventPage.objects.get()
    text = response.content.decode()
    assert Decision.objects.get().reason == "Un beau projet."
    assert Kit.objects.get().event == event
    for link in (f"/admin/pages/{event.pk}/edit/", f"/admin/pages/{event.pk}/view_draft/", f"/kits/{event.slug}/"):
        assert f'href="{link}"' in text
    assert client.get(f"/admin/pages/{event.pk}/edit/").context["page"].title == "NEC Essai"
    assert client.get(f"/kits/{event.slug}/").status_code == 200


def test_whoever_may_not_edit_events_is_told_who_will(client, actor, file):
    client.post(address(file, "decision"), {"outcome": "support", "reason": "Motif."})
    text = client.get(address(file)).content.decode()
    assert "Une personne de la rédaction la relira et la publiera." in text
    assert "/edit/" not in text


def test_a_decision_without_reason_is_refused_beside_its_field(client, actor, file):
    response = client.post(address(file, "decision"), {"outcome": "brand", "reason": "  "})
    assert (response.status_code, response.context["form"].errors) == (
        422,
        {
            "reason": [
                "Indiquez la motivation\u00a0: elle est envoyée à la structure et conservée au dossier.",
            ]
        },
    )
    assert (Decision.objects.count(), Email.objects.count()) == (0, 0)


def test_a_decision_without_outcome_or_with_an_invented_one_is_refused(client, actor, file):
    assert client.post(address(file, "decision"), {"reason": "Motif."}).context["form"].errors == {
        "outcome": ["Choisissez une décision."]
    }
    assert client.post(address(file, "decision"), {"outcome": "filed", "reason": "Motif."}).status_code == 422
    assert Decision.objects.count() == 0


def test_the_message_can_be_read_before_it_is_sent(client, actor, file):
    given = {"outcome": "refused", "reason": "Trop <tôt> & trop loin.", "preview": "1"}
    response = client.post(address(file, "decision"), given)
    text = response.content.decode()
    assert response.context["subject"] == f"Votre candidature {file.number}\u00a0: réponse à votre demande"
    assert "Trop &lt;tôt&gt; &amp; trop loin." in text
    assert response.context["form"]["outcome"].value() == "refused"
    assert (Decision.objects.count(), Email.objects.count()) == (0, 0)


def test_the_second_decision_meets_the_first_with_409(client, actor, ours, file):
    other = instructor(
        ours,
        email="autre@example.org",
    )
    decide(file, State.BRAND, other, "La première <raison>.")
    response = client.post(address(file, "decision"), {"outcome": "refused", "reason": "Seconde."})
    text = response.content.decode()
    assert response.status_code == 409
    assert "a déjà été décidé par Ada Exemple" in text
    assert "La première &lt;raison&gt;." in text
    assert Decision.objects.get().outcome == "brand"
    assert client.get(address(file, "decision")).status_code == 409


def test_a_file_closed_meanwhile_is_a_conflict_that_says_who(client, actor, file):
    move(file, State.CLOSED, actor, "Doublon.")
    response = client.post(address(file, "decision"), {"outcome": "brand", "reason": "Motif."})
    assert response.status_code == 409
    assert "par Ada Exemple" in response.content.decode()
    assert Candidature.objects.get().state == State.CLOSED


def test_a_label_without_page_for_events_says_what_to_do(client, actor, file, home):
    home.get_children().get(slug="nec-locaux").delete()
    response = client.post(address(file, "decision"), {"outcome": "support", "reason": "Motif."})
    assert response.status_code == 422
    assert "créez-la avant de labelliser" in response.content.decode()
    assert Candidature.objects.get().state == State.FILED


def test_a_file_given_to_another_team_leaves_the_list(client, actor, file):
    theirs = team("Équipe B", email="b@example.org")
    response = client.post(address(file, "equipe"), {"team": theirs.pk, "reason": "Territoire voisin."})
    assert (response.status_code, response.url) == (302, "/admin/candidatures/")
    assert Candidature.objects.get().team == theirs
    assert client.get(address(file)).status_code == 404


def test_a_file_is_not_given_to_the_team_that_has_it(client, actor, file):
    response = client.post(address(file, "equipe"), {"team": file.team_id, "reason": "Motif."})
    assert (response.status_code, list(response.context["form"].errors)) == (422, ["team"])
    assert Team.objects.get(candidatures=file) == file.team


def test_a_post_without_token_is_refused(file, actor):
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(actor)
    assert strict.post(address(file, "instruction")).status_code == 403
    assert Candidature.objects.get().state == State.FILED


def test_the_kit_is_open_to_the_team_and_closed_to_another(client, actor, ours, file):
    decide(file, State.SUPPORT, actor, "Motif.")
    kit = f"/kits/{EventPage.objects.get().slug}/"
    assert client.get(kit).status_code == 200
    client.force_login(instructor(team("Équipe B"), email="b@example.org"))
    assert client.get(kit).status_code == 404
