"""With JavaScript the agenda follows its filters without a reload, and keeps focus, history and announcements."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
import time_machine
from axe_playwright_python.sync_playwright import Axe
from django.contrib.staticfiles import finders
from django.test import Client
from playwright.sync_api import Page, Route

from tests.browser import IN_BROWSER, chromium
from tests.events.pages import get
from tests.events.reference_2024 import SEPTEMBER, make_calendar
from tests.factories.events import ThemeFactory, make_event, make_index

pytestmark = [*IN_BROWSER, pytest.mark.django_db]
SITE, AGENDA = "http://nec.example", "/nec-locaux/agenda/"
QUERIES = [
    "",
    "territoire=metz",
    "territoire=metz&mois=2024-10",
    "territoire=metz&mois=2024-11",
    "mois=2024-10",
    "mois=2024-11",
    "q=saclay",
    "theme=communs",
    "theme=communs&page=2",
    "theme=communs&page=1",
    "territoire=nulle-part",
]


@pytest.fixture
def answers(client: Client, home: Any, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """The agenda at each address, as the server gives it: no query runs in the browser's loop."""
    monkeypatch.setattr("events.listing.AGENDA_PER_PAGE", 6)
    make_index()
    with time_machine.travel(SEPTEMBER, tick=False):
        make_calendar()
        theme = ThemeFactory(name="Communs")
        for number in range(8):
            make_event(f"NEC {number:02d}", date(2025, 1, 3), themes=[theme])
        return {f"{AGENDA}?{query}".removesuffix("?"): get(client, f"{AGENDA}?{query}") for query in QUERIES}


@pytest.fixture
def page(answers: dict[str, str]) -> Iterator[Page]:
    script = Path(finders.find("nec/live_list.js")).read_text(encoding="utf-8")

    def answer(route: Route) -> None:
        parts = urlsplit(route.request.url)
        address = f"{parts.path}?{parts.query}".removesuffix("?")
        if address in answers:
            route.fulfill(body=answers[address], content_type="text/html; charset=utf-8")
        elif parts.path.endswith("live_list.js"):
            route.fulfill(body=script, content_type="text/javascript")
        else:
            route.fulfill(status=404, body="")

    with chromium() as browser:
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.route("**/*", answer)
        page.goto(SITE + AGENDA)
        page.evaluate("window.same = true; window.region = document.querySelector('.filters-count')")
        yield page


def rows(page: Page) -> list[str]:
    return [" ".join(each.split()) for each in page.locator(".agenda-title").all_inner_texts()]


def choose(page: Page, name: str, value: str) -> None:
    """Tick a choice, whether its panel is open or not."""
    page.locator(f'input[name="{name}"][value="{value}"]').evaluate("box => box.click()")


def settle(page: Page, address: str) -> None:
    """Wait until the list of an address is shown; it is the same document, and the same live region."""
    page.wait_for_function(
        "address => location.pathname + location.search === address && !document.querySelector('[aria-busy]')",
        arg=address,
    )
    assert page.evaluate("window.same && window.region.isConnected")


def test_choosing_filters_changes_list_address_and_count_and_keeps_the_focus(page: Page) -> None:
    page.get_by_text("Territoire", exact=True).first.click()
    box = page.locator('input[name="territoire"][value="metz"]')
    box.focus()
    page.keyboard.press("Space")
    settle(page, f"{AGENDA}?territoire=metz")
    assert rows(page) == ["NEC Metz"]
    assert page.locator(".filters-count").inner_text() == "1 édition à venir"
    assert page.evaluate("document.activeElement.value") == "metz"
    assert page.locator(".filter-total").inner_text().split()[-1] == "1"
    assert page.locator(".filter[open]").count() == 1
    page.keyboard.press("Escape")
    assert page.locator(".filter[open]").count() == 0
    assert page.evaluate("document.activeElement.localName") == "summary"


def test_back_and_forward_show_what_was_shown(page: Page) -> None:
    choose(page, "territoire", "metz")
    settle(page, f"{AGENDA}?territoire=metz")
    choose(page, "mois", "2024-10")
    settle(page, f"{AGENDA}?territoire=metz&mois=2024-10")
    page.go_back()
    settle(page, f"{AGENDA}?territoire=metz")
    assert not page.locator('input[name="mois"][value="2024-10"]').is_checked()
    page.go_back()
    settle(page, AGENDA)
    assert len(rows(page)) == 6
    page.go_forward()
    settle(page, f"{AGENDA}?territoire=metz")
    assert page.locator('input[name="territoire"][value="metz"]').is_checked()
    assert rows(page) == ["NEC Metz"]


def test_removing_a_tag_unchecks_its_choice_and_hands_the_focus_on(page: Page) -> None:
    choose(page, "territoire", "metz")
    settle(page, f"{AGENDA}?territoire=metz")
    choose(page, "mois", "2024-10")
    settle(page, f"{AGENDA}?territoire=metz&mois=2024-10")
    page.get_by_role("link", name="Retirer le filtre Territoire").focus()
    page.keyboard.press("Enter")
    settle(page, f"{AGENDA}?mois=2024-10")
    assert not page.locator('input[name="territoire"][value="metz"]').is_checked()
    assert "Retirer le filtre Mois" in page.evaluate("document.activeElement.textContent")


def test_search_follows_typing(page: Page) -> None:
    page.locator("#id_q").press_sequentially("saclay")
    settle(page, f"{AGENDA}?q=saclay")
    assert rows(page) == ["NEC Paris-Saclay"]
    assert page.evaluate("document.activeElement.name") == "q"


def test_paging_moves_the_focus_to_the_list(page: Page) -> None:
    choose(page, "theme", "communs")
    settle(page, f"{AGENDA}?theme=communs")
    page.get_by_role("link", name="Page suivante").click()
    settle(page, f"{AGENDA}?theme=communs&page=2")
    assert rows(page) == ["NEC 06", "NEC 07"]
    assert page.evaluate("document.activeElement.hasAttribute('data-live-results')")
    assert page.title().startswith("Agenda des NEC locaux, page 2")


def test_empty_list_and_unknown_value_are_told_and_accessible(page: Page) -> None:
    choose(page, "territoire", "metz")
    settle(page, f"{AGENDA}?territoire=metz")
    choose(page, "mois", "2024-11")
    settle(page, f"{AGENDA}?territoire=metz&mois=2024-11")
    assert page.locator(".filters-count").inner_text() == "Aucun résultat"
    assert Axe().run(page).response["violations"] == []
    page.get_by_role("link", name="Sans le filtre « Territoire »").click()
    settle(page, f"{AGENDA}?mois=2024-11")
    assert len(rows(page)) == 4


def test_list_that_cannot_be_fetched_is_gone_to(page: Page, answers: dict[str, str]) -> None:
    answers[f"{AGENDA}?mois=2024-10"] = "<title>Une panne</title>"
    choose(page, "mois", "2024-10")
    page.wait_for_function("document.title === 'Une panne'")
    assert page.evaluate("location.search") == "?mois=2024-10"


def test_page_with_its_list_is_accessible(page: Page) -> None:
    assert Axe().run(page).response["violations"] == []
    page.goto(f"{SITE}{AGENDA}?territoire=nulle-part")
    assert Axe().run(page).response["violations"] == []
