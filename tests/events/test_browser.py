"""Pages of the section in a real browser: no axe violation, no sideways scroll, light and dark, wide and narrow."""

import pytest
from django.test import Client

from events.demo import build
from events.formats import demo as formats_demo
from home import demo as home_demo
from tests.browser import IN_BROWSER, NARROW, WIDE, faults, styled
from tests.events.pages import get

pytestmark = [*IN_BROWSER, pytest.mark.django_db]
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
    return {url: styled(get(client, url)) for url in PAGES}


def test_pages_are_accessible_and_fit_their_screen(documents: dict[str, str]) -> None:
    assert faults(documents, (WIDE, NARROW, (390, "light"))) == []
