"""Calendar, feed and open data give the editions that the filters keep in the very order of the list."""

import json
import xml.etree.ElementTree as ET
from datetime import date

import pytest
import time_machine
from django.test import Client

from community.models import TerritoryKind
from tests.events.calendars import ATOM, calendar
from tests.events.pages import agenda_rows, get
from tests.events.reference_2024 import SEPTEMBER, make_calendar
from tests.factories.events import TerritoryFactory, ThemeFactory, make_event, make_index

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def at_home(home) -> None:
    make_index()


def in_ics(client: Client, query: str) -> list[str]:
    components = calendar(client, f"/nec-locaux/agenda.ics?{query}").subcomponents
    return [str(each["SUMMARY"]) for each in components if each.name != "VTIMEZONE"]


def in_atom(client: Client, query: str) -> list[str]:
    feed = ET.fromstring(client.get(f"/nec-locaux/agenda.atom?{query}").getvalue())
    return [entry.find(f"{ATOM}title").text for entry in feed.findall(f"{ATOM}entry")]


def in_open_data(client: Client, query: str) -> list[str]:
    data = json.loads(client.get(f"/donnees/editions.json?{query}&periode=a-venir").getvalue())
    return [row["titre"] for row in data["editions"]]


COMBINATIONS = [
    ("", 9),
    ("territoire=metz", 2),
    ("territoire=grand-est", 2),
    ("territoire=metz&territoire=occitanie", 3),
    ("territoire=la-reunion", 1),
    ("territoire=nulle-part", 9),
    ("theme=communs", 2),
    ("theme=communs&theme=inclusion", 3),
    ("theme=communs&territoire=metz", 1),
    ("mois=2024-10", 1),
    ("mois=2024-11", 5),
    ("mois=2024-12", 1),
    ("mois=2024-10&mois=2024-12", 2),
    ("mois=2024-11&theme=communs", 1),
    ("mois=2030-01", 0),
    ("q=reunion", 1),
    ("q=R%C3%89UNION", 1),
    ("q=saclay+paris", 1),
    ("q=merignacs", 1),
    ("q=ess&territoire=metz", 0),
    ("q=commun&mois=2024-11", 1),
    ("mois=2024-13&page=2&inconnu=1", 9),
]


@time_machine.travel(SEPTEMBER, tick=False)
@pytest.mark.parametrize(("query", "count"), COMBINATIONS)
def test_calendar_feed_and_open_data_follow_the_order_of_the_list(client: Client, query: str, count: int) -> None:
    make_calendar()
    communs, inclusion = ThemeFactory(name="Communs"), ThemeFactory(name="Inclusion")
    region = TerritoryFactory(name="Grand Est", kind=TerritoryKind.REGION)
    moselle = TerritoryFactory(name="Moselle", parent=region)
    metz = TerritoryFactory(name="Metz")
    metz.parent = moselle
    metz.save()
    make_event("NEC Communs", date(2024, 11, 30), end_date=date(2024, 12, 1), themes=[communs])
    make_event("NEC Bientôt", None, themes=[communs, inclusion], territories=[metz], status="announced")
    make_event("NEC Plus tard", None, themes=[inclusion], status="postponed")
    listed = [title for _, title in agenda_rows(get(client, f"/nec-locaux/agenda/?{query}"))]
    assert len(listed) == count
    assert in_ics(client, query) == listed
    assert in_atom(client, query) == listed
    assert in_open_data(client, query) == listed
