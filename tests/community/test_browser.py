"""The directory, its territories and the search in a real browser: axe, keyboard, no sideways scroll at 320 px."""

from datetime import date

import pytest
from django.test import Client
from playwright.sync_api import Page

from community.models import Territory
from tests.browser import IN_BROWSER, chromium, faults, shown, styled
from tests.community.conftest import speak_of
from tests.events.pages import get
from tests.factories.community import OrganisationFactory, TerritoryFactory
from tests.factories.events import make_event
from tests.factories.home import ContentPageFactory

pytestmark = [*IN_BROWSER, pytest.mark.django_db]
PAGES = [
    "/communaute/",
    "/communaute/?tous=oui",
    "/communaute/?type=departement&region=grand-est&q=o",
    "/communaute/?type=planete&q=introuvable",
    "/communaute/grand-est/",
    "/communaute/la-reunion/",
    "/communaute/ailleurs-exemple/",
    "/recherche/",
    "/recherche/?q=exemple",
    "/recherche/?q=exemple&genre=editions&page=x",
    "/recherche/?q=metz&genre=pages",
    "/recherche/?q=introuvable",
]


@pytest.fixture
def documents(client: Client, places: dict[str, Territory], home) -> dict[str, str]:
    """The pages, their style sheet inside: nothing is fetched, and no query runs in the browser's loop."""
    wide = TerritoryFactory(name="Pays à cheval exemple", parent=places["grand-est"], latitude="50.0", longitude="3.9")
    for rank, place in enumerate(["metz", "metz", "vosges", "moselle", "la-reunion", "grand-est"]):
        make_event(f"NEC Exemple {rank}", date(2018 + rank, 10, 3), territories=[places[place], wide])
    make_event("NEC Exemple à venir", date(2040, 10, 3), territories=[places["metz"]])
    make_event("NEC Exemple sans date", None, territories=[places["metz"]])
    speak_of(places["metz"], places["occitanie"])
    OrganisationFactory(territory=places["grand-est"], url="https://example.org/")
    ContentPageFactory(parent=home, title="Page exemple", search_description="Une page d’exemple.")
    return {url: styled(get(client, url)) for url in PAGES}


def test_pages_are_accessible_and_fit_their_screen(documents: dict[str, str]) -> None:
    assert faults(documents) == []


def test_the_map_is_gone_through_by_keyboard_or_skipped(documents: dict[str, str]) -> None:
    with chromium() as browser:
        page = shown(browser, documents["/communaute/"])
        walked = walk(page, from_="#type, .filters-form button", until=".map a", most=4)
        skip = page.locator(".directory-skip")
        skip.focus()
        seen = skip.bounding_box()
        page.keyboard.press("Tab")
        first = focused(page)
        outlined = page.evaluate("getComputedStyle(document.activeElement.querySelector('path')).strokeWidth")
        skip.focus()
        page.keyboard.press("Enter")
        landed = page.evaluate("document.activeElement.id")
    assert walked[0] == "Passer la carte et lire la liste"
    assert walked[1] == first
    assert first in {"Moselle\u00a0: 3 éditions", "Vosges\u00a0: 1 édition", "Moselle\u00a0: 5 éditions"}
    assert seen is not None
    assert seen["x"] >= 0
    assert outlined == "4px"
    assert landed == "liste"


def walk(page: Page, *, from_: str, until: str, most: int) -> list[str]:
    """The names of what the tabulator reaches after `from_`, up to the first that matches `until`."""
    page.locator(from_).last.focus()
    names: list[str] = []
    for _ in range(most):
        page.keyboard.press("Tab")
        names.append(focused(page))
        if page.evaluate(f"document.activeElement.matches({until!r})"):
            break
    return names


def focused(page: Page) -> str:
    return page.evaluate(
        "document.activeElement.getAttribute('aria-label') || document.activeElement.textContent.trim()"
    )
