"""The call in the admin: drafts may be incomplete, publication may not; Wagtail's own form lists never show a file."""

from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.test import Client
from post_office.models import Email
from wagtail.models import Page
from wagtail.test.utils.form_data import nested_form_data, streamfield

from events.candidatures.demo_dossier import dossier
from events.candidatures.models import Candidature, CandidaturePage, Draft
from nec_cms.models import User
from nec_cms.roles import ROLES, setup_roles
from tests.factories.candidatures import CandidatureFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def staff(client: Client):
    """Sign in as someone of a role, or as a superuser."""
    setup_roles()

    def sign_in(role: str) -> Client:
        user = User.objects.create_user("equipe@example.org", "secret", is_superuser=role == "superuser")
        if role in ROLES:
            user.groups.set([Group.objects.get(name=role)])
        client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
        return client

    return sign_in


def without_role(role: str) -> list[dict[str, Any]]:
    steps = dossier()
    for step in steps:
        for field in step["value"]["fields"]:
            if field["value"].get("role") == role:
                field["value"]["role"] = ""
    return steps


def test_a_page_whose_form_lacks_a_role_cannot_be_cleaned(call: CandidaturePage) -> None:
    call.steps = without_role("event_start")

    with pytest.raises(ValidationError) as refusal:
        call.full_clean()

    assert [error.as_json_data() for error in refusal.value.error_dict["steps"]] == [
        {
            "messages": [
                "Le champ «\u00a0Premier jour\u00a0» portait le rôle «\u00a0premier jour\u00a0», qui sert à vérifier "
                "le délai de dépôt. Remettez-le, ou donnez ce rôle à un autre champ de type «\u00a0date\u00a0»."
            ]
        }
    ]


def test_a_page_that_sends_people_elsewhere_needs_no_form(call: CandidaturePage) -> None:
    call.steps, call.outside_url = [], "https://demarches.example.org/nec"

    assert call.full_clean() is None  # it raises where a role is missing


def test_the_last_day_cannot_come_before_the_opening(call: CandidaturePage) -> None:
    call.opens_on, call.closes_on = "2026-03-31", "2026-03-01"

    with pytest.raises(ValidationError) as refusal:
        call.full_clean()

    assert refusal.value.message_dict == {"closes_on": ["Le dernier jour ne peut pas précéder l’ouverture."]}


def edit_data(page: CandidaturePage, **changes: Any) -> dict[str, str]:
    """What the page editor posts for a page whose form is one step with one text."""
    always = {"match": "all", "each": streamfield([])}
    field = {"label": "Nom", "help": "", "required": "on", "max_length": "200", "role": "title", "shown_if": always}
    step = {"title": "Une étape", "help": "", "fields": streamfield([("short_text", field)]), "shown_if": always}
    values = {"title": page.title, "slug": page.slug, "introduction": "", "receipt_text": "Suite", "delays": "Un mois"}
    form = {**values, "body": streamfield([]), "steps": streamfield([("step", step)])}
    return {key: str(value) for key, value in {**nested_form_data(form), "comments-TOTAL_FORMS": 0}.items()} | {
        "comments-INITIAL_FORMS": "0",
        "comments-MIN_NUM_FORMS": "0",
        "comments-MAX_NUM_FORMS": "",
        **changes,
    }


def test_a_draft_may_lack_roles_and_its_publication_may_not(staff: Any, call: CandidaturePage) -> None:
    client = staff("superuser")
    address = f"/admin/pages/{call.pk}/edit/"

    draft = client.post(address, edit_data(call))
    published = client.post(address, edit_data(call, **{"action-publish": "1"}))

    assert draft.status_code == 302
    assert published.status_code == 200
    assert "portait le rôle" in published.content.decode()
    assert len(CandidaturePage.objects.get(pk=call.pk).form_steps) == 6
    assert len(CandidaturePage.objects.get(pk=call.pk).get_latest_revision_as_object().form_steps) == 1


def test_the_editor_sees_what_the_draft_still_lacks(staff: Any, call: CandidaturePage) -> None:
    client = staff("superuser")
    assert "Avant de publier" not in client.get(f"/admin/pages/{call.pk}/edit/").content.decode()

    client.post(f"/admin/pages/{call.pk}/edit/", edit_data(call))

    assert "Avant de publier" in client.get(f"/admin/pages/{call.pk}/edit/").content.decode()


