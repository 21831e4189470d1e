import pytest

from community.map import draw
from community.models import Territory
from tests.community.conftest import speak_of
from tests.factories.community import TerritoryFactory

pytestmark = pytest.mark.django_db

URL = "/communaute/"


def areas(drawing: dict) -> dict[str, int]:
    """Number by code, of the shapes that hold something."""
    shapes = [*drawing["mainland"], *drawing["inner_paris"], *drawing["overseas"]]
    return {area.code: area.number for area in shapes if area.number}


def test_each_territory_is_counted_once_in_its_own_departement(places):
    drawing = draw(Territory.objects.for_lists())
    assert areas(drawing) == {"57": 3, "88": 1, "974": 1}
    assert {each.slug for each in drawing["unplaced"]} == {"grand-est", "occitanie", "ailleurs-exemple"}


def test_a_hundred_and_one_shapes_are_drawn_once(places):
    drawing = draw([])
    codes = [area.code for name in ("mainland", "inner_paris", "overseas") for area in drawing[name]]
    assert (len(codes), len(set(codes))) == (101, 101)


@pytest.mark.parametrize(
    ("number", "level", "label"),
    [
        (0, 0, "Moselle\u00a0: aucun territoire"),
        (1, 1, "Moselle\u00a0: 1 territoire"),
        (2, 2, "Moselle\u00a0: 2 territoires"),
        (3, 3, "Moselle\u00a0: 3 territoires"),
        (7, 3, "Moselle\u00a0: 7 territoires"),
    ],
)
def test_a_shape_says_in_words_what_its_pattern_shows(places, number, level, label):
    inside = TerritoryFactory.create_batch(number, parent=places["moselle"])
    moselle = next(area for area in draw(inside)["mainland"] if area.code == "57")
    assert (moselle.level, moselle.label, moselle.url) == (level, label, "/communaute/moselle/")


@pytest.mark.parametrize(
    "query", ["", "tous=oui", "tous=oui&region=grand-est", "q=metz", "type=region&tous=oui", "type=outre-mer", "q=nul"]
)
def test_map_and_list_hold_the_same_set(client, places, query):
    speak_of(places["metz"], places["vosges"], places["occitanie"], places["la-reunion"])
    context = client.get(f"{URL}?{query}").context
    rows = [row.territory for group in context["groups"] for row in group["rows"]]
    expected: dict[str, int] = {}
    for territory in rows:
        if place := territory.departement:
            expected[place.insee_code] = expected.get(place.insee_code, 0) + 1
    assert areas(context["map"]) == expected
    assert set(context["map"]["unplaced"]) == {each for each in rows if each.departement is None}
    assert sum(expected.values()) + len(context["map"]["unplaced"]) == len(rows)


def test_each_known_shape_is_a_link_with_a_name_and_the_legend_has_patterns(client, places):
    speak_of(places["metz"])
    page = client.get(URL).content.decode()
    assert '<a href="/communaute/moselle/" aria-label="Moselle\u00a0: 1 territoire">' in page
    assert page.count('fill="url(#carte-france-1)"') == 2  # Moselle, and the legend
    assert '<a href="/communaute/vosges/" aria-label="Vosges\u00a0: aucun territoire">' in page
