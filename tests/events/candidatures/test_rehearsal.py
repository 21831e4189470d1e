"""The rehearsal: for editors alone, on the draft of the form, and nothing is stored."""

from typing import Any

import pytest
from django.test import Client

from events.candidatures.demo_dossier import dossier, field_id
from events.candidatures.models import Attachment, Candidature, CandidaturePage, Draft
from nec_cms.roles import EDITOR, INSTRUCTION
from tests.events.candidatures.dossiers import person
from tests.events.candidatures.files import upload
from tests.factories.candidatures import FROM_HERE, post_data

pytestmark = pytest.mark.django_db
ADDRESS = "/candidature/repetition/"


def enter(client: Client, role: str) -> None:
    client.force_login(person("equipe@example.org", role), backend="django.contrib.auth.backends.ModelBackend")


def test_it_is_for_those_who_may_edit_the_page(call: CandidaturePage, client: Client) -> None:
    assert client.get(ADDRESS).status_code == 404
    enter(client, INSTRUCTION)
    assert client.get(ADDRESS).status_code == 404
    assert client.post(ADDRESS, {}, headers=FROM_HERE).status_code == 404


def test_an_editor_goes_through_the_draft_of_the_form_and_nothing_is_stored(
    call: CandidaturePage, client: Client
) -> None:
    steps = dossier()
    steps[0]["value"]["title"] = "Étape en brouillon"
    call.steps = steps
    call.save_revision()
    enter(client, EDITOR)
    data: dict[str, Any] = dict(post_data(call).lists())

    assert "Étape en brouillon" in client.get(ADDRESS).content.decode()
    wrong = client.post(ADDRESS, {**data, field_id("contact_email"): "camille", "etape": "1"}, headers=FROM_HERE)
    second = client.post(ADDRESS, {**data, "etape": "1"}, headers=FROM_HERE)
    letter = {field_id("support_letter"): upload()}
    end = client.post(ADDRESS, {**data, **letter, "etape": "4", "aller": "recapitulatif"}, headers=FROM_HERE)

    assert (wrong.status_code, second.status_code, end.status_code) == (422, 200, 200)
    assert second.context["current"].place == 2
    assert (field_id("organisation"), "Association exemple") in second.context["hidden"]
    assert "NEC Vallée-Exemple" in end.content.decode()
    assert (Draft.objects.count(), Candidature.objects.count(), Attachment.objects.count()) == (0, 0, 0)
    assert second["Cache-Control"] == "private, no-store"
