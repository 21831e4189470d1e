"""Somebody before the demo: a visitor, or a member of the staff who has signed in."""

from playwright.sync_api import Browser, Page, expect

from nec_cms.demo import DEMO_PASSWORD
from tests.road.demo import Demo

PAGE_WITHIN = 60_000
"""Milliseconds that a page, or what it shows, may take on a busy machine."""


def at(browser: Browser, demo: Demo) -> Page:
    """A page of somebody new: no cookie, nothing remembered."""
    context = browser.new_context(
        base_url=demo.url, locale="fr-FR", timezone_id="Europe/Paris", viewport={"width": 1280, "height": 900}
    )
    page = context.new_page()
    page.set_default_timeout(PAGE_WITHIN)
    expect.set_options(timeout=PAGE_WITHIN)
    return page


def signed_in(browser: Browser, demo: Demo, name: str) -> Page:
    """A page of the account `name` of the demo, on the home page of the admin."""
    page = at(browser, demo)
    page.goto("/admin/login/")
    page.locator("[name=username]").fill(f"{name}@example.org")
    page.get_by_label("Mot de passe", exact=False).fill(DEMO_PASSWORD)
    page.locator("[name=password]").press("Enter")
    page.wait_for_url("**/admin/")
    return page
