"""The kit's pages in a real browser: no axe violation, no sideways scroll, light and dark, by keyboard."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from events.kits.brand_kit import token_of
from events.kits.models import BrandRequest, LastDownload
from tests.browser import IN_BROWSER, chromium, faults, shown, styled

pytestmark = [*IN_BROWSER, pytest.mark.django_db]


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
    return {name: styled(answer.content.decode()) for name, answer in answers.items()}


def test_pages_are_accessible_and_fit_their_screen(documents: dict[str, str]) -> None:
    assert faults(documents) == []


def test_a_link_is_made_with_the_keyboard_alone(documents: dict[str, str]) -> None:
    with chromium() as browser:
        page = shown(browser, documents["kit"])
        page.focus("[name=recipient]")
        page.keyboard.type("Imprimerie")
        reached = []
        for _ in range(2):
            page.keyboard.press("Tab")
            reached.append(page.evaluate("document.activeElement.name || document.activeElement.textContent"))
    assert reached == ["days", "Créer le lien"]
