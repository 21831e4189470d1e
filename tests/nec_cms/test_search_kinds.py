"""Results of the search by kind, those of plugins among them."""

from datetime import date
from typing import Any

import pytest
from wagtail import hooks
from wagtail.models import Page

from nec_cms.hooks import SearchSource
from nec_cms.testing import PluginContract
from tests.factories.community import DirectoryPageFactory, FeedItemFactory, TerritoryFactory
from tests.factories.events import make_event
from tests.factories.formats import make_format
from tests.factories.home import ContentPageFactory
from tests.factories.revue import ArticlePageFactory, IssuePageFactory, RevueIndexPageFactory
from tests.nec_cms.searches import URL, found

pytestmark = pytest.mark.django_db


@pytest.fixture
def everything(home: Page) -> None:
    """One thing of each kind that speaks of « exemple »."""
    DirectoryPageFactory(parent=home, title="Répertoire")
    metz = TerritoryFactory(name="Vallée exemple")
    make_event("NEC Exemple", date(2024, 10, 3), territories=[metz])
    make_format("La fresque exemple")
    issue = IssuePageFactory(parent=RevueIndexPageFactory(parent=home), title="Numéro exemple")
    ArticlePageFactory(parent=issue, title="Article exemple")
    FeedItemFactory(title="Guide exemple", feed__territory=metz)
    ContentPageFactory(parent=home, title="Page exemple")


def test_results_come_by_kind_with_their_numbers(client: Any, everything: None) -> None:
    response = client.get(URL, {"q": "exemples"})
    assert [(tab["label"], tab["number"], tab["current"]) for tab in response.context["tabs"]] == [
        ("Tout", 7, True),
        ("Éditions", 1, False),
        ("Territoires", 1, False),
        ("Formats partenaires", 1, False),
        ("Articles de la revue", 1, False),
        ("Numéros de la revue", 1, False),
        ("Ressources", 1, False),
        ("Pages", 1, False),
    ]
    assert found(client, "exemples") == {
        "editions": ["NEC Exemple"],
        "territoires": ["Vallée exemple"],
        "formats": ["La fresque exemple"],
        "articles": ["Article exemple"],
        "numeros": ["Numéro exemple"],
        "ressources": ["Guide exemple"],
        "pages": ["Page exemple"],
    }
    assert '<a href="?q=exemples&amp;genre=articles" rel="nofollow">' in response.content.decode()


def test_the_page_costs_the_same_for_one_result_of_each_kind_and_for_three(client: Any, everything: None) -> None:
    url = f"{URL}?q=exemple"
    one = PluginContract.count_queries(client, url)
    for rank in range(3):
        place = TerritoryFactory(name=f"Pays exemple {rank}")
        make_event(f"NEC Exemple {rank}", date(2024, 10, 3), territories=[place])
        FeedItemFactory(title=f"Guide exemple {rank}", feed__territory=place)
        make_format(f"Atelier exemple {rank}")
    assert PluginContract.count_queries(client, url) == one == 12


def test_kinds_narrow_the_results_and_are_paged(client: Any, home: Page) -> None:
    for rank in range(30):
        make_event(f"NEC Exemple {rank}", date(2024, 10, 3))
    ContentPageFactory(parent=home, title="Page exemple")
    everything = client.get(URL, {"q": "exemple"})
    assert [(group["name"], len(group["results"]), group["number"]) for group in everything.context["groups"]] == [
        ("editions", 6, 30),
        ("pages", 1, 1),
    ]
    assert '<a href="?q=exemple&amp;genre=editions" rel="nofollow">Voir les 30 résultats' in everything.content.decode()
    first = client.get(URL, {"q": "exemple", "genre": "editions"})
    second = client.get(URL, {"q": "exemple", "genre": "editions", "page": 2})
    shown = [[each.pk for each in page.context["groups"][0]["results"]] for page in (first, second)]
    assert [len(each) for each in shown] == [24, 6]
    assert len({*shown[0], *shown[1]}) == 30
    assert 'href="?q=exemple&amp;genre=editions&amp;page=2"' in first.content.decode()
    assert found(client, "exemple", genre=["pages", "editions"], page=2)["pages"] == ["Page exemple"]


def test_a_kind_without_result_leads_back_to_all(client: Any, everything: None) -> None:
    page = client.get(URL, {"q": "vallée", "genre": "pages"}).content.decode()
    assert "Rien de ce genre" in page
    assert 'href="?q=vall%C3%A9e"' in page


class Things(SearchSource):
    """A stranger's kind, with objects that are no pages."""

    name, label, order = "choses", "Choses", 5

    def keys(self, query: str) -> list[int]:
        return [2, 1] if query == "chose" else []

    def objects(self, keys: list[int]) -> list[Any]:
        class Thing:
            card_template, url, kind_label, search_description = "", "/chose/", "Chose", ""

            def __init__(self, pk: int) -> None:
                self.pk, self.title = pk, f"Chose {pk}"

        return [Thing(key) for key in sorted(keys)]


def test_a_plugin_brings_a_kind_of_its_own(client: Any, home: Page) -> None:
    with hooks.register_temporarily("register_search_source", Things):
        assert found(client, "chose") == {"choses": ["Chose 2", "Chose 1"]}
        assert found(client, "chose", genre="choses") == {"choses": ["Chose 2", "Chose 1"]}
    assert found(client, "chose") == {}
