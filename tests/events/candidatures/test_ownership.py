"""What one does with one's own file: share, withdraw, use again, take away, erase; and nobody else."""

from typing import Any

import pytest
from django.test import Client
from post_office.models import Email

from events.candidatures.demo_dossier import field_id
from events.candidatures.models import Attachment, Candidature, CandidaturePage, CoPorteur, Draft
from events.candidatures.states import State
from nec_cms.models import User
from tests.factories.candidatures import AttachmentFactory, CandidatureFactory

pytestmark = pytest.mark.django_db
BACKEND = "django.contrib.auth.backends.ModelBackend"


@pytest.fixture
def file(home: Any) -> Candidature:
    return CandidatureFactory(title="NEC Exemple", contact_email="camille.exemple@example.org")


def enter(client: Client, email: str) -> User:
    user = User.objects.filter(email=email).first() or User.objects.create_user(email)
    client.force_login(user, backend=BACKEND)
    return user


def page(file: Candidature, name: str = "") -> str:
    return f"/espace-porteur/candidatures/{file.pk}/{name}"


def test_a_file_is_shared_and_its_guest_is_told_once(client: Client, file: Candidature) -> None:
    enter(client, "camille.exemple@example.org")
    invitation = {"email": " Sacha.Exemple@example.org ", "role": "edit"}

    codes = [client.post(page(file, "partage/"), invitation).status_code for _ in range(2)]

    assert codes == [303, 303]
    assert [(each.email, each.role) for each in CoPorteur.objects.all()] == [("sacha.exemple@example.org", "edit")]
    message = Email.objects.get()
    assert (message.to, message.headers) == (
        ["sacha.exemple@example.org"],
        {"Reply-To": "camille.exemple@example.org"},
    )


@pytest.mark.parametrize(("role", "written"), [("edit", 303), ("read", 404)])
def test_a_guest_reads_the_file_answers_where_allowed_and_owns_nothing(
    client: Client, file: Candidature, role: str, written: int
) -> None:
    CoPorteur.objects.create(candidature=file, email="sacha.exemple@example.org", role=role)
    attachment = AttachmentFactory(candidature=file)
    enter(client, "sacha.exemple@example.org")

    assert client.get(page(file)).status_code == 200
    assert client.get(page(file, "dossier.pdf")).status_code == 200
    served = client.get(f"/espace-porteur/pieces/{attachment.pk}/")
    assert served.status_code == 200
    assert b"".join(served.streaming_content).startswith(b"%PDF")
    assert client.get(page(file, "messages/")).status_code == 200
    assert client.post(page(file, "messages/"), {"body": "Bonjour"}).status_code == written
    for name in ("partage/", "retirer/"):
        assert client.get(page(file, name)).status_code == 404
        assert client.post(page(file, name), {"email": "x@example.org", "role": "edit"}).status_code == 404
    assert client.post(page(file, "recommencer/")).status_code == 404
    assert "Retirer ma candidature" not in client.get(page(file)).content.decode()


def test_a_guest_who_is_taken_out_reads_nothing_more(client: Client, file: Candidature) -> None:
    shared = CoPorteur.objects.create(candidature=file, email="sacha.exemple@example.org")
    enter(client, "camille.exemple@example.org")

    client.post(page(file, "partage/"), {"retirer": str(shared.pk)})

    enter(client, "sacha.exemple@example.org")
    assert client.get(page(file)).status_code == 404


@pytest.mark.parametrize("name", ["", "partage/", "retirer/", "dossier.pdf"])
def test_a_stranger_finds_nothing(client: Client, file: Candidature, name: str) -> None:
    assert client.get(page(file, name)).status_code == 302
    enter(client, "inconnu@example.org")
    assert client.get(page(file, name)).status_code == 404


def test_a_file_is_withdrawn_by_its_owner_and_the_team_is_told(client: Client, file: Candidature) -> None:
    enter(client, "camille.exemple@example.org")
    assert client.get(page(file, "retirer/")).status_code == 200
    assert Candidature.objects.get().state == State.FILED

    assert client.post(page(file, "retirer/"), {"reason": "Reporté <2031>"}).status_code == 303

    assert Candidature.objects.get().state == State.WITHDRAWN
    assert sorted(email.to[0] for email in Email.objects.all()) == sorted(
        ["camille.exemple@example.org", file.team.email]
    )
    assert client.post(page(file, "retirer/"), {"reason": "Encore"}).status_code == 409
    assert Email.objects.count() == 2


