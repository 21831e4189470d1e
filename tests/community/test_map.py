from datetime import date

import pytest
from django.http import QueryDict
from django.utils import timezone

from community import map as drawing
from community.models import Territory
from community.tree import Tally, Tree
from events.selection import past
from tests.community.conftest import speak_of
from tests.factories.community import TerritoryFactory
from tests.factories.events import make_event

pytestmark = pytest.mark.django_db

URL = "/communaute/"


def draw(*slugs: str) -> dict:
    """The map of a list that holds these territories, all of them by default."""
    tree = Tree()
    shown = [each for each in tree.by_pk.values() if each.slug in slugs or not slugs]
    return drawing.draw(shown, Tally(tree))


def shapes(drawn: dict) -> list[drawing.Area]:
    return [*drawn["mainland"], *drawn["inner_paris"], *(area for area, _ in drawn["overseas"])]


def numbers(drawn: dict) -> dict[str, int]:
    """Number by code, of the shapes that hold something."""
    return {area.code: area.number for area in shapes(drawn) if area.number}


def test_an_edition_shades_each_departement_it_is_tied_to_once(places):
    make_event("NEC Un", date(2024, 1, 1), territories=[places["metz"], places["pays-exemple"], places["moselle"]])
    make_event("NEC Deux", date(2024, 1, 2), territories=[places["metz"], places["vosges"]])
    make_event("NEC Trois", date(2030, 1, 3), territories=[places["la-reunion"]])
    drawn = draw()
    assert numbers(drawn) == {"57": 2, "88": 1, "974": 1}
    assert (drawn["unit"], drawn["total"]) == (("édition", "éditions"), 3)


def test_the_map_counts_the_editions_of_the_list_alone(places):
    make_event("NEC Un", date(2024, 1, 1), territories=[places["metz"]])
    make_event("NEC Deux", date(2024, 1, 2), territories=[places["vosges"]])
    make_event("NEC Région", date(2024, 1, 3), territories=[places["grand-est"]])
    assert numbers(draw("metz")) == {"57": 1}
    assert numbers(draw("grand-est")) == {"57": 1, "88": 1}
    assert draw("grand-est")["total"] == 3
    assert numbers(draw("occitanie")) == {}


def test_drafts_and_private_editions_shade_nothing(places):
    make_event("NEC Caché", date(2024, 1, 1), territories=[places["metz"]]).unpublish()
    assert draw()["total"] == 0


def test_what_no_shape_holds_is_named_and_shown_as_a_point_where_it_has_one(places):
    area = TerritoryFactory(name="Pays à cheval", parent=places["grand-est"], latitude="50.0", longitude="3.9")
    afar = TerritoryFactory(name="Pays lointain", latitude="-22.3", longitude="166.4")
    TerritoryFactory(name="Pays d’un seul département", parent=places["vosges"], latitude="48.2", longitude="6.4")
    make_event("NEC À cheval", date(2024, 1, 1), territories=[area])
    drawn = draw()
    assert {each.slug for each in drawn["unplaced"]} == {
        "grand-est", "occitanie", "ailleurs-exemple", area.slug, afar.slug,
    }  # fmt: skip
    (point,) = drawn["points"]
    assert (point.name, point.number, point.url) == ("Pays à cheval", 1, f"/communaute/{area.slug}/")
    assert (point.x, point.y) == ("606.2", "115.1")


def test_a_point_of_an_overseas_drawing_is_in_it(places):
    area = TerritoryFactory(name="Pays des hauts", latitude="-21.13", longitude="55.53")
    shown = {shape.code: [point.name for point in points] for shape, points in draw()["overseas"]}
    assert shown == {"971": [], "972": [], "973": [], "974": [area.name], "976": []}


def test_a_hundred_and_one_shapes_are_drawn_once(places):
    codes = [area.code for area in shapes(draw())]
    assert (len(codes), len(set(codes))) == (101, 101)


@pytest.mark.parametrize(
    ("number", "level", "label"),
    [
        (0, 0, "Moselle\u00a0: 0 édition"),
        (1, 1, "Moselle\u00a0: 1 édition"),
        (2, 2, "Moselle\u00a0: 2 éditions"),
        (3, 2, "Moselle\u00a0: 3 éditions"),
        (4, 3, "Moselle\u00a0: 4 éditions"),
        (10, 4, "Moselle\u00a0: 10 éditions"),
    ],
)
def test_a_shape_says_in_words_what_its_pattern_shows(places, number, level, label):
    for rank in range(number):
        make_event(f"NEC {rank}", date(2024, 1, 1), territories=[places["metz"]])
    moselle = next(area for area in shapes(draw()) if area.code == "57")
    assert (moselle.level, moselle.label, moselle.url) == (level, label, "/communaute/moselle/")


def test_without_any_provider_of_editions_the_map_counts_the_territories_of_the_list(places, monkeypatch):
    monkeypatch.setattr("community.tree.related_content", lambda model: [])
    drawn = draw()
    assert (drawn["unit"], drawn["total"]) == (("territoire", "territoires"), 8)
    assert numbers(drawn) == {"57": 3, "88": 1, "974": 1}


