"""`/donnees/`: the page, the files of any data set, their schemas."""

import csv
import json
from collections.abc import Iterator
from datetime import UTC, date, datetime
from io import StringIO
from typing import Any

import pytest
import time_machine
from django.http import QueryDict
from django.test import Client
from wagtail import hooks

from nec_cms.hooks import DataField, Dataset, Row, Selection
from nec_cms.opendata.writing import csv_lines, feature

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)


class Trees(Dataset):
    name = "arbres"
    title = "Arbres d’exemple"
    description = "Un jeu d’exemple."
    version = "2.1.0"
    order = 1
    files = ("csv", "json", "geojson")
    fields = (
        DataField("id", "Identifiant", "Le même pour toujours.", required=True),
        DataField("espece", "Espèce", "Son nom.", values=("chêne", "orme")),
        DataField("plante_le", "Planté le", "Le jour.", "date"),
        DataField("noms", "Noms", "Ceux qu’on lui donne.", "list"),
        DataField("longitude", "Longitude", "En degrés.", "number"),
        DataField("latitude", "Latitude", "En degrés.", "number"),
    )
    filters = (("espece", "une espèce"),)

    def select(self, query: QueryDict, now: datetime) -> Selection:
        wanted = query.get("espece")
        remarks = [] if wanted in (None, "chêne", "orme") else ["Espèce\u00a0: pas reconnue."]
        return Selection((row for row in ROWS if not wanted or remarks or row["espece"] == wanted), remarks)

    def modified(self) -> datetime:
        return datetime(2026, 2, 1, tzinfo=UTC)


ROWS: list[dict[str, Any]] = [
    {
        "id": "a",
        "espece": "chêne",
        "plante_le": date(2020, 1, 2),
        "noms": ["Géant", "=1+1"],
        "longitude": 2.5,
        "latitude": 48.0,
    },
    {
        "id": "b",
        "espece": "orme",
        "plante_le": None,
        "noms": [],
        "longitude": None,
        "latitude": None,
    },
]


@pytest.fixture(autouse=True)
def at_noon(home: Any) -> Iterator[None]:
    with time_machine.travel(NOW, tick=False), hooks.register_temporarily("register_dataset", Trees):
        yield


def body(client: Client, url: str) -> str:
    response = client.get(url)
    assert response.status_code == 200, url
    return b"".join(response.streaming_content).decode()


def test_csv_has_a_mark_a_heading_and_disarmed_texts(client: Client) -> None:
    text = body(client, "/donnees/arbres.csv")
    assert text[0] == "\ufeff"
    assert list(csv.reader(StringIO(text[1:]), delimiter=";")) == [
        ["id", "espece", "plante_le", "noms", "longitude", "latitude"],
        ["a", "chêne", "2020-01-02", "Géant|=1+1", "2.5", "48.0"],
        ["b", "orme", "", "", "", ""],
    ]


def test_json_says_what_it_is_and_holds_the_rows(client: Client) -> None:
    data = json.loads(body(client, "/donnees/arbres.json"))
    assert data == {
        "titre": "Arbres d’exemple",
        "version": "2.1.0",
        "schema": "http://testserver/donnees/schemas/arbres-2.1.0.json.json",
        "licence": {
            "nom": "Licence Ouverte 2.0",
            "adresse": "https://www.etalab.gouv.fr/licence-ouverte-open-licence/",
        },
        "source": "http://testserver/donnees/",
        "produit_le": "2026-03-01T12:00:00+00:00",
        "modifie_le": "2026-02-01T00:00:00+00:00",
        "remarques": [],
        "arbres": [ROWS[0] | {"plante_le": "2020-01-02"}, ROWS[1]],
    }


def test_geojson_has_points_and_no_geometry_where_there_is_no_position(client: Client) -> None:
    data = json.loads(body(client, "/donnees/arbres.geojson"))
    assert data["type"] == "FeatureCollection"
    assert [each["geometry"] for each in data["features"]] == [{"type": "Point", "coordinates": [2.5, 48.0]}, None]
    assert data["features"][1] == {
        "type": "Feature",
        "id": "b",
        "geometry": None,
        "properties": {"id": "b", "espece": "orme", "plante_le": None, "noms": []},
    }


@pytest.mark.parametrize(
    ("query", "ids", "remarks"),
    [("espece=orme", ["b"], []), ("espece=x", ["a", "b"], ["Espèce\u00a0: pas reconnue."])],
)
def test_address_filters_and_what_is_not_understood_is_said(
    client: Client, query: str, ids: list[str], remarks: list[str]
) -> None:
    data = json.loads(body(client, f"/donnees/arbres.json?{query}"))
    assert ([row["id"] for row in data["arbres"]], data["remarques"]) == (ids, remarks)


