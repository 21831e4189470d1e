"""The selection and the open data in a real browser: axe, narrow screens, and choosing without a reload."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.contrib.staticfiles import finders
from django.test import Client
from playwright.sync_api import Page, Route

from tests.browser import IN_BROWSER, NARROW, WIDE, chromium, violations
from tests.events.pages import get
from tests.factories.formats import make_catalogue, make_format

pytestmark = [*IN_BROWSER, pytest.mark.django_db]
PAGES = [
    "/formats/",
    "/formats/?formats=fresque,rien",
    "/formats/fresque/?formats=fresque",
    "/formats/selection/",
    "/formats/selection/?formats=jeu,fresque,ancien",
    "/donnees/",
]
ON_THE_WAY = [
    "/formats/?formats=jeu",
    "/formats/fresque/",
    "/formats/fresque/?formats=jeu",
    "/formats/fresque/?formats=jeu,fresque",
    "/formats/selection/?formats=jeu,fresque",
    "/formats/selection/?formats=fresque",
]
"""What the second test goes through."""

SITE = "http://testserver"


@pytest.fixture
def page(home: Any, client: Client) -> Iterator[Page]:
    """A page of a browser that is handed documents made beforehand: no query can run in playwright's loop."""
    make_catalogue()
    make_format("Fresque", (2100,), slug="fresque", needs="Une salle")
    make_format("Jeu", (2100,), slug="jeu")
    make_format("Ancien", (2020,), slug="ancien")
    documents = {url: get(client, url) for url in (*PAGES, *ON_THE_WAY)}

    def answer(route: Route) -> None:
        address = urlsplit(route.request.url)
        url = f"{address.path}?{address.query}" if address.query else address.path
        if url in documents:
            route.fulfill(body=documents[url], content_type="text/html; charset=utf-8")
            return
        if not address.path.startswith("/static/"):
            route.abort()  # the script does without: the links still lead on
            return
        found = finders.find(address.path.removeprefix("/static/"))
        route.fulfill(path=found) if found else route.abort()

    with chromium() as browser:
        shown = browser.new_page(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
        shown.route("**/*", answer)
        yield shown


def test_pages_are_accessible_and_fit_their_screen(page: Page) -> None:
    found = []
    for width, scheme in (WIDE, NARROW):
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)
        for url in PAGES:
            page.goto(f"{SITE}{url}")
            page.evaluate("document.querySelectorAll('details').forEach((each) => each.open = true)")
            found += [(url, width, scheme, *each) for each in violations(page)]
    assert found == []


def test_selection_is_made_by_keyboard_without_a_reload_and_kept_for_the_next_visit(page: Page) -> None:
    page.goto(f"{SITE}/formats/")
    page.evaluate("window.stayed = true")
    page.focus("a[data-selection-toggle=jeu]")
    page.keyboard.press("Enter")
    page.wait_for_url("**/formats/?formats=jeu")
    page.wait_for_selector(".selection-bar")
    assert page.evaluate("window.stayed") is True
    assert page.evaluate("document.activeElement.dataset.selectionToggle") == "jeu"
    assert page.inner_text("[data-selection-status]") == "1 format dans votre sélection"

    page.goto(f"{SITE}/formats/fresque/")
    page.wait_for_url("**/formats/fresque/?formats=jeu")
    page.click("a[data-selection-toggle=fresque]")
    page.wait_for_url("**/formats/fresque/?formats=jeu,fresque")

    page.goto(f"{SITE}/formats/selection/?formats=jeu,fresque")
    page.click("a[data-selection-toggle=jeu]")
    page.wait_for_url("**/formats/selection/?formats=fresque")
    assert page.evaluate("document.activeElement.dataset.selectionPart") == "list"
    assert page.evaluate("localStorage.getItem('nec-formats')") == "fresque"
