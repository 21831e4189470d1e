"""The desk and the pages that follow a filing, in a real browser: no axe violation, no sideways scroll."""

import re
import shutil
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib.staticfiles import finders
from django.test import Client
from django.urls import reverse
from playwright.sync_api import sync_playwright

from events.candidatures import complements, demo_desk, exchanges
from events.candidatures.demo_dossier import field_id
from events.candidatures.models import Candidature
from events.candidatures.states import State
from nec_cms import bundle
from tests.events.candidatures.dossiers import event_index, instructor, person, team
from tests.factories.candidatures import CandidatureFactory

CHROMIUM = shutil.which("chromium") or ""
pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db,
    pytest.mark.skipif(not CHROMIUM, reason="no Chromium on this machine: run « make services »"),
]
DESK_PAGES = ("evaluation", "exchanges", "context", "opinion")
ACTIONS = ("decision", "complement", "suivi", "conflit")
_SHEET = re.compile(r'<link[^>]+rel="stylesheet"[^>]*>')
_HREF = re.compile(r'href="/static/([^"?]+)')


def styled(html: str) -> str:
    """An admin page with its style sheets inside: nothing is fetched."""

    def inline(match: re.Match[str]) -> str:
        found = _HREF.search(match[0])
        path = finders.find(found[1]) if found else None
        return f"<style>{Path(path).read_text(encoding='utf-8')}</style>" if path else ""

    return _SHEET.sub(inline, html)


@pytest.fixture
def documents(home: object) -> dict[str, str]:
    """Pages of three files (in instruction, complement asked, grant), as the team and the porteurs see them."""
    event_index(home)
    ours = team()
    actor = instructor(ours)
    person("admin@example.org", is_superuser=True)
    money = {"budget_total": 24000, "grant_requested": True, "grant_amount": 15000}
    examined, asked, granted = (CandidatureFactory(team=ours, title=f"NEC Exemple {n}", **money) for n in range(3))
    demo_desk.examine(examined, actor)
    opinion = exchanges.ask_opinion(
        examined, actor, kind="expert", name="Dominique", email="d@example.org", question="Est-ce tenable\u202f?"
    )
    demo_desk.ask(asked, actor)
    demo_desk.grant(granted, actor)
    Candidature.objects.filter(pk=asked.pk).update(porteur=person(asked.contact_email))
    examined, asked, granted = Candidature.objects.order_by("pk")
    client, found = Client(), {}
    client.force_login(actor)
    addresses = [
        "/admin/",
        "/admin/candidatures/",
        f"/admin/candidatures/?colonnes=titre&colonnes=q-{field_id('objective')}&suivi=moi",
        reverse("candidatures_candidature_modeladmin_inspect", args=[examined.pk]),
        *(reverse(f"candidatures_desk:{name}", args=[examined.pk]) for name in DESK_PAGES),
        *(reverse("candidatures_desk:action", args=[examined.pk, name]) for name in ACTIONS),
        reverse("candidatures_desk:grant", args=[granted.pk]),
        reverse("candidatures_desk:figures"),
        reverse("candidatures_desk:availability"),
    ]
    for address in addresses:
        response = client.get(address)
        assert response.status_code == 200, address
        found[address] = styled(response.content.decode())
    css = (bundle.build() / bundle.NAME).read_text(encoding="utf-8")
    space = {
        asked.porteur: [reverse(f"candidatures:{name}", args=[asked.pk]) for name in ("complement", "messages")],
        granted.porteur: [
            reverse("candidatures:grant", args=[granted.pk]),
            reverse("candidatures:report", args=[granted.pk, "qualitative"]),
            reverse("candidatures:opinion", args=[opinion.token]),
        ],
    }
    for porteur, pages in space.items():
        client.force_login(porteur)
        for address in pages:
            html = client.get(address).content.decode()
            found[address] = html.replace("</head>", f"<style>{css}</style></head>")
    assert complements.open_complement(asked) is not None
    assert examined.state == State.IN_REVIEW
    return found


def test_pages_are_accessible_and_fit_their_screen(documents: dict[str, str]) -> None:
    found = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        for width in (1280, 390):
            page = browser.new_context(viewport={"width": width, "height": 900}, reduced_motion="reduce").new_page()
            page.route("**/*", lambda route: route.abort())
            for url, html in documents.items():
                page.set_content(html, wait_until="domcontentloaded")
                part = "#main" if url.startswith("/admin/") else None
                for violation in Axe().run(page, context=part).response["violations"]:
                    nodes = [node["html"][:160] for node in violation["nodes"]]
                    found.append((url, width, violation["id"], nodes[:3]))
                sideways = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
                if sideways > 0:
                    found.append((url, width, "sideways", sideways))
        browser.close()
    assert found == []