def test_empty_data_set_is_sound_in_every_format() -> None:
    assert list(csv_lines(Trees(), iter([]), {})) == ["\ufeffid;espece;plante_le;noms;longitude;latitude\r\n"]
    assert feature(Trees(), ROWS[0])["id"] == "a"


@pytest.mark.parametrize("extension", ["csv", "json", "geojson"])
def test_any_site_may_read_a_file_and_no_cookie_comes_with_it(client: Client, extension: str) -> None:
    response = client.get(f"/donnees/arbres.{extension}")
    assert response["Access-Control-Allow-Origin"] == "*"
    assert response.streaming
    assert dict(response.cookies) == {}
    assert "Cookie" not in response.get("Vary", "")
    assert f'filename="arbres-2026-03-01.{extension}"' in response["Content-Disposition"]
    assert 'rel="describedby"' in response["Link"]


def test_preflight_is_answered_and_a_post_refused(client: Client) -> None:
    assert client.options("/donnees/arbres.json").status_code == 204
    assert client.post("/donnees/arbres.json").status_code == 405


@pytest.mark.parametrize(
    "url",
    [
        "/donnees/rien.csv",
        "/donnees/arbres.xml",
        "/donnees/territoires.json",
        "/donnees/schemas/arbres-1.0.0.json.json",
        "/donnees/schemas/rien-1.0.0.json.json",
    ],
)
def test_what_there_is_not_is_not_found(client: Client, url: str) -> None:
    assert client.get(url).status_code == 404


def test_table_schema_has_the_columns_of_the_csv(client: Client) -> None:
    data = client.get("/donnees/schemas/arbres-2.1.0.table.json").json()
    assert [field["name"] for field in data["fields"]] == [field.name for field in Trees.fields]
    assert data["primaryKey"] == ["id"]
    assert data["fields"][3] == {
        "name": "noms",
        "title": "Noms",
        "description": "Ceux qu’on lui donne.",
        "type": "list",
        "delimiter": "|",
    }
    assert data["fields"][1]["constraints"] == {"enum": ["chêne", "orme"]}


def test_json_schema_describes_a_row(client: Client) -> None:
    data = client.get("/donnees/schemas/arbres-2.1.0.json.json").json()
    row = data["properties"]["arbres"]["items"]
    assert row["required"] == [field.name for field in Trees.fields]
    assert row["properties"]["espece"]["type"] == ["string", "null"]
    assert row["properties"]["espece"]["enum"] == ["chêne", "orme", None]
    assert row["properties"]["id"]["type"] == "string"


def test_geojson_schema_leaves_the_position_out_of_the_properties(client: Client) -> None:
    data = client.get("/donnees/schemas/arbres-2.1.0.geojson.json").json()
    properties = data["properties"]["features"]["items"]["properties"]["properties"]
    assert properties["required"] == ["id", "espece", "plante_le", "noms"]


def test_package_lists_every_file_with_its_schema(client: Client) -> None:
    resources = client.get("/donnees/datapackage.json").json()["resources"]
    assert [each["path"] for each in resources[:3]] == [
        f"http://testserver/donnees/arbres.{extension}" for extension in ("csv", "json", "geojson")
    ]
    for each in resources:
        assert client.get(each.get("schema") or each["jsonSchema"]).status_code == 200
    assert resources[0]["dialect"] == {"delimiter": ";"}


def test_page_presents_each_data_set_and_tells_machines(client: Client) -> None:
    html = client.get("/donnees/").content.decode()
    assert "Arbres d’exemple" in html
    assert 'href="/donnees/arbres.geojson"' in html
    script = html.split('<script type="application/ld+json">')[1].split("</script>")[0]
    first = json.loads(script)["dataset"][0]
    assert (first["@type"], first["name"], first["dateModified"]) == (
        "Dataset",
        "Arbres d’exemple",
        "2026-02-01T00:00:00+00:00",
    )
    assert [each["contentUrl"] for each in first["distribution"]] == [
        f"http://testserver/donnees/arbres.{extension}" for extension in ("csv", "json", "geojson")
    ]


def test_rows_are_made_as_they_are_read(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[int] = []

    def rows() -> Iterator[Row]:
        for number in range(1000):
            made.append(number)
            yield ROWS[1] | {"id": str(number)}

    monkeypatch.setattr(Trees, "select", lambda self, query, now: Selection(rows()))
    parts = client.get("/donnees/arbres.csv").streaming_content
    next(iter(parts))
    assert len(made) < 1000
