"""Who may see what at the desk: every address of a file, for every kind of person."""

import pytest
from django.test import Client
from django.urls import reverse

from events.candidatures.models import Candidature, Decision, LogEntry
from events.candidatures.states import State
from nec_cms.models import User
from tests.events.candidatures.dossiers import event_index, instructor, person, team
from tests.factories.candidatures import AttachmentFactory, CandidatureFactory

pytestmark = pytest.mark.django_db

ACTIONS = ("instruction", "reprise", "decision", "complement", "suivi", "equipe", "retrait", "sans-suite", "conflit")
STOCK = ("edit/{pk}/", "delete/{pk}/", "history/{pk}/", "inspect/{pk}/", "create/", "choose_parent/")


@pytest.fixture
def file(home):
    event_index(home)
    return CandidatureFactory(team=team())


@pytest.fixture
def attachment(file):
    return AttachmentFactory(candidature=file)


def addresses(file: Candidature) -> list[str]:
    base = reverse("candidatures_candidature_modeladmin_inspect", args=[file.pk])
    pieces = [reverse("candidatures_desk:attachment", args=[file.pk, each.pk]) for each in file.attachments.all()]
    return [base, *pieces, *(f"{base}{action}/" for action in ACTIONS)]


@pytest.fixture
def strangers(file):
    """Signed-in people who have no business with the file."""
    theirs = team("Équipe B", email="b@example.org")
    return {
        "instructor of another team": instructor(theirs, email="b-instruction@example.org"),
        "instructor without team": instructor(email="seul@example.org"),
        "editor in the team by mistake": person("redaction@example.org", "Rédaction", teams=(file.team,)),
        "moderator": person("relecture@example.org", "Relecture"),
        "porteur of another event": person("porteur.autre@example.org"),
        "porteur of the file": person(file.contact_email),
        "signed in, without any role": person("inconnu@example.org"),
    }


def test_strangers_find_no_file_wherever_they_look(file, attachment, strangers):
    Candidature.objects.filter(pk=file.pk).update(porteur=User.objects.get(email=file.contact_email))
    found = {}
    for who, user in strangers.items():
        client = Client()
        client.force_login(user)
        for address in addresses(file):
            for method in (client.get, client.post):
                status = method(address, {"outcome": "brand", "reason": "Motif."}).status_code
                if status not in (403, 404):
                    found[who, address] = status
    assert found == {}
    file.refresh_from_db()
    assert (file.state, Decision.objects.count(), LogEntry.objects.count()) == (State.FILED, 0, 1)


def test_anonymous_visitors_are_sent_to_sign_in(file, attachment, client):
    list_address = reverse("candidatures_candidature_modeladmin_index")
    for address in [list_address, *addresses(file)]:
        response = client.get(address)
        assert (response.status_code, response.url) == (302, f"/admin/login/?next={address}")


def test_the_list_is_for_instructors(file, strangers, client):
    statuses = {}
    for who, user in strangers.items():
        client.force_login(user)
        response = client.get("/admin/candidatures/")
        statuses[who] = (response.status_code, file.title in response.content.decode())
    assert statuses == {
        "instructor of another team": (200, False),
        "instructor without team": (200, False),
        "editor in the team by mistake": (404, False),
        "moderator": (404, False),
        "porteur of another event": (403, False),
        "porteur of the file": (403, False),
        "signed in, without any role": (403, False),
    }


@pytest.mark.parametrize("superuser", [False, True])
def test_the_stock_forms_of_modeladmin_have_no_address(file, client, superuser):
    user = person("admin@example.org", is_superuser=True) if superuser else instructor(file.team)
    client.force_login(user)
    for prefix in ("/admin/candidatures/", "/admin/candidatures/candidature/"):
        for path in STOCK:
            assert client.get(prefix + path.format(pk=file.pk)).status_code == 404, path
            assert client.post(prefix + path.format(pk=file.pk)).status_code == 404, path
    assert Candidature.objects.count() == 1


def test_the_team_and_superusers_read_the_file(file, attachment):
    for user in (instructor(file.team), person("admin@example.org", is_superuser=True)):
        client = Client()
        client.force_login(user)
        assert file.title in client.get(f"/admin/candidatures/{file.pk}/").content.decode()
        response = client.get(reverse("candidatures_desk:attachment", args=[file.pk, attachment.pk]))
        assert (b"".join(response.streaming_content), response["Content-Disposition"]) == (
            b"%PDF-1.7\n%%EOF\n",
            'attachment; filename="lettre exemple.pdf"',
        )


def test_an_attachment_is_not_served_under_another_file(file, attachment, client):
    other = CandidatureFactory(team=file.team)
    client.force_login(instructor(file.team))
    assert client.get(reverse("candidatures_desk:attachment", args=[other.pk, attachment.pk])).status_code == 404


def test_wagtail_s_own_form_submissions_hide_the_files(file, client):
    client.force_login(person("redaction@example.org", "Rédaction"))
    assert file.title not in client.get("/admin/forms/").content.decode()
    assert client.get(f"/admin/forms/submissions/{file.page_id}/").status_code != 200


@pytest.mark.parametrize("number", ["0", "999999", "9" * 30, "abc", "1;drop"])
def test_a_number_that_is_no_file_is_not_found(file, client, number):
    client.force_login(instructor(file.team))
    for path in (f"/admin/candidatures/{number}/", f"/admin/candidatures/{number}/decision/"):
        assert client.get(path).status_code == 404


def test_an_unknown_action_is_not_found(file, client):
    client.force_login(instructor(file.team))
    assert client.get(f"/admin/candidatures/{file.pk}/effacer/").status_code == 404


def test_the_list_exports_nothing_and_answers_no_lookup_of_the_address(file, client):
    client.force_login(instructor(file.team))
    for query in ("export=csv", "export=xlsx", "team__members__password__startswith=pbkdf2", "token__startswith=zz"):
        response = client.get(f"/admin/candidatures/?{query}")
        assert response["Content-Type"].startswith("text/html"), query
        assert file.title in response.content.decode(), query


def test_instruction_has_its_menu_and_others_have_none(file, client):
    labels = {}
    for user in (instructor(file.team), person("redaction@example.org", "Rédaction")):
        client.force_login(user)
        labels[user.email] = "/admin/candidatures/" in client.get("/admin/").content.decode()
    assert labels == {"instruction@example.org": True, "redaction@example.org": False}
