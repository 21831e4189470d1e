from datetime import date

import pytest
from wagtail import hooks

from community.models import ItemState, Territory
from nec_cms.hooks import RelatedContent
from nec_cms.testing import PluginContract
from tests.community.conftest import speak_of
from tests.factories.community import FeedItemFactory, TerritoryFactory
from tests.factories.events import make_event

pytestmark = pytest.mark.django_db

URL = "/communaute/"


def listed(response) -> list[str]:
    return [row.territory.slug for group in response.context["groups"] for row in group["rows"]]


def test_territories_with_content_are_listed_by_region_overseas_and_others_last(client, places):
    speak_of(*(places[slug] for slug in ("metz", "grand-est", "la-reunion", "ailleurs-exemple", "occitanie")))
    response = client.get(URL)
    assert [(group["title"], group["url"]) for group in response.context["groups"]] == [
        ("Grand Est", "/communaute/grand-est/"),
        ("Occitanie", "/communaute/occitanie/"),
        ("Outre-mer", ""),
        ("Autres territoires", ""),
    ]
    assert listed(response) == ["grand-est", "metz", "moselle", "occitanie", "la-reunion", "ailleurs-exemple"]
    assert response.context["hidden"] == 2


def test_territories_without_content_are_shown_on_demand(client, places):
    speak_of(places["metz"])
    response = client.get(URL, {"tous": "oui"})
    assert (len(listed(response)), response.context["hidden"]) == (8, 0)


def test_a_hidden_match_is_told_with_the_way_to_it(client, places):
    response = client.get(URL, {"q": "vosges"})
    page = response.content.decode()
    assert (listed(response), response.context["hidden"]) == ([], 1)
    assert '<a href="/communaute/?q=vosges&amp;tous=oui" rel="nofollow">L’afficher aussi</a>' in page
    assert "Aucun territoire ne correspond" in page


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("type=region", {"grand-est", "occitanie"}),
        ("type=region&type=outre-mer", {"grand-est", "occitanie", "la-reunion"}),
        ("region=grand-est", {"grand-est", "moselle", "vosges", "metz", "pays-exemple"}),
        ("region=occitanie&region=la-reunion", {"occitanie", "la-reunion"}),
        ("region=grand-est&type=collectivite", {"metz"}),
        ("region=grand-est&type=collectivite&type=departement", {"metz", "moselle", "vosges"}),
        ("q=reunion", {"la-reunion"}),
        ("q=MÉTZ", {"metz"}),
        ("q=57", {"moselle", "metz"}),
        ("q=metz&region=occitanie", set()),
    ],
)
def test_values_of_a_filter_add_up_and_filters_narrow_each_other(client, places, query, found):
    response = client.get(f"{URL}?tous=oui&{query}")
    assert set(listed(response)) == found


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("type=planete", "Type\u00a0: «\u00a0planete\u00a0» n’est pas reconnu et n’a pas été retenu."),
        ("region=metz", "Région\u00a0: «\u00a0metz\u00a0» n’est pas reconnu et n’a pas été retenu."),
        ("tous=non", "Afficher\u00a0: «\u00a0non\u00a0» n’est pas reconnu et n’a pas été retenu."),
        ("page=zéro", "Page\u00a0: «\u00a0zéro\u00a0» n’est pas un numéro de page."),
        ("type=%3Cscript%3E", "Type\u00a0: «\u00a0&lt;script&gt;\u00a0» n’est pas reconnu et n’a pas été retenu."),
    ],
)
def test_a_value_that_is_not_understood_is_told_and_ignored(client, places, query, message):
    speak_of(places["metz"])
    response = client.get(f"{URL}?{query}")
    assert response.status_code == 200
    assert listed(response) == ["grand-est", "metz", "moselle"]
    assert message in response.content.decode()


def test_an_unknown_value_beside_a_known_one_leaves_it_its_effect(client, places):
    assert listed(client.get(f"{URL}?tous=oui&type=planete&type=outre-mer")) == ["la-reunion"]


@pytest.mark.parametrize("query", ["q=%00", "q=" + "a" * 300, "page=99999999999999999999", "region=" + "x" * 3000])
def test_absurd_addresses_are_answered(client, places, query):
    assert client.get(f"{URL}?{query}").status_code == 200


def test_only_what_is_public_counts_as_content(client, places):
    FeedItemFactory(feed__territory=places["metz"], state=ItemState.PENDING)
    assert listed(client.get(URL)) == []


