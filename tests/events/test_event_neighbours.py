"""An event leads to the other editions of the same NEC and of its territories."""

import re
from datetime import date

import pytest
from django.test import Client

from tests.events.event_pages import full_event, page
from tests.events.pages import text, texts
from tests.factories.events import make_event, make_index

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def at_home(home) -> None:
    make_index()


def test_other_editions_of_its_territories_are_listed(client: Client) -> None:
    event = full_event()
    make_event("NEC Lorraine", date(2022, 5, 1), territories=["Metz", "Vosges"])
    make_event("NEC Vosges", date(2022, 5, 1), territories=["Vosges"])
    html = page(client, event)
    assert texts(html, r'<article class="row">(.*?)</article>') == ["1er mai 2022 NEC Lorraine Metz , Vosges"]
    assert "Autres éditions de ce territoire" in text(html)


def test_editions_of_the_same_nec_lead_to_each_other(client: Client) -> None:
    for year in (2021, 2022, 2025):
        make_event("NEC 974 La Réunion", date(year, 11, 17), slug=f"reunion-{year}", territories=["La Réunion"])
    make_event("NEC 974 La Réunion", None, slug="reunion-bientot")
    make_event("NEC 974 La Réunion (brouillon)", date(2023, 11, 17), slug="reunion-2023").unpublish()
    event = make_event("NEC 974 La Réunion 2024 (exemple)", date(2024, 11, 19), territories=["La Réunion"])
    html = page(client, event)
    assert texts(html, r'<a class="event-neighbour[^>]*>(.*?)</a>') == [
        "Édition précédente NEC 974 La Réunion 17 novembre 2022",
        "Édition suivante NEC 974 La Réunion 17 novembre 2025",
    ]
    assert texts(html, r'<article class="row">(.*?)</article>') == ["17 novembre 2021 NEC 974 La Réunion La Réunion"]


def test_editor_may_tie_editions_whose_names_differ(client: Client) -> None:
    make_event("NEC Grand Metz", date(2022, 5, 1), series="NEC Metz")
    html = page(client, make_event("NEC Metz"))
    assert re.findall(r'class="event-neighbour[^"]*" href="([^"]*)" rel="(\w+)"', html) == [
        ("/nec-locaux/nec-grand-metz/", "prev")
    ]


def test_national_editions_follow_each_other_whatever_their_names(client: Client) -> None:
    make_event("Numérique en Commun[s] à Bordeaux", date(2023, 10, 19), kind="national")
    html = page(client, make_event("Édition nationale 2024", date(2024, 9, 25), kind="national"))
    assert texts(html, r'<a class="event-neighbour[^>]*>(.*?)</a>') == [
        "Édition précédente Numérique en Commun[s] à Bordeaux 19 octobre 2023"
    ]
