"""Every component at once, in a real browser: no axe violation and no sideways scroll, light and dark."""

import pytest

from tests.browser import IN_BROWSER, chromium, shown, styled, violations
from tests.templates import gallery

pytestmark = IN_BROWSER


@pytest.fixture(scope="module")
def browser():
    with chromium() as browser:
        yield browser


def dressed_gallery() -> str:
    """The gallery with its style sheet inside, since nothing is fetched."""
    return styled(gallery.render())


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 320])
def test_every_component_is_accessible_and_fits_its_screen(browser, width, scheme):
    page = shown(browser, dressed_gallery(), (width, scheme))
    found = violations(page)
    page.context.close()
    assert found == []


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