def test_the_preview_shows_the_form_of_the_draft(staff: Any, call: CandidaturePage) -> None:
    client = staff("superuser")
    address = f"/admin/pages/{call.pk}/edit/preview/"

    assert client.post(address, edit_data(call)).json()["is_valid"] is True
    whole = client.get(address).content.decode()
    html = client.get(f"{address}?mode=etape-1").content.decode()

    assert "Le dossier, étape par étape" in whole
    assert "Étape 1 sur 1" in html
    assert "Une étape" in html
    assert not Draft.objects.exists()


ROUTES = [
    ("get", "/admin/forms/submissions/{page}/"),
    ("get", "/admin/forms/submissions/{page}/results/"),
    ("get", "/admin/forms/submissions/{page}/?export=csv"),
    ("get", "/admin/forms/submissions/{page}/?export=xlsx"),
    ("get", "/admin/forms/submissions/{page}/delete/?selected-submissions={file}"),
    ("post", "/admin/forms/submissions/{page}/delete/?selected-submissions={file}"),
]


@pytest.mark.parametrize("role", [*ROLES, "superuser"])
@pytest.mark.parametrize(("method", "address"), ROUTES)
def test_nobody_reaches_candidatures_through_the_form_lists(
    staff: Any, home: Any, role: str, method: str, address: str
) -> None:
    file = CandidatureFactory()
    client = staff(role)

    response = getattr(client, method)(address.format(page=file.page_id, file=file.pk))

    assert (response.status_code, response.url) == (302, "/admin/")
    assert Candidature.objects.filter(pk=file.pk).exists()


@pytest.mark.parametrize("role", [*ROLES, "superuser"])
def test_the_list_of_forms_does_not_show_the_call(staff: Any, home: Any, role: str) -> None:
    file = CandidatureFactory()
    client = staff(role)

    response = client.get("/admin/forms/")

    assert response.status_code in (200, 302)
    assert file.page.title not in response.content.decode()


@pytest.mark.parametrize("address", ["/admin/pages/{page}/delete/", "/admin/bulk/wagtailcore/page/delete/?id={page}"])
@pytest.mark.parametrize("what", ["the call", "a page above"])
def test_a_page_that_holds_files_is_not_deleted(staff: Any, home: Page, address: str, what: str) -> None:
    file = CandidatureFactory()
    client = staff("superuser")
    page = file.page_id if what == "the call" else home.pk

    response = client.post(address.format(page=page), follow=True)

    assert CandidaturePage.objects.filter(pk=file.page_id).exists()
    assert "Dépubliez" in response.content.decode()


def test_the_uses_of_a_page_do_not_tell_of_files(staff: Any, home: Page) -> None:
    file = CandidatureFactory()

    html = staff("superuser").get(f"/admin/pages/{file.page_id}/usage/").content.decode()

    assert file.number not in html


def test_a_page_without_files_may_be_deleted(staff: Any, call: CandidaturePage) -> None:
    staff("superuser").post(f"/admin/pages/{call.pk}/delete/")

    assert not CandidaturePage.objects.filter(pk=call.pk).exists()


@pytest.mark.parametrize(
    ("field", "text", "message"),
    [
        (
            "receipt_mail",
            "Reçu\n\nBonjour {prenom}, {recu}",
            "Rien ne remplace {prenom}. Mots",
        ),
        (
            "receipt_mail",
            "Reçu\n\nBonjour {contact}",
            "Il manque {recu}\u00a0: sans ce lien",
        ),
        (
            "draft_mail",
            "Objet seul {brouillons}",
            "La première ligne est l’objet",
        ),
        ("reminder_mail", "Rappel\n\n{titre}", "Il manque {lien}\u00a0: sans ce lien, le message ne sert à rien."),
    ],
)
def test_the_words_of_an_e_mail_are_checked(call: CandidaturePage, field: str, text: str, message: str) -> None:
    setattr(call, field, text)

    with pytest.raises(ValidationError) as refusal:
        call.full_clean()

    assert list(refusal.value.message_dict) == [field]
    assert refusal.value.message_dict[field][0].startswith(message)


def test_the_editor_s_words_are_those_of_the_receipt(send: Any, call: CandidaturePage) -> None:
    CandidaturePage.objects.update(receipt_mail="Reçu {numero}\n\nBonjour {contact}, {titre} {autre} : {recu}")

    send(title="NEC {recu}")

    filed = Candidature.objects.get()
    message = Email.objects.order_by("pk").first()
    assert message.subject == f"Reçu {filed.number}"
    assert message.message.startswith("Bonjour Camille Exemple, NEC {recu} {autre} : http")
