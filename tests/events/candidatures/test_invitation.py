"""« Organiser le prochain NEC ici »: from a territory's page to the form, the territory filled in."""

from typing import Any

import pytest

from events.candidatures.models import CandidaturePage
from tests.factories.community import DirectoryPageFactory, TerritoryFactory

LINK = "/candidature/?territoire=vallee-exemple"


@pytest.fixture
def territory(home: Any) -> str:
    DirectoryPageFactory(parent=home)
    TerritoryFactory(name="Vallée exemple")
    return "/communaute/vallee-exemple/"


def test_a_territory_leads_to_the_call_which_carries_it_into_the_file(client: Any, call: Any, territory: str) -> None:
    page = client.get(territory)
    assert page.context["actions"] == [{"label": "Organiser le prochain NEC ici", "url": LINK}]
    begin = "/candidature/commencer/?territoire=vallee-exemple"
    assert f'href="{begin}"' in client.get(LINK).content.decode()
    assert client.get(begin).context["carried"] == {"territoire": "vallee-exemple"}


def test_without_a_published_call_there_is_no_button(client: Any, call: Any, territory: str) -> None:
    CandidaturePage.objects.get().unpublish()
    page = client.get(territory)
    assert page.context["actions"] == []
    assert "Organiser" not in page.content.decode().split("<main")[1].split("</main>")[0]
