"""Sign-in by e-mail link: who is let in, once, and what nobody can tell from the outside."""

import re
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.contrib.auth.models import Permission
from django.test import Client
from django.utils import timezone
from post_office.models import Email

from events.candidatures import signin
from events.candidatures.accounts import known_account
from events.candidatures.models import SignInLink
from nec_cms.models import User
from tests.events.candidatures.entering import SPACE, ask, mailed_path, signed_in
from tests.factories.candidatures import FROM_HERE, CandidatureFactory

pytestmark = pytest.mark.django_db


def test_a_link_shows_a_button_first_and_lets_in_on_the_post(client: Client, porteur: User) -> None:
    sent = ask(client, "Porteur.Exemple@EXAMPLE.org")
    message = Email.objects.get()
    path = mailed_path()

    shown = [client.get(path), client.get(path)]
    entered = client.post(path, headers=FROM_HERE)

    assert (sent.status_code, sent.url) == (303, "/espace-porteur/lien-envoye/")
    assert (message.to, message.subject) == (["porteur.exemple@example.org"], "Votre lien vers l’espace porteur")
    assert [(each.status_code, "Entrer</span>" in each.content.decode()) for each in shown] == [(200, True)] * 2
    assert shown[0]["Referrer-Policy"] == "same-origin"
    assert "no-store" in shown[0]["Cache-Control"]
    assert (entered.status_code, entered.url) == (303, SPACE)
    assert client.session["_auth_user_id"] == str(porteur.pk)


def test_a_link_serves_once(client: Client, porteur: User) -> None:
    ask(client, porteur.email)
    path = mailed_path()
    client.post(path, headers=FROM_HERE)

    other = Client()
    again = other.post(path, headers=FROM_HERE)

    assert (again.status_code, other.get(path).status_code, signed_in(other)) == (410, 410, False)
    assert "Ce lien ne sert plus" in again.content.decode()


def test_entering_voids_the_person_s_other_links(client: Client, porteur: User) -> None:
    ask(client, porteur.email)
    first = mailed_path()
    ask(client, porteur.email)
    client.post(mailed_path(), headers=FROM_HERE)

    assert Client().post(first, headers=FROM_HERE).status_code == 410


@pytest.mark.parametrize(("minutes", "status"), [(14, 303), (16, 410)])
def test_a_link_lives_a_quarter_of_an_hour(client: Client, porteur: User, minutes: int, status: int) -> None:
    ask(client, porteur.email)
    path = mailed_path()

    with time_machine.travel(timezone.now() + timedelta(minutes=minutes)):
        assert client.post(path, headers=FROM_HERE).status_code == status


def test_only_the_digest_of_192_random_bits_is_kept(client: Client, porteur: User) -> None:
    ask(client, porteur.email)
    token = mailed_path().split("/")[-2]

    assert re.fullmatch(r"[\w-]{32}", token)
    assert SignInLink.objects.get().digest == signin.digest(token)
    assert token not in str(SignInLink.objects.values().get())


@pytest.mark.parametrize("token", ["inconnu", "a" * 32, "-_-"])
def test_a_token_that_nobody_was_given_lets_nobody_in(home: Any, client: Client, token: str) -> None:
    path = f"/espace-porteur/entrer/{token}/"

    assert client.get(path).status_code == 410
    assert client.post(path, headers=FROM_HERE).status_code == 410
    assert not signed_in(client)


def test_the_answer_is_the_same_for_an_address_that_nobody_knows(client: Client, porteur: User) -> None:
    known, unknown = ask(client, porteur.email), ask(client, "personne@example.org")

    assert (unknown.status_code, unknown.url, unknown.headers) == (known.status_code, known.url, known.headers)
    assert Email.objects.count() == 1
    assert not User.objects.filter(email="personne@example.org").exists()


def test_who_filed_a_candidature_gets_an_account_without_password(home: Any, client: Client) -> None:
    file = CandidatureFactory(contact_email="nouvelle@example.org")

    ask(client, "Nouvelle@example.org")
    client.post(mailed_path(), headers=FROM_HERE)

    user = User.objects.get(email="nouvelle@example.org")
    file.refresh_from_db()
    assert (user.has_usable_password(), user.is_staff, user.groups.count()) == (False, False, 0)
    assert file.porteur == user
    assert file.number in client.get(SPACE).content.decode()


def test_an_address_that_only_looks_the_same_opens_nobody_s_files(
    home: Any, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    """PostgreSQL folds « ı » to « i »: what the database finds is compared again, letter by letter."""
    CandidatureFactory(contact_email="camille@mail.example.org")

    ask(client, "camille@maıl.example.org")

    assert (Email.objects.count(), User.objects.count()) == (0, 0)
    assert known_account("camille@maıl.example.org") is None


@pytest.mark.parametrize("kind", ["admin access", "superuser", "inactive"])
def test_staff_and_closed_accounts_are_not_let_in_by_a_link(client: Client, porteur: User, kind: str) -> None:
    def change() -> None:
        if kind == "admin access":
            porteur.user_permissions.add(Permission.objects.get(codename="access_admin"))
        porteur.is_superuser, porteur.is_active = kind == "superuser", kind != "inactive"
        porteur.save()

    ask(client, porteur.email)
    earlier = mailed_path()
    change()

    later = ask(client, porteur.email)

    assert (later.status_code, later.url, Email.objects.count()) == (303, "/espace-porteur/lien-envoye/", 1)
    assert client.post(earlier, headers=FROM_HERE).status_code == 410
    assert not signed_in(client)


@pytest.mark.parametrize(
    ("asked", "reached"),
    [
        ("/espace-porteur/candidatures/3/", "/espace-porteur/candidatures/3/"),
        ("/kits/nec-metz-2024/?format=zip", "/kits/nec-metz-2024/?format=zip"),
        ("https://ailleurs.example/", SPACE),
        ("//ailleurs.example/", SPACE),
        ("/\\ailleurs.example/", SPACE),
        ("javascript:alert(1)", SPACE),
        ("/" + "x" * 300, SPACE),
        ("", SPACE),
    ],
)
def test_one_comes_back_to_the_page_asked_for_where_it_is_of_this_site(
    client: Client, porteur: User, asked: str, reached: str
) -> None:
    ask(client, porteur.email, asked)

    assert client.post(mailed_path(), headers=FROM_HERE).url == reached


def test_the_page_asked_for_goes_through_the_form(home: Any, client: Client) -> None:
    sent_there = client.get("/espace-porteur/candidatures/3/")

    assert (sent_there.status_code, sent_there.url) == (
        302,
        "/espace-porteur/?suite=%2Fespace-porteur%2Fcandidatures%2F3%2F",
    )
    html = client.get(sent_there.url).content.decode()
    assert 'name="suite" value="/espace-porteur/candidatures/3/"' in html
    assert 'name="suite" value="' not in client.get("/espace-porteur/?suite=//ailleurs.example/").content.decode()