def counted(response) -> dict[str, dict[str, int]]:
    return {row.territory.slug: dict(row.counts) for group in response.context["groups"] for row in group["rows"]}


def test_a_row_says_how_much_each_provider_holds_about_it_and_what_lies_in_it(client, places):
    speak_of(places["metz"], places["metz"], places["vosges"])
    make_event("NEC Metz", date(2024, 10, 3), territories=[places["metz"]])
    assert counted(client.get(URL)) == {
        "grand-est": {"Éditions passées": 1, "Ressources": 3},
        "moselle": {"Éditions passées": 1, "Ressources": 2},
        "metz": {"Éditions passées": 1, "Ressources": 2},
        "vosges": {"Ressources": 1},
    }


def test_an_edition_of_several_places_of_a_region_counts_once_in_it(client, places):
    here = [places[slug] for slug in ("metz", "pays-exemple", "moselle", "vosges", "grand-est")]
    make_event("NEC Partout", date(2024, 10, 3), territories=here)
    assert counted(client.get(URL)) == {each.slug: {"Éditions passées": 1} for each in here}


def test_the_counts_go_up_four_levels(client, places):
    inside = TerritoryFactory(name="Quartier exemple", parent=places["metz"])
    make_event("NEC Quartier", date(2024, 10, 3), territories=[inside])
    assert set(counted(client.get(URL))) == {"grand-est", "moselle", "metz", "quartier-exemple"}
    assert listed(client.get(f"{URL}?region=grand-est")) == ["grand-est", "metz", "moselle", "quartier-exemple"]


def test_a_provider_that_gives_no_pairs_counts_for_its_own_territory_alone(client, places):
    with hooks.register_temporarily("register_related_content", lambda: Plain(places["metz"])):
        assert counted(client.get(URL)) == {"metz": {"Choses": 2}}


class Plain(RelatedContent):
    """A stranger's provider that says the least it may."""

    name, label = "choses", "Choses"

    def __init__(self, territory):
        self.territory = territory

    def model(self):
        return Territory

    def counts(self, objects):
        return {each.pk: 2 for each in objects if each.pk == self.territory.pk}

    def items(self, instance):
        return []


def test_the_list_costs_the_same_for_one_row_and_for_three(client, places):
    speak_of(places["metz"])
    client.get(URL)
    one = PluginContract.count_queries(client, URL)
    speak_of(places["vosges"], places["la-reunion"])
    make_event("NEC Metz", date(2024, 10, 3), territories=[places["metz"], places["vosges"]])
    assert PluginContract.count_queries(client, URL) == one == 7
    assert PluginContract.count_queries(client, f"{URL}?q=e&type=departement&region=grand-est") == 8


def test_three_thousand_territories_cost_no_more_queries(client, places):
    make_event("NEC Metz", date(2024, 10, 3), territories=[places["metz"]])
    before = PluginContract.count_queries(client, f"{URL}?tous=oui")
    Territory.objects.bulk_create(
        Territory(name=f"Commune exemple {rank}", slug=f"commune-{rank}", kind="collectivite", parent=places["moselle"])
        for rank in range(3000)
    )
    assert PluginContract.count_queries(client, f"{URL}?tous=oui") == before == 7
    assert client.get(f"{URL}?tous=oui").context["page_obj"].paginator.count == 3008


def test_long_lists_are_paged_and_keep_their_filters(client, directory):
    TerritoryFactory.create_batch(61)
    response = client.get(f"{URL}?tous=oui&type=territoire")
    assert len(listed(response)) == 60
    assert 'href="?tous=oui&amp;type=territoire&amp;page=2"' in response.content.decode()
    assert len(listed(client.get(f"{URL}?tous=oui&type=territoire&page=2"))) == 1


def test_the_directory_sets_no_cookie_and_calls_nobody(client, places):
    response = client.get(URL)
    assert response.cookies == {}
    assert "Cookie" not in response.get("Vary", "")
    assert "style=" not in response.content.decode()


def test_the_sitemap_holds_the_territories_that_have_content(client, places):
    speak_of(places["metz"])
    sitemap = client.get("/sitemap.xml").getvalue().decode()
    found = [line.split("</loc>")[0].split("//")[1].partition("/")[2] for line in sitemap.split("<loc>")[1:]]
    assert [path for path in found if path.startswith("communaute/")] == [
        "communaute/",
        "communaute/ressources/",
        "communaute/grand-est/",
        "communaute/metz/",
        "communaute/moselle/",
    ]