@pytest.mark.parametrize(
    "query",
    ["", "tous=oui", "region=grand-est", "q=metz", "type=region", "type=outre-mer", "type=collectivite", "q=nul"],
)
def test_map_and_list_hold_the_same_editions(client, places, query):
    events = [
        make_event("NEC Metz", date(2024, 1, 1), territories=[places["metz"]]),
        make_event("NEC Deux", date(2030, 1, 1), territories=[places["metz"], places["vosges"]]),
        make_event("NEC Occitanie", date(2024, 1, 2), territories=[places["occitanie"]]),
        make_event("NEC Réunion", date(2024, 1, 3), territories=[places["la-reunion"], places["ailleurs-exemple"]]),
    ]
    speak_of(places["pays-exemple"])
    context = client.get(f"{URL}?{query}").context
    listed = [row.territory for group in context["groups"] for row in group["rows"]]
    slugs = {each.slug for each in listed}
    of_the_list = {
        event.pk for event in events for each in event.territories.all() if {at.slug for at in each.lineage()} & slugs
    }
    assert context["map"]["total"] == len(of_the_list)
    expected: dict[str, set[int]] = {}
    for event in events:
        for each in event.territories.all():
            if event.pk in of_the_list and each.departement:
                expected.setdefault(each.departement.insee_code, set()).add(event.pk)
    assert numbers(context["map"]) == {code: len(held) for code, held in expected.items()}
    assert context["map"]["unplaced"] == [each for each in listed if places[each.slug].departement is None]


def test_the_first_of_those_without_shape_are_named_and_the_others_counted(client, places, monkeypatch):
    monkeypatch.setattr("community.map.NAMED", 1)
    response = client.get(f"{URL}?tous=oui")
    drawn = response.context["map"]
    assert ([each.slug for each in drawn["unplaced"]], drawn["unplaced_beyond"]) == (["grand-est"], 2)
    assert '<a href="#liste">Et 2 autres dans la liste</a>' in response.content.decode()


AGREEING = [
    ("region=grand-est", "territoire=grand-est"),
    ("region=grand-est&region=la-reunion", "territoire=grand-est&territoire=la-reunion"),
    ("region=grand-est&type=collectivite", "territoire=metz"),
    ("type=departement", "territoire=moselle&territoire=vosges"),
    ("type=region", "territoire=grand-est&territoire=occitanie"),
    ("region=occitanie&type=departement", None),
]


@pytest.mark.parametrize(("of_the_map", "of_the_list"), AGREEING)
def test_the_map_counts_the_editions_that_the_list_of_past_ones_keeps(client, places, of_the_map, of_the_list):
    for rank, slugs in enumerate(
        [["metz"], ["metz", "vosges"], ["pays-exemple"], ["grand-est"], ["occitanie"], ["la-reunion", "metz"], []]
    ):
        make_event(f"NEC {rank}", date(2024, 1, 1 + rank), territories=[places[slug] for slug in slugs])
    make_event("NEC Caché", date(2024, 2, 1), territories=[places["metz"]]).unpublish()
    drawn = client.get(f"{URL}?{of_the_map}").context["map"]
    kept = past(QueryDict(of_the_list), timezone.now()).events.count() if of_the_list else 0
    assert drawn["total"] == kept
    assert (kept > 0) == (of_the_list is not None)


@pytest.mark.parametrize("kind", ["collectivite", "territoire"])
def test_kinds_without_parts_keep_the_same_editions_on_the_map_and_in_the_list(client, places, kind):
    make_event("NEC Metz", date(2024, 1, 1), territories=[places["metz"], places["pays-exemple"]])
    make_event("NEC Ailleurs", date(2024, 1, 2), territories=[places["ailleurs-exemple"]])
    make_event("NEC Région", date(2024, 1, 3), territories=[places["grand-est"]])
    query = f"type={kind}"
    kept = past(QueryDict(query), timezone.now()).events.count()
    assert client.get(f"{URL}?{query}").context["map"]["total"] == kept == {"collectivite": 1, "territoire": 2}[kind]


def test_each_known_shape_is_a_link_with_a_name_and_the_legend_has_patterns(client, places):
    make_event("NEC Metz", date(2024, 1, 1), territories=[places["metz"]])
    page = client.get(URL).content.decode()
    assert '<a href="/communaute/moselle/" aria-label="Moselle\u00a0: 1 édition">' in page
    assert page.count('fill="url(#carte-france-1)"') == 2  # Moselle, and the legend
    assert '<a href="/communaute/vosges/" aria-label="Vosges\u00a0: 0 édition">' in page


def test_names_are_escaped_on_the_map(client, places):
    Territory.objects.filter(slug="moselle").update(name='<b>"Moselle"')
    page = client.get(f"{URL}?tous=oui").content.decode()
    assert "<b>" not in page
    assert "&lt;b&gt;&quot;Moselle&quot;" in page
