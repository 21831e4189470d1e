"""For the same filters, the agenda, its calendar, its feed and the open data hold the same editions."""

import csv
import json
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from io import StringIO
from typing import Any

import pytest
import time_machine
from django.test import Client
from icalendar import Calendar

from events.models import EventPage
from tests.factories.community import TerritoryFactory
from tests.factories.events import ThemeFactory, make_event, make_index

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
COMBINATIONS = [
    "",
    "territoire=moselle",
    "territoire=grand-est",
    "territoire=grand-est&territoire=la-reunion",
    "territoire=metz&theme=communs",
    "theme=communs",
    "theme=communs&theme=sobriete",
    "theme=sobriete&mois=2026-04",
    "mois=2026-03",
    "mois=2026-04&mois=2026-05",
    "mois=2030-01",
    "q=metz",
    "q=NEC+communs",
    "q=rien-du-tout",
    "q=exemple&territoire=la-reunion",
    "territoire=inconnu",
    "theme=communs&theme=inconnu",
    "mois=2026-13",
    "territoire=grand-est&theme=sobriete&mois=2026-05",
    "territoire=grand-est&theme=sobriete&mois=2026-05&q=metz",
]


@pytest.fixture(autouse=True)
def calendar(home: Any) -> Iterator[None]:
    """Forty editions to come, on two pages of the agenda, of every sort; and two that are past."""
    make_index()
    east = TerritoryFactory(name="Grand Est", kind="region")
    moselle = TerritoryFactory(name="Moselle", kind="departement", parent=east)
    metz = TerritoryFactory(name="Metz", kind="collectivite", parent=moselle)
    island = TerritoryFactory(name="La Réunion", kind="outre-mer")
    commons, sober = ThemeFactory(name="Communs"), ThemeFactory(name="Sobriété")
    places = [[], [metz], [moselle, island], [island], [east]]
    themes = [[commons], [], [commons, sober], [sober]]
    with time_machine.travel(NOW, tick=False):
        for number in range(40):
            make_event(
                f"NEC Exemple {number:02d}" + (" Numérique en Commun[s]" if number % 3 else ""),
                None if number == 7 else date(2026, 3 + number % 5, 1 + number % 28),
                end_date=date(2026, 5, 2) if number == 10 else None,
                status={7: "announced", 8: "cancelled", 9: "postponed"}.get(number, "confirmed"),
                time_zone="Indian/Reunion" if number % 5 == 3 else "Europe/Paris",
                territories=places[number % 5],
                themes=themes[number % 4],
            )
        make_event("NEC Passé", date(2026, 2, 28), territories=[metz], themes=[commons])
        make_event("NEC Dans l’île", date(2026, 2, 28), time_zone="Indian/Reunion", territories=[island])
        make_event("NEC Brouillon", date(2026, 4, 1)).unpublish()
        yield


def content(client: Client, url: str) -> str:
    response = client.get(url)
    assert response.status_code == 200, url
    return (b"".join(response.streaming_content) if response.streaming else response.content).decode("utf-8-sig")


def listed(client: Client, query: str) -> list[str]:
    """Slugs of the rows of every page of the agenda."""
    slugs: list[str] = []
    for number in range(1, 9):
        html = content(client, f"/nec-locaux/agenda/?{query}&page={number}")
        found = re.findall(r'<h3 class="agenda-title"><a href="/nec-locaux/([\w-]+)/"', html)
        if not found or found[0] in slugs:  # past the last page, the last one is shown again
            break
        slugs += found
    return slugs


@pytest.mark.parametrize("query", COMBINATIONS)
def test_list_calendar_feed_and_open_data_hold_the_same_editions(client: Client, query: str) -> None:
    keys = dict(EventPage.objects.values_list("slug", "translation_key"))
    wanted = sorted(str(keys[slug]) for slug in listed(client, query))
    ics = Calendar.from_ical(content(client, f"/nec-locaux/agenda.ics?{query}"))
    uids = [str(item["uid"]).partition("@")[0] for item in ics.walk() if "uid" in item]
    atom = content(client, f"/nec-locaux/agenda.atom?{query}")
    entries = re.findall(r"<id>urn:uuid:([\w-]+)</id>", atom)
    data = json.loads(content(client, f"/donnees/editions.json?periode=a-venir&{query}"))
    table = csv.DictReader(StringIO(content(client, f"/donnees/editions.csv?periode=a-venir&{query}")), delimiter=";")
    assert sorted(uids) == wanted
    assert sorted(entries) == wanted
    assert sorted(row["id"] for row in data["editions"]) == wanted
    assert sorted(row["id"] for row in table) == wanted


def test_combinations_tell_something() -> None:
    assert len(COMBINATIONS) == len(set(COMBINATIONS)) == 20
