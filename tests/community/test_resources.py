from datetime import UTC, datetime

import pytest

from community.models import FeedItem, ItemState, Territory
from nec_cms.hooks import related_content
from nec_cms.models import Licence
from nec_cms.testing import PluginContract
from tests.factories.community import FeedFactory, FeedItemFactory, TerritoryFactory

pytestmark = pytest.mark.django_db

URL = "/communaute/ressources/"


def listed(response) -> list[str]:
    return [item.title for item in response.context["page_obj"]]


def test_only_approved_items_are_shown_the_latest_first(client, directory):
    FeedItemFactory(title="Ancien", published_at=datetime(2023, 1, 1, tzinfo=UTC))
    FeedItemFactory(title="Récent", published_at=datetime(2024, 1, 1, tzinfo=UTC))
    FeedItemFactory(title="À relire", state=ItemState.PENDING)
    FeedItemFactory(title="Écarté", state=ItemState.REJECTED)
    assert listed(client.get(URL)) == ["Récent", "Ancien"]


def test_an_item_comes_with_its_source_its_licence_its_date_and_its_author(client, directory):
    feed = FeedFactory(title="Source exemple", licence=Licence.CC_BY, site_url="https://source.example.org/")
    FeedItemFactory(
        feed=feed,
        title="Guide",
        link="https://source.example.org/guide",
        summary="Un résumé.",
        author="Camille Exemple",
    )
    page = client.get(URL).content.decode()
    for part in (
        '<time datetime="2024-10-03">3\u00a0octobre 2024</time> · Source exemple',
        '<a href="https://source.example.org/guide" rel="external noopener">Guide',
        "Un résumé.",
        "Camille Exemple · CC BY 4.0",
        '<a href="https://source.example.org/" rel="external noopener">Le site de la source</a>',
    ):
        assert page.count(part) == 1, part


def test_what_a_source_sent_is_escaped(client, directory):
    FeedItemFactory(title="<script>alert(1)</script>", summary="<b>gras</b>", author="<i>moi</i>")
    page = client.get(URL).content.decode()
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "<b>gras</b>" not in page
    assert "<i>moi</i>" not in page


def test_words_sources_and_territories_narrow_each_other(client, directory):
    metz, reunion = TerritoryFactory(name="Metz"), TerritoryFactory(name="La Réunion")
    first, second = FeedFactory(territory=metz), FeedFactory(territory=reunion)
    FeedItemFactory(feed=first, title="Été à Metz")
    FeedItemFactory(feed=first, title="Hiver à Metz")
    FeedItemFactory(feed=second, title="Été austral", summary="à La Réunion")
    FeedItemFactory(title="Sans lieu")
    assert set(listed(client.get(URL, {"q": "ETE"}))) == {"Été à Metz", "Été austral"}
    assert set(listed(client.get(URL, {"source": first.pk}))) == {"Été à Metz", "Hiver à Metz"}
    assert set(listed(client.get(URL, {"source": [first.pk, second.pk], "q": "ete"}))) == {"Été à Metz", "Été austral"}
    assert listed(client.get(URL, {"territoire": "la-reunion"})) == ["Été austral"]
    assert listed(client.get(URL, {"territoire": "la-reunion", "source": first.pk})) == []


def test_only_what_approved_items_have_is_proposed(client, directory):
    shown = FeedItemFactory(feed__territory=TerritoryFactory(name="Metz"))
    FeedItemFactory(feed__territory=TerritoryFactory(name="Nancy"), state=ItemState.PENDING)
    form = client.get(URL).context["form"]
    assert list(form.fields["source"].choices) == [(str(shown.feed_id), shown.feed.title)]
    assert list(form.fields["territoire"].choices) == [("metz", "Metz")]


@pytest.mark.parametrize("query", ["source=zéro", "source=99999999999999999999", "territoire=nulle-part", "page=0"])
def test_a_value_that_is_not_understood_is_told_and_ignored(client, directory, query):
    FeedItemFactory(title="Guide")
    response = client.get(f"{URL}?{query}")
    assert (response.status_code, listed(response)) == (200, ["Guide"])
    assert 'class="filters-errors"' in response.content.decode()


def test_long_lists_are_paged_and_keep_their_filters(client, directory):
    feed = FeedFactory()
    FeedItemFactory.create_batch(21, feed=feed)
    response = client.get(URL, {"source": feed.pk})
    assert len(listed(response)) == 20
    assert f'href="?source={feed.pk}&amp;page=2"' in response.content.decode()
    assert len(listed(client.get(URL, {"source": feed.pk, "page": 2}))) == 1


def test_the_page_costs_the_same_for_one_row_and_for_three(client, directory):
    FeedItemFactory()
    client.get(URL)
    one = PluginContract.count_queries(client, URL)
    FeedItemFactory.create_batch(2)
    assert PluginContract.count_queries(client, URL) == one == 9


def test_an_empty_page_says_so(client, directory):
    assert "Aucune ressource pour l’instant" in client.get(URL).content.decode()
    assert "Aucune ressource ne correspond" in client.get(URL, {"q": "rien"}).content.decode()


def test_resources_reach_the_page_of_their_feed_s_territory(django_assert_num_queries):
    provider = next(each for each in related_content(Territory) if each.name == "ressources")
    here, there, nowhere = TerritoryFactory.create_batch(3)
    latest = FeedItemFactory(feed__territory=here, published_at=datetime(2024, 12, 1, tzinfo=UTC))
    older = FeedItemFactory(feed__territory=here)
    FeedItemFactory(feed__territory=there)
    FeedItemFactory(feed__territory=there, state=ItemState.PENDING)
    with django_assert_num_queries(1):
        counts = provider.counts([here, there, nowhere])
    assert counts == {here.pk: 2, there.pk: 1}
    assert list(provider.items(here)) == [latest, older]
    assert FeedItem.objects.count() == 4
