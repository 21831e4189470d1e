"""The desk and the pages that follow a filing, in a real browser: no axe violation, no sideways scroll."""

import pytest
from django.test import Client
from django.urls import reverse

from events.candidatures import complements, demo_desk, exchanges
from events.candidatures.demo_dossier import field_id
from events.candidatures.models import Candidature
from events.candidatures.states import State
from tests.browser import IN_BROWSER, WIDE, faults, styled
from tests.events.candidatures.dossiers import event_index, instructor, person, team
from tests.factories.candidatures import CandidatureFactory

pytestmark = [*IN_BROWSER, pytest.mark.django_db]
DESK_PAGES = ("evaluation", "exchanges", "context", "opinion")
ACTIONS = ("decision", "complement", "suivi", "conflit")


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
            found[address] = styled(client.get(address).content.decode())
    assert complements.open_complement(asked) is not None
    assert examined.state == State.IN_REVIEW
    return found


def test_pages_are_accessible_and_fit_their_screen(documents: dict[str, str]) -> None:
    main = {url: "#main" for url in documents if url.startswith("/admin/")}
    assert faults(documents, (WIDE, (390, "light")), part=main.get) == []
