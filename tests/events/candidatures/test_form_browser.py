"""Every step and state of the form, the receipt and the space in a real browser: axe, narrow screens, error links."""

import re
from typing import Any

import pytest
from django.test import Client
from playwright.sync_api import Page

from events.candidatures import drafts
from events.candidatures.demo_dossier import field_id
from events.candidatures.models import Candidature, CandidaturePage
from nec_cms.models import User
from tests.browser import IN_BROWSER, WIDE, faults, styled
from tests.events.candidatures.files import upload
from tests.factories.candidatures import FROM_HERE, post_data

pytestmark = [*IN_BROWSER, pytest.mark.django_db]
SCRIPT = {**FROM_HERE, "accept": "application/json"}


@pytest.fixture
def states(call: CandidaturePage, client: Client) -> dict[str, str]:
    """HTML of each state by name, its style sheet inside: nothing is fetched."""
    found: dict[str, Any] = {
        "call": client.get("/candidature/"),
        "first step": client.get("/candidature/commencer/"),
        "resume": client.get("/candidature/reprendre/"),
        "resume with an error": client.post("/candidature/reprendre/", {"email": "camille"}, headers=FROM_HERE),
        "link sent": client.post("/candidature/reprendre/", {"email": "x@example.org"}, headers=FROM_HERE),
        "unknown draft": client.get("/candidature/reprendre/inconnu/"),
    }
    empty = f"/candidature/reprendre/{drafts.begin(call, {})[1]}/"
    for place in range(1, 7):
        found[f"step {place} sent empty"] = client.post(f"{empty}etape/{place}/", {}, headers=FROM_HERE)
    found["recap sent empty"] = client.post(f"{empty}deposer/", {}, headers=FROM_HERE)
    full = f"/candidature/reprendre/{drafts.begin(call, dict(post_data(call).lists()))[1]}/"
    letter = {"champ": field_id("support_letter"), "fichier": upload()}
    assert client.post(f"{full}fichiers/", letter, headers=SCRIPT).status_code == 200
    for place in range(1, 7):
        found[f"step {place} answered"] = client.get(f"{full}etape/{place}/")
    found["stale tab"] = client.post(f"{full}etape/3/", {"vu": "x", field_id("audience"): "1"}, headers=FROM_HERE)
    found["recap"] = client.get(full)
    found["suspect"] = client.post(f"{full}deposer/", {"site-web": "x"}, headers=FROM_HERE)
    found["paused"] = client.get(f"{full}pause/")
    found["forget"] = client.get(f"{full}oublier/")
    receipt = client.post(f"{full}deposer/", {}, headers=FROM_HERE).url
    found["receipt"] = client.get(receipt)
    found["filed in another tab"] = client.post(f"{full}etape/1/", {}, headers=FROM_HERE)
    file = Candidature.objects.get()
    found["sign in"] = client.get("/espace-porteur/")
    user = User.objects.create_user(file.contact_email)
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    space = f"/espace-porteur/candidatures/{file.pk}/"
    for name in ("", "partage/", "retirer/"):
        found[f"space file {name}"] = client.get(space + name)
    found["share with an error"] = client.post(f"{space}partage/", {"email": "x"})
    found["space"] = client.get("/espace-porteur/")
    found["my data"] = client.get("/espace-porteur/mes-donnees/")
    found["my data unconfirmed"] = client.post("/espace-porteur/mes-donnees/")
    assert {
        name: each.status_code for name, each in found.items() if each.status_code not in (200, 404, 409, 422)
    } == {}
    return {name: styled(each.content.decode()) for name, each in found.items()}


def dead_links(page: Page) -> list[tuple[str, str]]:
    """On a wide screen, links of the error summary that do not bring their field, or its group, into focus."""
    dead: list[tuple[str, str]] = []
    if page.viewport_size["width"] != WIDE[0]:
        return dead
    for link in page.query_selector_all('.error-summary a[href^="#"]'):
        link.focus()
        page.keyboard.press("Enter")
        target = (link.get_attribute("href") or "#")[1:]
        if not page.evaluate("id => document.activeElement === document.getElementById(id)", target):
            dead.append(("dead link", target))
    return dead


def test_every_state_is_accessible_fits_and_links_its_errors(states: dict[str, str]) -> None:
    assert faults(states, also=dead_links) == []


def test_no_page_of_the_form_has_inline_style_or_script(states: dict[str, str]) -> None:
    found = [
        (name, match)
        for name, html in states.items()
        for match in re.findall(r"<script(?![^>]*src=)[^>]*>|\sstyle=\"[^\"]*\"|\son\w+=\"[^\"]*\"", html)
    ]

    assert found == []
