"""The kit's pages in a real browser: no axe violation, no sideways scroll, light and dark, by keyboard."""

import re
import shutil
from datetime import timedelta

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.test import Client
from django.utils import timezone
from playwright.sync_api import sync_playwright

from events.kits.brand_kit import token_of
from events.kits.models import BrandRequest, LastDownload
from nec_cms import bundle

CHROMIUM = shutil.which("chromium") or ""
pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db,
    pytest.mark.skipif(not CHROMIUM, reason="no Chromium on this machine: run « make services »"),
]


@pytest.fixture
def documents(kit, porteur) -> dict[str, str]:
    """Every page of this room, its style sheet inside and nothing to fetch: no query runs in the browser's loop."""
    now = timezone.now()
    link = kit.share_links.create(
        recipient="Imprimerie exemple", created_by=porteur, expires_at=now + timedelta(days=7)
    )
    closed = kit.share_links.create(recipient="Presse", expires_at=now - timedelta(days=1))
    LastDownload.objects.create(kit=kit, user=porteur, at=now - timedelta(days=1))
    kit.changes.create(at=now, reasons=["la date a changé"], names=["affiche-a4.pdf"])
    asked = BrandRequest.objects.create(name="Camille Exemple", structure="Ville exemple", email="c@example.org")
    reader, anyone = Client(), Client()
    reader.force_login(porteur)
    answers = {
        "kit": reader.get("/kits/nec-metz-2024/"),
        "wrong link": reader.post("/kits/nec-metz-2024/liens/", {"recipient": "", "days": "7"}),
        "shared": anyone.get(link.get_absolute_url()),
        "closed": anyone.get(closed.get_absolute_url()),
        "brand": anyone.get("/kits/marque/"),
        "wrong brand": anyone.post("/kits/marque/", {}, headers={"Origin": "http://testserver"}),
        "brand page": anyone.get(f"/kits/marque/{token_of(asked)}/"),
    }
    css = (bundle.build() / bundle.NAME).read_text(encoding="utf-8")
    pages = {name: answer.content.decode() for name, answer in answers.items()}
    return {name: re.sub("</head>", lambda _: f"<style>{css}</style></head>", html) for name, html in pages.items()}


def test_pages_are_accessible_and_fit_their_screen(documents: dict[str, str]) -> None:
    found = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        for width, scheme in ((1280, "light"), (320, "dark")):
            context = browser.new_context(
                viewport={"width": width, "height": 900}, color_scheme=scheme, reduced_motion="reduce"
            )
            page = context.new_page()
            page.route("**/*", lambda route: route.abort())
            for name, html in documents.items():
                page.set_content(html, wait_until="domcontentloaded")
                for violation in Axe().run(page).response["violations"]:
                    nodes = [node["html"][:160] for node in violation["nodes"]]
                    found.append((name, width, scheme, violation["id"], nodes))
                sideways = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
                if sideways > 0:
                    found.append((name, width, scheme, "sideways", sideways))
            context.close()
        browser.close()
    assert found == []


def test_a_link_is_made_with_the_keyboard_alone(documents: dict[str, str]) -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_context(java_script_enabled=True).new_page()
        page.route("**/*", lambda route: route.abort())
        page.set_content(documents["kit"], wait_until="domcontentloaded")
        page.focus("[name=recipient]")
        page.keyboard.type("Imprimerie")
        reached = []
        for _ in range(2):
            page.keyboard.press("Tab")
            reached.append(page.evaluate("document.activeElement.name || document.activeElement.textContent"))
        browser.close()
    assert reached == ["days", "Créer le lien"]
