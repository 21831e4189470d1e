"""Pages in a real browser, made beforehand: nothing is fetched, and no query runs in the browser's loop."""

import re
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib.staticfiles import finders
from playwright.sync_api import Browser, Page, sync_playwright

CHROMIUM = shutil.which("chromium") or ""
IN_BROWSER = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM, reason="no Chromium on this machine: run « make services »"),
]
"""Marks of a test that drives the browser."""

WIDE, NARROW = (1280, "light"), (320, "dark")
"""Screens: width in CSS pixels, colour scheme."""

_SHEET = re.compile(r'<link[^>]+rel="stylesheet"[^>]*>')
_HREF = re.compile(r'href="/static/([^"?]+)')
Found = tuple[Any, ...]


@contextmanager
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


def styled(html: str) -> str:
    """The page with its style sheets inside."""

    def inline(match: re.Match[str]) -> str:
        found = _HREF.search(match[0])
        path = finders.find(found[1]) if found else None
        return f"<style>{Path(path).read_text(encoding='utf-8')}</style>" if path else ""

    return _SHEET.sub(inline, html)


def shown(browser: Browser, html: str = "", screen: tuple[int, str] = WIDE, **options: Any) -> Page:
    """A page of its own that fetches nothing and shows `html`; close its context where many are shown."""
    width, scheme = screen
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, reduced_motion="reduce", **options
    )
    page = context.new_page()
    page.route("**/*", lambda route: route.abort())
    if html:
        page.set_content(html, wait_until="domcontentloaded")
    return page


def faults(
    documents: Mapping[str, str],
    screens: Iterable[tuple[int, str]] = (WIDE, NARROW),
    *,
    part: Callable[[str], str | None] = lambda name: None,
    also: Callable[[Page], Iterable[Found]] = lambda page: (),
) -> list[Found]:
    """What is wrong with each page on each screen: axe violations, a sideways scroll, and what `also` finds.

    `part` says by its name which part of a page axe reads (a selector); all of it otherwise.
    """
    found: list[Found] = []
    with chromium() as browser:
        for screen in screens:
            page = shown(browser, screen=screen)
            for name, html in documents.items():
                page.set_content(html, wait_until="domcontentloaded")
                found += [(name, *screen, *each) for each in (*violations(page, part(name)), *also(page))]
            page.context.close()
    return found


def violations(page: Page, part: str | None = None) -> list[Found]:
    """Axe's violations on the page as it is, and how far it scrolls sideways where it does."""
    response = Axe().run(page, context=part).response
    found = [(each["id"], [node["html"][:160] for node in each["nodes"]]) for each in response["violations"]]
    sideways = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    return [*found, ("sideways", sideways)] if sideways > 0 else found
