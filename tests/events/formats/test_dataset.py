"""The formats as open data."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
import time_machine
from django.test import Client

from tests.factories.events import OrganisationFactory, ThemeFactory
from tests.factories.formats import make_catalogue, make_format

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def at_home(home: Any) -> Iterator[None]:
    make_catalogue()
    with time_machine.travel(datetime(2026, 3, 1, tzinfo=UTC), tick=False):
        yield


def read(client: Client, query: str = "") -> dict[str, Any]:
    return json.loads(b"".join(client.get(f"/donnees/formats.json{query}").streaming_content))


def test_row_says_what_the_page_says(client: Client) -> None:
    offer = make_format(
        "Fresque",
        (2025, 2026),
        partner=OrganisationFactory(name="Atelier exemple"),
        duration=150,
        needs="Une salle\nUn mur",
        themes=[ThemeFactory(name="Communs")],
    )
    assert read(client)["formats"] == [
        {
            "id": str(offer.translation_key),
            "titre": "Fresque",
            "partenaire": "Atelier exemple",
            "forme": "atelier",
            "duree_minutes": 150,
            "saisons": ["2026", "2025"],
            "propose": True,
            "themes": ["communs"],
            "resume": "Un format d’exemple.",
            "public": None,
            "jauge": None,
            "besoins": ["Une salle", "Un mur"],
            "apports": [],
            "cout": None,
            "url": offer.full_url,
            "modifie_le": offer.last_published_at.isoformat(),
        }
    ]


def test_archived_offers_stay_and_filters_of_the_catalogue_apply(client: Client) -> None:
    make_format("Ancien", (2024,))
    make_format("Actuel", (2026,), duration=45)
    assert [(row["titre"], row["propose"]) for row in read(client)["formats"]] == [("Actuel", True), ("Ancien", False)]
    assert [row["titre"] for row in read(client, "?saison=2024")["formats"]] == ["Ancien"]
    assert [row["titre"] for row in read(client, "?duree=moins-d-une-heure")["formats"]] == ["Actuel"]
    assert len(read(client, "?duree=toujours")["remarques"]) == 1


def test_file_costs_as_many_queries_for_one_offer_as_for_three(client: Client, django_assert_num_queries) -> None:
    make_format("Un")
    read(client)
    with django_assert_num_queries(8):
        read(client)
    make_format("Deux", themes=[ThemeFactory()])
    make_format("Trois")
    with django_assert_num_queries(8):
        read(client)
