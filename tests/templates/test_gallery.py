"""Every component at once, in a real browser: no axe violation and no sideways scroll, light and dark."""

import shutil

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

from nec_cms import bundle
from tests.templates import gallery

CHROMIUM = shutil.which("chromium") or ""
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM, reason="no Chromium on this machine: run « make services »"),
]


@pytest.fixture(scope="module")
def browser():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


def dressed_gallery() -> str:
    """The gallery with its style sheet inside, since nothing is fetched."""
    css = (bundle.build() / bundle.NAME).read_text(encoding="utf-8")
    return gallery.render().replace("</head>", f"<style>{css}</style></head>")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 320])
def test_every_component_is_accessible_and_fits_its_screen(browser, width, scheme):
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, reduced_motion="reduce"
    )
    page = context.new_page()
    page.route("**/*", lambda route: route.abort())
    page.set_content(dressed_gallery(), wait_until="domcontentloaded")
    found = [
        (violation["id"], [node["html"] for node in violation["nodes"]])
        for violation in Axe().run(page).response["violations"]
    ]
    sideways = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    context.close()
    assert found == []
    assert sideways == 0


def test_the_menu_opens_and_closes_on_a_phone_without_script(browser):
    context = browser.new_context(viewport={"width": 390, "height": 844}, java_script_enabled=False)
    page = context.new_page()
    page.route("**/*", lambda route: route.abort())
    page.set_content(dressed_gallery(), wait_until="domcontentloaded")
    entry = page.get_by_role("navigation", name="Menu principal").get_by_role("link", name="La revue")
    seen = [entry.is_visible()]
    page.get_by_role("button", name="Menu").click()
    seen.append(entry.is_visible())
    page.get_by_role("button", name="Fermer").click()
    seen.append(entry.is_visible())
    context.close()
    assert seen == [False, True, False]
