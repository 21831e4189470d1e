"""An issue of the revue in a browser: six articles written, proofread, scheduled, out at their minute, taken away."""

import io
import time
import urllib.error
import urllib.request
import zipfile
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import feedparser
import pytest
from playwright.sync_api import Browser, Page
from playwright.sync_api import TimeoutError as WaitedTooLong

from tests.browser import IN_BROWSER, violations
from tests.revue import epub_check
from tests.road.demo import Demo
from tests.road.visits import signed_in

pytestmark = [*IN_BROWSER, pytest.mark.xdist_group("road")]
ARTICLES = [
    ("dossier", "Le champ et le serveur"),
    ("dossier", "Compter les semis"),
    ("eclairages", "Qui possède la recette"),
    ("enquetes", "Une cantine en données ouvertes"),
    ("enquetes", "Le marché sans file"),
    ("initiatives", "Le potager partagé"),
]
WITHIN = 180
"""Seconds that the worker may take on a busy machine, the minute waited for included."""


def status(url: str) -> int:
    try:
        with urllib.request.urlopen(url, timeout=20) as response:
            return response.status
    except urllib.error.HTTPError as error:
        return error.code


def wait_for(url: str) -> bytes:
    deadline = time.monotonic() + WITHIN
    while time.monotonic() < deadline:
        if status(url) == 200:
            with urllib.request.urlopen(url, timeout=20) as response:
                return response.read()
        time.sleep(1)
    pytest.fail(f"{url} did not come out.")


def make_issue(page: Page, url: str) -> str:
    """Write the issue; return the address of its desk."""
    page.goto(f"{url}/admin/pages/search/?q=La+revue")
    page.get_by_role("link", name="La revue", exact=True).first.click()
    index = page.url.rstrip("/").split("/pages/")[1].split("/")[0]
    page.goto(f"{url}/admin/pages/add/revue/issuepage/{index}/")
    page.locator("#id_title").fill("Alimentation et numérique (exemple)")
    choose(page, "#id_series-chooser", "La revue NEC")
    page.locator("#id_number").fill("6")
    page.locator("#id_season").fill("printemps 2027")
    page.locator("#id_date").fill("2027-03-30")
    page.keyboard.press("Escape")
    page.get_by_role("tab", name="Référencement").click()
    page.locator("#id_slug").fill("revue-6-exemple")
    wait_until_saved(page)
    issue = page.url.split("/pages/")[1].split("/")[0]
    return f"{url}/admin/revue/numero/{issue}/"


def wait_until_saved(page: Page) -> None:
    """The editor saves a valid draft by itself and takes its page’s address; where it has not, the button does."""
    page.locator("body").click(position={"x": 5, "y": 5})
    try:
        page.wait_for_url("**/edit/**", timeout=12_000, wait_until="commit")
    except WaitedTooLong:
        page.locator("button.action-save").click()
        page.wait_for_url("**/edit/**")
    page.wait_for_load_state("networkidle")


def choose(page: Page, chooser: str, name: str) -> None:
    """Choose a snippet by its name in the chooser of a field."""
    page.locator(f"{chooser} [data-chooser-action-choose]").first.click()
    page.locator(".modal-body").get_by_role("link", name=name).first.click()
    page.locator(".modal-body").wait_for(state="detached")


def write_article(page: Page, desk: str, rubrique: str, title: str, order: int) -> None:
    page.goto(desk)
    page.get_by_role("link", name="Ajouter un article").click()
    page.locator("#id_title").fill(title)
    page.locator("#id_rubrique").select_option(rubrique)
    page.locator("#id_order").fill(str(order))
    page.locator("#id_standfirst").fill(f"Un chapeau d’exemple pour « {title} ».")
    page.locator("#id_authors-ADD").click()
    choose(page, "#id_authors-0-contributor-chooser", "Camille Exemple")
    page.locator("#panel-child-texte-body-section, [data-contentpath=body]").first.scroll_into_view_if_needed()
    page.locator("[data-contentpath=body] .c-sf-add-button").first.click()
    page.get_by_role("option", name="Texte", exact=True).click()
    page.locator("[data-contentpath=body] .public-DraftEditor-content").first.click()
    page.keyboard.type(f"Le texte d’exemple de {title}.")
    wait_until_saved(page)
    page.locator("#w-footer-dropdown, [data-w-dropdown-target=toggle]").last.click()
    page.locator("button[name=action-submit]").click()
    page.wait_for_url("**/pages/**")


def proofread(page: Page, desk: str, title: str) -> None:
    page.goto(desk)
    page.get_by_role("link", name=title).first.click()
    page.wait_for_url("**/edit/**")
    page.locator(".footer__container [data-w-dropdown-target=toggle]").click()
    page.get_by_role("button", name="Donner le bon à paraître", exact=True).click()
    page.wait_for_url(lambda url: "/edit/" not in url)


def test_issue_is_written_proofread_scheduled_and_out(demo: Demo, browser: Browser, tmp_path: Path) -> None:
    public = f"{demo.url}/revue/revue-6-exemple/"
    writer = signed_in(browser, demo, "redaction")
    desk = make_issue(writer, demo.url)
    for order, (rubrique, title) in enumerate(ARTICLES, 1):
        write_article(writer, desk, rubrique, title, order)
    writer.goto(desk)
    assert writer.get_by_text("En relecture", exact=True).count() == 6
    assert writer.get_by_role("button", name="Faire paraître maintenant").count() == 0

    reader = signed_in(browser, demo, "relecture")
    for _, title in ARTICLES:
        proofread(reader, desk, title)
    reader.goto(desk)
    assert reader.get_by_text("Bon à paraître", exact=True).count() == 6
    assert status(public) == 404
    minute = (datetime.now(ZoneInfo("Europe/Paris")) + timedelta(seconds=75)).replace(second=0)
    reader.locator("#id_at").fill(f"{minute:%Y-%m-%dT%H:%M}")
    reader.get_by_role("button", name="Programmer la parution").click()
    reader.get_by_text("paraîtra le").first.wait_for()
    if datetime.now(ZoneInfo("Europe/Paris")) < minute:
        assert status(public) == 404

    html = wait_for(public).decode()
    assert [title in html for _, title in ARTICLES] == [True] * 6
    feed = feedparser.parse(wait_for(f"{demo.url}/revue/flux.atom"))
    assert not feed.bozo
    assert {title for _, title in ARTICLES} <= {entry.title for entry in feed.entries}
    book = wait_for(f"{public}numero.epub")
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        assert sum(name.startswith("EPUB/piece-") for name in archive.namelist()) == 6
    if epub_check.AVAILABLE:
        assert epub_check.complaints(book, tmp_path) == []
    assert wait_for(f"{public}numero.pdf").startswith(b"%PDF-")
    read_without_javascript(browser, public)


def read_without_javascript(browser: Browser, public: str) -> None:
    """Issue and article at 320 pixels, without JavaScript or mouse, then under axe."""
    page = browser.new_context(viewport={"width": 320, "height": 700}, java_script_enabled=False).new_page()
    page.goto(public)
    page.get_by_role("link", name=ARTICLES[0][1]).first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/le-champ-et-le-serveur/")
    assert page.get_by_role("heading", level=1).inner_text() == ARTICLES[0][1]
    sighted = browser.new_page(viewport={"width": 320, "height": 700})
    for url in (public, page.url):
        sighted.goto(url)
        assert violations(sighted) == []
        assert sighted.evaluate("document.documentElement.scrollWidth") == 320
