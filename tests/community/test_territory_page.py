import pytest
from wagtail import hooks

from community.models import Territory
from nec_cms.hooks import RelatedAction
from nec_cms.testing import PluginContract
from tests.community.conftest import speak_of
from tests.factories.community import FeedItemFactory, OrganisationFactory

pytestmark = pytest.mark.django_db

METZ = "/communaute/metz/"


def test_the_page_shows_what_each_provider_holds(client, places):
    places["metz"].introduction = "<p>Une ville <b>exemple</b>.</p>"
    places["metz"].save()
    item = FeedItemFactory(feed__territory=places["metz"], title="Guide exemple")
    FeedItemFactory(feed__territory=places["vosges"], title="Ailleurs")
    response = client.get(METZ)
    page = response.content.decode()
    assert [(each.label, each.total, each.items) for each in response.context["sections"]] == [
        ("Ressources", 1, [item])
    ]
    assert '<span class="bracketed">Metz</span>' in page
    assert "Une ville <b>exemple</b>." in page
    assert "Guide exemple" in page
    assert "Ailleurs" not in page


def test_the_page_has_its_own_title_address_and_trail(client, places):
    page = client.get(METZ).content.decode()
    assert "<title>Metz | " in page
    assert f'<link rel="canonical" href="http://localhost{METZ}">' in page
    assert '<li><a href="/communaute/">La communauté</a></li>' in page


def test_what_lies_in_it_comes_with_its_content_first_and_to_any_depth(client, places):
    speak_of(places["metz"])
    context = client.get("/communaute/grand-est/").context
    assert [(row.territory.slug, row.total) for row in context["inside"]] == [("metz", 1), ("moselle", 1)]
    assert [each.slug for each in context["others"]] == ["pays-exemple", "vosges"]
    assert [each.slug for each in client.get(METZ).context["above"]] == ["moselle", "grand-est"]


def test_what_lies_in_it_is_named_up_to_a_number_and_led_to(client, places, monkeypatch):
    monkeypatch.setattr("community.portrait.INSIDE", 1)
    speak_of(places["metz"])
    response = client.get("/communaute/grand-est/")
    context = response.context
    assert [row.territory.slug for row in context["inside"]] == ["metz"]
    assert [each.slug for each in context["others"]] == ["pays-exemple"]
    assert (context["inside_beyond"], context["others_beyond"], context["others_total"]) == (1, 1, 2)
    page = response.content.decode()
    assert "Et 1 autre avec du contenu." in page
    assert "Et 2 autres, sans contenu pour l’instant" in page
    assert '<a href="/communaute/?region=grand-est&amp;tous=oui" rel="nofollow">' in page


def test_the_list_of_all_is_that_of_the_region_and_only_where_some_are_left_out(client, places, monkeypatch):
    assert client.get("/communaute/moselle/").context["region_list"] is None
    monkeypatch.setattr("community.portrait.INSIDE", 1)
    assert client.get("/communaute/moselle/").context["region_list"] == {
        "name": "Grand Est",
        "url": "/communaute/?region=grand-est&tous=oui",
    }


def test_the_organisations_of_the_place_are_named(client, places):
    here = OrganisationFactory(territory=places["metz"], url="https://example.org/")
    OrganisationFactory(territory=places["vosges"])
    response = client.get(METZ)
    assert response.context["organisations"] == [here]
    assert f'<span class="link-list-label">{here.name}</span>' in response.content.decode()


def test_the_call_that_an_editor_set_by_hand_is_linked_with_the_territory_filled_in(client, places, directory):
    directory.call_address = "https://example.org/appel?de=nec"
    directory.save_revision().publish()
    assert 'href="https://example.org/appel?de=nec&amp;territoire=metz"' in client.get(METZ).content.decode()


class Visit(RelatedAction):
    """What a plugin offers about some territories only."""

    label = "Visiter exemple"

    def model(self):
        return Territory

    def url(self, instance):
        return f"/visite/{instance.slug}/" if instance.slug == "metz" else ""


def test_the_buttons_of_the_opening_come_from_the_plugins(client, places):
    assert client.get(METZ).context["actions"] == []
    with hooks.register_temporarily("register_related_action", Visit):
        assert client.get(METZ).context["actions"] == [{"label": "Visiter exemple", "url": "/visite/metz/"}]
        assert client.get("/communaute/vosges/").context["actions"] == []
        assert ' href="/visite/metz/"><span>Visiter exemple</span>' in client.get(METZ).content.decode()


def test_a_territory_without_content_says_so(client, places):
    assert "Rien encore ici" in client.get(METZ).content.decode()


def test_a_region_shows_what_is_about_its_places(client, places):
    speak_of(places["metz"], places["vosges"])
    (section,) = client.get("/communaute/grand-est/").context["sections"]
    assert (section.label, section.total, len(section.items)) == ("Ressources", 2, 2)


def test_long_sections_show_their_beginning_and_lead_to_the_rest(client, places):
    speak_of(*[places["metz"]] * 13)
    response = client.get(METZ)
    (section,) = response.context["sections"]
    assert (section.total, len(section.items)) == (13, 12)
    page = response.content.decode()
    assert '<a class="heading-link" href="/communaute/ressources/?territoire=metz">Voir les 13' in page


@pytest.mark.parametrize(
    "path",
    [
        "inconnu/",
        "METZ/",
        "metz/autre/",
        "metz/autre.ics",
        "inconnu/agenda.ics",
        "ressources/agenda.ics",
        "%2e%2e/",
    ],
)
def test_an_unknown_territory_is_not_found(client, places, path):
    assert client.get(f"/communaute/{path}").status_code == 404


def test_the_page_costs_the_same_for_one_row_and_for_three(client, places):
    url = "/communaute/grand-est/"
    speak_of(places["grand-est"], places["metz"])
    client.get(url)
    one = PluginContract.count_queries(client, url)
    speak_of(places["grand-est"], places["grand-est"], places["vosges"], places["moselle"])
    assert PluginContract.count_queries(client, url) == one == 10
