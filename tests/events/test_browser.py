"""Pages of the section in a real browser: no axe violation, no sideways scroll, light and dark, wide and narrow."""

import shutil

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.test import Client
from playwright.sync_api import sync_playwright

from events.demo import build
from events.formats import demo as formats_demo
from home import demo as home_demo
from nec_cms import bundle
from tests.events.pages import get

CHROMIUM = shutil.which("chromium") or ""
pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db,
    pytest.mark.skipif(not CHROMIUM, reason="no Chromium on this machine: run « make services »"),
]
PAGES = [
    "/nec-locaux/",
    "/nec-locaux/agenda/",
    "/nec-locaux/agenda/?territoire=drome&mois=x",
    "/nec-locaux/agenda/?q=introuvable",
    "/nec-locaux/editions/",
    "/nec-locaux/editions/?type=region&annee=2021",
    "/nec-locaux/editions/?q=introuvable&type=planete",
    "/nec-locaux/nec-strasbourg-exemple/",
    "/nec-locaux/nec-vosges-exemple/",
    "/nec-locaux/nec-orleans-metropole-exemple/",
    "/nec-locaux/nec-974-la-reunion-2022/",
    "/nec-locaux/nec-sambre-avesnois-thierache-exemple/",
    "/nec-locaux/nec-martinique-exemple/",
    "/nec-locaux/nec-maine-et-loire-exemple/",
    "/nec-locaux/edition-nationale-2023/",
    "/formats/",
    "/formats/?duree=journee",
    "/formats/la-fresque-des-communs/",
    "/formats/l-expo-des-ecrans-sobres/",
]


@pytest.fixture
def documents(client: Client) -> dict[str, str]:
    """The demo's pages, their style sheet inside: nothing is fetched, and no query runs in the browser's loop."""
    home_demo.build()
    formats_demo.build()
    build()
    css = (bundle.build() / bundle.NAME).read_text(encoding="utf-8")
    return {url: get(client, url).replace("</head>", f"<style>{css}</style></head>") for url in PAGES}


def test_pages_are_accessible_and_fit_their_screen(documents: dict[str, str]) -> None:
    found = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        for width, scheme in ((1280, "light"), (320, "dark"), (390, "light")):
            context = browser.new_context(
                viewport={"width": width, "height": 900}, color_scheme=scheme, reduced_motion="reduce"
            )
            page = context.new_page()
            page.route("**/*", lambda route: route.abort())
            for url, html in documents.items():
                page.set_content(html, wait_until="domcontentloaded")
                for violation in Axe().run(page).response["violations"]:
                    nodes = [node["html"][:160] for node in violation["nodes"]]
                    found.append((url, width, scheme, violation["id"], nodes))
                sideways = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
                if sideways > 0:
                    found.append((url, width, scheme, "sideways", sideways))
            context.close()
        browser.close()
    assert found == []
