"""The territories as open data."""

import json
from typing import Any

import pytest
from django.test import Client
from wagtail.models import Page

from tests.factories.community import DirectoryPageFactory, TerritoryFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def at_home(home: Page) -> None:
    DirectoryPageFactory(parent=home)


def read(client: Client, query: str = "") -> dict[str, Any]:
    return json.loads(b"".join(client.get(f"/donnees/territoires.geojson{query}").streaming_content))


def test_feature_says_where_a_territory_is_and_lies(client: Client) -> None:
    region = TerritoryFactory(name="Grand Est", kind="region", insee_code="44")
    moselle = TerritoryFactory(name="Moselle", kind="departement", insee_code="57", parent=region)
    TerritoryFactory(name="Metz", kind="collectivite", parent=moselle, latitude="49.11900", longitude="6.17600")
    features = {each["id"]: each for each in read(client)["features"]}
    assert sorted(features) == ["grand-est", "metz", "moselle"]
    assert features["metz"] == {
        "type": "Feature",
        "id": "metz",
        "geometry": {"type": "Point", "coordinates": [6.176, 49.119]},
        "properties": {
            "id": "metz",
            "nom": "Metz",
            "type": "collectivite",
            "code_insee": None,
            "parent": "moselle",
            "region": "grand-est",
            "url": "http://localhost/communaute/metz/",
        },
    }
    assert features["grand-est"]["geometry"] is None
    assert features["grand-est"]["properties"]["region"] == "grand-est"


def test_filters_of_the_directory_apply(client: Client) -> None:
    region = TerritoryFactory(name="Grand Est", kind="region")
    TerritoryFactory(name="Moselle", kind="departement", parent=region)
    TerritoryFactory(name="Pays exemple")
    assert [each["id"] for each in read(client, "?region=grand-est&type=departement")["features"]] == ["moselle"]
    assert [each["id"] for each in read(client, "?q=pays")["features"]] == ["pays-exemple"]
    assert len(read(client, "?region=ailleurs")["remarques"]) == 1


def test_file_costs_as_many_queries_for_one_territory_as_for_three(client: Client, django_assert_num_queries) -> None:
    TerritoryFactory()
    read(client)
    with django_assert_num_queries(3):
        read(client)
    TerritoryFactory.create_batch(2)
    with django_assert_num_queries(3):
        read(client)