def test_last_year_s_answers_begin_a_new_draft_without_its_days(
    send: Any, call: CandidaturePage, client: Client
) -> None:
    send(territory="Vallée-Exemple", budget_lines=[("Lieu", "10000")], grant_uses=[1])
    filed = Candidature.objects.get()
    enter(client, filed.contact_email)

    response = client.post(page(filed, "recommencer/"))

    draft = Draft.objects.get(candidature=None)
    assert response.status_code == 303
    assert client.get(response.url).status_code == 200
    assert draft.data[field_id("title")] == ["NEC Vallée-Exemple"]
    assert draft.data[f"{field_id('territory')}-autre"] == ["Vallée-Exemple"]
    assert draft.data[f"{field_id('budget_lines')}-0-montant"] == ["10000,00"]
    assert draft.data[field_id("grant_requested")] == ["oui"]
    assert len(draft.data[field_id("grant_uses")]) == 1
    assert field_id("event_start") not in draft.data
    assert field_id("charter") not in draft.data
    missing = {
        problem.label for entry in client.get(response.url).context["entries"] for problem in entry["view"].problems
    }
    assert missing == {"Premier jour", "Nous avons lu la charte de Numérique en Commun[s] et nous l’acceptons"}


def test_the_copy_is_a_pdf_that_prints_markup_as_typed(send: Any, client: Client) -> None:
    receipt = send(title="NEC #import [Vallée] 🎉", objective="= Titre\n$x$ *gras* \\ # «\u00a0fin\u00a0»").url

    response = client.get(f"{receipt}copie/")

    assert response.status_code == 200
    assert response.content.startswith(b"%PDF-")
    assert response["Cache-Control"] == "private, no-store"
    assert response["Content-Disposition"] == (
        f'attachment; filename="candidature-{Candidature.objects.get().number.lower()}.pdf"'
    )
    assert client.get("/candidature/recu/inconnu/copie/").status_code == 404


def test_my_data_are_taken_away_whole_and_nobody_else_s(client: Client, file: Candidature) -> None:
    CandidatureFactory(title="NEC d’autrui")
    enter(client, "camille.exemple@example.org")

    found = client.get("/espace-porteur/mes-donnees/mes-donnees.json").json()

    assert [each["numéro"] for each in found["candidatures"]] == [file.number]
    assert found["candidatures"][0]["réponses"]["Nom de l’événement"] == ["NEC Exemple"]
    assert found["compte"]["adresse"] == "camille.exemple@example.org"


def test_erasing_wants_a_box_and_keeps_what_is_under_way(client: Client, file: Candidature) -> None:
    enter(client, "camille.exemple@example.org")

    assert client.post("/espace-porteur/mes-donnees/").status_code == 422
    client.post("/espace-porteur/mes-donnees/", {"confirmer": "oui"})

    file.refresh_from_db()
    assert (file.contact_email, file.title) == ("camille.exemple@example.org", "NEC Exemple")
    assert User.objects.get().is_active is True
    assert client.get("/espace-porteur/mes-donnees/").status_code == 302  # signed out


def test_erasing_empties_closed_files_and_closes_the_account(
    client: Client, file: Candidature, django_capture_on_commit_callbacks: Any, tmp_path: Any
) -> None:
    Candidature.objects.update(state=State.WITHDRAWN)
    AttachmentFactory(candidature=file)
    enter(client, "camille.exemple@example.org")

    with django_capture_on_commit_callbacks(execute=True):
        client.post("/espace-porteur/mes-donnees/", {"confirmer": "oui"})

    file.refresh_from_db()
    user = User.objects.get()
    assert (file.form_data, file.contact_email, file.contact_name, file.organisation) == ({}, "", "", "")
    assert (Attachment.objects.count(), list((tmp_path / "private").rglob("*.pdf"))) == (0, [])
    assert (user.is_active, user.email) == (False, f"efface-{user.pk}@compte.invalid")


def test_all_sessions_end_at_once(file: Candidature) -> None:
    first, second = Client(), Client()
    enter(first, "camille.exemple@example.org")
    enter(second, "camille.exemple@example.org")
    assert [each.get(page(file)).status_code for each in (first, second)] == [200, 200]

    first.post("/espace-porteur/sortir-partout/")

    assert [each.get(page(file)).status_code for each in (first, second)] == [302, 302]
