"""The page of the call, as visitors get it: the form, its errors, its opening days."""

import re
from datetime import date
from html import unescape as html_unescape
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from community.models import Territory, TerritoryKind, Theme
from events.candidatures import drafts
from events.candidatures.caution import CONFIRM, TRAP
from events.candidatures.demo_dossier import field_id
from events.candidatures.models import Candidature, CandidaturePage, Draft
from tests.events.candidatures.forms import begun
from tests.factories.candidatures import FROM_HERE
from tests.factories.formats import make_format

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("address", ["/candidature/", "/candidature/commencer/", "/candidature/reprendre/"])
def test_the_call_and_the_first_step_may_be_cached_by_anyone(
    call: CandidaturePage, client: Client, address: str
) -> None:
    response = client.get(address)

    assert response.status_code == 200
    assert not response.cookies
    assert response.headers.get("Vary") is None
    assert "no-store" not in response.headers.get("Cache-Control", "")
    assert not Draft.objects.exists()


def test_the_call_names_its_steps_and_the_first_page_is_the_first_one(call: CandidaturePage, client: Client) -> None:
    html = re.sub(r"\s+", " ", client.get("/candidature/").content.decode())
    first = re.sub(r"\s+", " ", client.get("/candidature/commencer/").content.decode())

    assert re.findall(r'aria-hidden="true">(\d)</span><span>([^<]+)<', html) == [
        ("1", "Votre structure"),
        ("2", "Votre projet"),
        ("3", "Publics et territoire"),
        ("4", "Partenaires et formats"),
        ("5", "Moyens et budget"),
        ("6", "Charte et envoi"),
    ]
    assert re.findall(r"Étape (\d) sur 6</span> ([^<]+)<", first) == [("1", "Votre structure")]


@pytest.mark.parametrize(
    ("step", "cost"), [("/candidature/commencer/", 7), ("etape/3/", 11), ("etape/4/", 10), ("", 10)]
)
def test_a_step_costs_the_same_with_one_or_three_territories_themes_and_formats(
    call: CandidaturePage, client: Client, step: str, cost: int
) -> None:
    address = step if step.startswith("/") else begun(call) + step

    def count() -> int:
        with CaptureQueriesContext(connection) as queries:
            assert client.get(address).status_code == 200
        return len(queries)

    Territory.objects.create(name="Vallée-Exemple", kind=TerritoryKind.TERRITOIRE)
    client.get(address)
    one = count()
    for number in (2, 3):
        Territory.objects.create(name=f"Vallée-Exemple {number}", kind=TerritoryKind.TERRITOIRE)
        Theme.objects.create(name=f"Thème exemple {number}")
    client.get(address)  # what the shell keeps until the content changes

    assert (one, count()) == (cost, cost)


def test_a_territory_and_formats_in_the_address_are_chosen_in_the_draft(call: CandidaturePage, client: Client) -> None:
    Territory.objects.create(name="Vallée-Exemple", kind=TerritoryKind.TERRITOIRE)
    first, second = make_format(title="Atelier exemple"), make_format(title="Fresque exemple")
    query = f"territoire=vallee-exemple&formats={first.slug},{second.slug},inconnu"

    link = re.search(r'href="([^"]*commencer/[^"]*)"', client.get(f"/candidature/?{query}").content.decode())[1]
    page = client.get(html_unescape(link))
    client.post(
        "/candidature/commencer/",
        {**page.context["carried"], field_id("organisation"): "Association exemple"},
        headers=FROM_HERE,
    )

    data = Draft.objects.get().data
    assert data[field_id("territory")] == ["vallee-exemple"]
    assert data[field_id("formats")] == [str(first.pk), str(second.pk)]


def test_what_an_address_says_wrongly_is_left_out(call: CandidaturePage, client: Client) -> None:
    client.post(
        "/candidature/commencer/",
        {"territoire": "nulle-part", "formats": "rien,du,tout", field_id("organisation"): "Association exemple"},
        headers=FROM_HERE,
    )

    assert Draft.objects.get().data == {field_id("organisation"): ["Association exemple"]}


def test_a_post_from_elsewhere_is_refused(call: CandidaturePage) -> None:
    client = Client(enforce_csrf_checks=True)
    data = {field_id("organisation"): "Association exemple"}
    token = drafts.begin(call, {})[1]

    for address in ("/candidature/commencer/", f"/candidature/reprendre/{token}/etape/1/"):
        assert client.post(address, data).status_code == 403
        assert client.post(address, data, headers={"origin": "https://ailleurs.example"}).status_code == 403
    assert Draft.objects.get().data == {}
    assert client.post("/candidature/commencer/", data, headers={"sec-fetch-site": "same-origin"}).status_code == 303


def test_what_fills_the_hidden_box_confirms_and_loses_nothing(send: Any) -> None:
    suspect = send(extra={TRAP: "https://example.org"})

    assert suspect.status_code == 422
    assert f'name="{CONFIRM}"' in suspect.content.decode()
    assert not Candidature.objects.exists()

    assert send(extra={TRAP: "https://example.org", CONFIRM: "oui"}).status_code == 303
    assert Candidature.objects.count() == 1


def test_what_fills_the_hidden_box_of_the_first_page_confirms_with_its_answers_kept(
    call: CandidaturePage, client: Client
) -> None:
    data = {field_id("organisation"): "Association exemple", TRAP: "https://example.org"}

    suspect = client.post("/candidature/commencer/", data, headers=FROM_HERE)

    assert suspect.status_code == 422
    assert 'value="Association exemple"' in suspect.content.decode()
    assert not Draft.objects.exists()
    assert client.post("/candidature/commencer/", {**data, CONFIRM: "oui"}, headers=FROM_HERE).status_code == 303
    assert Draft.objects.get().data == {field_id("organisation"): ["Association exemple"]}


@pytest.mark.parametrize(
    ("day", "is_open", "title"),
    [
        ("2026-02-28 12:00", False, "L’appel n’est pas encore ouvert"),
        ("2026-03-01 12:00", True, ""),
        ("2026-03-31 21:59:59Z", True, ""),
        ("2026-03-31 22:00:00Z", False, "L’appel est clos"),
    ],
)
def test_the_form_shows_and_takes_answers_on_opening_days_only(
    call: CandidaturePage, client: Client, day: str, is_open: bool, title: str
) -> None:
    CandidaturePage.objects.update(opens_on=date(2026, 3, 1), closes_on=date(2026, 3, 31))

    with time_machine.travel(day, tick=False):
        address = begun(call)
        page, first = client.get(call.url), client.get("/candidature/commencer/")
        post = client.post("/candidature/commencer/", {field_id("organisation"): "Exemple"}, headers=FROM_HERE)
        filed = client.post(f"{address}deposer/", {}, headers=FROM_HERE)

    assert page.context["takes_forms"] is is_open
    assert first.status_code == (200 if is_open else 302)
    assert (title in page.content.decode()) or is_open
    assert (post.status_code, filed.status_code) == ((303, 303) if is_open else (403, 403))
    assert Candidature.objects.exists() is is_open


def test_an_outside_form_replaces_ours(call: CandidaturePage, client: Client) -> None:
    CandidaturePage.objects.update(outside_url="https://demarches.example.org/nec")

    response = client.get(call.url)

    assert response.context["takes_forms"] is False
    assert 'href="https://demarches.example.org/nec"' in response.content.decode()
    assert client.post(call.url, {}, headers=FROM_HERE).status_code == 403
    assert client.post("/candidature/commencer/", {}, headers=FROM_HERE).status_code == 403
