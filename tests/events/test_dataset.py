"""The editions as open data."""

import csv
import json
from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from io import StringIO
from typing import Any

import pytest
import time_machine
from django.test import Client

from events.models import EventOrganiser
from tests.events.reference_2024 import ROWS, make_calendar
from tests.factories.community import TerritoryFactory
from tests.factories.events import OrganisationFactory, ThemeFactory, make_event, make_index
from tests.factories.formats import make_format

pytestmark = pytest.mark.django_db

NOW = datetime(2024, 11, 1, tzinfo=UTC)


@pytest.fixture(autouse=True)
def at_home(home: Any) -> Iterator[None]:
    make_index()
    with time_machine.travel(NOW, tick=False):
        yield


def read(client: Client, query: str = "") -> dict[str, Any]:
    return json.loads(b"".join(client.get(f"/donnees/editions.json{query}").streaming_content))


def titles(client: Client, query: str = "") -> list[str]:
    return [row["titre"] for row in read(client, query)["editions"]]


def test_row_says_what_the_page_says(client: Client) -> None:
    metz = TerritoryFactory(name="Metz", kind="collectivite")
    offer = make_format("Fresque")
    event = make_event(
        "NEC Metz",
        date(2024, 10, 3),
        start_time=time(9),
        end_time=time(17, 30),
        venue="Arsenal",
        address="3 avenue Ney",
        city="Metz",
        capacity=400,
        attendance=320,
        attendance_source="Émargement",
        summary="Un jour ensemble.",
        registration_url="https://example.org/",
        territories=[metz],
        themes=[ThemeFactory(name="Communs")],
        formats=[offer],
        organisers=[EventOrganiser(organisation=OrganisationFactory(name="Ville exemple"))],
    )
    assert read(client)["editions"] == [
        {
            "id": str(event.translation_key),
            "titre": "NEC Metz",
            "nature": "nec-local",
            "etat": "confirme",
            "date_debut": "2024-10-03",
            "date_fin": "2024-10-03",
            "heure_ouverture": "09:00:00",
            "heure_fermeture": "17:30:00",
            "fuseau_horaire": "Europe/Paris",
            "passee": True,
            "modalite": "sur-place",
            "lieu": "Arsenal",
            "adresse": "3 avenue Ney",
            "ville": "Metz",
            "territoires": ["metz"],
            "noms_territoires": ["Metz"],
            "themes": ["communs"],
            "organisateurs": ["Ville exemple"],
            "formats": [str(offer.translation_key)],
            "capacite": 400,
            "participation": 320,
            "source_participation": "Émargement",
            "resume": "Un jour ensemble.",
            "inscription": "https://example.org/",
            "url": event.full_url,
            "modifie_le": event.last_published_at.isoformat(),
        }
    ]


def test_columns_are_those_of_the_schema(client: Client) -> None:
    make_event()
    fields = client.get("/donnees/schemas/editions-1.0.0.table.json").json()["fields"]
    assert list(read(client)["editions"][0]) == [field["name"] for field in fields]


def test_what_is_not_public_is_not_given_away(client: Client) -> None:
    make_event("NEC Publié")
    make_event("NEC Brouillon").unpublish()
    assert titles(client) == ["NEC Publié"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ["NEC Passé", "NEC Lyon", "NEC Metz"]),
        ("?periode=passees", ["NEC Passé"]),
        ("?periode=a-venir", ["NEC Lyon", "NEC Metz"]),
        ("?periode=a-venir&periode=passees", ["NEC Passé", "NEC Lyon", "NEC Metz"]),
        ("?territoire=moselle", ["NEC Metz"]),
        ("?type=collectivite", ["NEC Metz"]),
        ("?theme=communs", ["NEC Lyon"]),
        ("?mois=2025-02", ["NEC Metz"]),
        ("?annee=2023&annee=2024", ["NEC Passé", "NEC Lyon"]),
        ("?q=lyon", ["NEC Lyon"]),
        ("?theme=communs&periode=passees", []),
    ],
)
def test_filters_of_the_lists_apply(client: Client, query: str, found: list[str]) -> None:
    moselle = TerritoryFactory(name="Moselle", kind="departement")
    metz = TerritoryFactory(name="Metz", kind="collectivite", parent=moselle)
    make_event("NEC Passé", date(2023, 5, 1))
    make_event("NEC Metz", date(2025, 2, 1), territories=[metz])
    make_event("NEC Lyon", date(2024, 12, 1), themes=[ThemeFactory(name="Communs")])
    assert titles(client, query) == found


def test_what_is_not_understood_is_said_and_ignored(client: Client) -> None:
    make_event("NEC Metz")
    data = read(client, "?theme=rien&mois=2024-13&periode=demain")
    assert [row["titre"] for row in data["editions"]] == ["NEC Metz"]
    assert len(data["remarques"]) == 3


def test_reference_calendar_and_its_signs_survive_in_csv(client: Client) -> None:
    make_calendar()
    make_event("=Numérique en Commun[s]\u00a0; porteur·e·s", date(2024, 12, 1))
    text = b"".join(client.get("/donnees/editions.csv").streaming_content).decode("utf-8-sig")
    rows = list(csv.DictReader(StringIO(text), delimiter=";"))
    assert [row["titre"] for row in rows] == [
        *(title for _, title in ROWS),
        "'=Numérique en Commun[s] ; porteur·e·s",
    ]


def test_file_costs_as_many_queries_for_one_edition_as_for_three(client: Client, django_assert_num_queries) -> None:
    make_event("NEC Un", territories=["Metz"])
    read(client)
    with django_assert_num_queries(7):
        read(client)
    for name in ("Deux", "Trois"):
        make_event(f"NEC {name}", territories=[name, "Metz"], themes=[ThemeFactory()])
    with django_assert_num_queries(7):
        read(client)
