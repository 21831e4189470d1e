"""Signing in by link: bad addresses, too many tries, posts from elsewhere, leaving, old links."""

import re
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.utils import timezone
from post_office.models import Email

from events.candidatures.accounts import account_for
from events.candidatures.models import SignInLink
from events.candidatures.sweeps import forget_sign_in_links
from nec_cms.models import User
from tests.events.candidatures.entering import SPACE, ask, mailed_path, signed_in

pytestmark = pytest.mark.django_db


def test_the_page_asks_for_an_address_and_sets_no_cookie(home: Any, client: Client) -> None:
    response = client.get(SPACE)

    assert response.status_code == 200
    assert "Recevoir un lien de connexion" in response.content.decode()
    assert not response.cookies
    assert "no-store" in response["Cache-Control"]


@pytest.mark.parametrize(
    ("email", "message"),
    [
        ("", "Indiquez votre adresse."),
        ("camille", "Cette adresse n’est pas complète. Exemple\u00a0: camille.exemple@example.org"),
    ],
)
def test_a_bad_address_is_told_how_to_mend_it(home: Any, client: Client, email: str, message: str) -> None:
    response = ask(client, email)

    assert (response.status_code, list(response.context["form"].errors["email"])) == (422, [message])


def test_one_address_asks_for_five_links_in_a_quarter_of_an_hour(client: Client, porteur: User) -> None:
    with time_machine.travel("2026-01-05 10:05:00Z", tick=False):
        answers = [ask(client, porteur.email) for _ in range(6)]
        other = ask(client, "autre@example.org")

    assert [each.status_code for each in answers] == [303] * 5 + [429]
    assert answers[-1]["Retry-After"] == "600"
    assert "Attendez 10 minutes" in answers[-1].content.decode()
    assert (other.status_code, Email.objects.count()) == (303, 5)


def test_one_network_address_asks_for_thirty_links_an_hour(home: Any, client: Client) -> None:
    with time_machine.travel("2026-01-05 10:05:00Z", tick=False):
        statuses = [ask(client, f"personne{number}@example.org").status_code for number in range(31)]

    assert statuses == [303] * 30 + [429]


@pytest.mark.parametrize("headers", [{}, {"origin": "https://ailleurs.example"}, {"sec-fetch-site": "cross-site"}])
def test_posts_from_elsewhere_are_refused(porteur: User, headers: dict[str, str]) -> None:
    client = Client(enforce_csrf_checks=True)
    ask(client, porteur.email)
    path = mailed_path()

    assert client.post(SPACE, {"email": porteur.email}, headers=headers).status_code == 403
    assert client.post(path, headers=headers).status_code == 403
    assert not signed_in(client)


def test_leaving_wants_a_post_with_a_token_and_ends_the_session(client: Client, porteur: User) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(porteur, backend="django.contrib.auth.backends.ModelBackend")
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', strict.get(SPACE).content.decode())[1]

    assert strict.get("/espace-porteur/sortir/").status_code == 405
    assert strict.post("/espace-porteur/sortir/").status_code == 403
    left = strict.post("/espace-porteur/sortir/", {"csrfmiddlewaretoken": token})

    assert (left.status_code, left.url, signed_in(strict)) == (303, SPACE, False)


def test_an_account_is_made_once() -> None:
    first, second = account_for(" Camille@Example.org ", "Camille Exemple"), account_for("camille@example.org")

    assert first == second
    assert (first.email, first.last_name, first.has_usable_password()) == (
        "camille@example.org",
        "Camille Exemple",
        False,
    )


def test_old_links_are_forgotten(client: Client, porteur: User) -> None:
    ask(client, porteur.email)
    SignInLink.objects.update(created_at=timezone.now() - timedelta(days=3))
    ask(client, porteur.email)

    assert forget_sign_in_links() == 1
    assert SignInLink.objects.count() == 1
