"""The archive: each filter, what is not understood, pages, a constant cost; feeds narrowed by the same filters."""

from datetime import date

import feedparser
import pytest
from django.test import Client
from wagtail.models import Page

from community.models import Territory, TerritoryKind, Theme
from nec_cms.testing import PluginContract
from revue.models import ArticlePage, IssuePage
from tests.factories.revue import ArticlePageFactory, AuthorshipFactory, IssuePageFactory, SeriesFactory

pytestmark = pytest.mark.django_db
ARCHIVE = "/revue/archives/"


@pytest.fixture
def shelves(index: Page, issue: IssuePage) -> None:
    carnets = SeriesFactory(slug="carnets", name="Les carnets", issue_name="Carnet")
    carnet = IssuePageFactory(parent=index, series=carnets, number=1, date=date(2020, 10, 1))
    theme, _ = Theme.objects.get_or_create(slug="communs-exemple", defaults={"name": "Communs d’exemple"})
    place = Territory.objects.create(name="Terre d’exemple", kind=TerritoryKind.TERRITOIRE)
    first = ArticlePageFactory(parent=issue, title="Premier", rubrique="enquetes")
    first.themes.add(theme)
    first.territories.add(place)
    first.tags.add("accueil")
    first.save()
    AuthorshipFactory(article=first, contributor__name="Zoé Exemple", contributor__slug="zoe-exemple")
    ArticlePageFactory(parent=issue, title="Second", rubrique="dossier", standfirst="On parle de pain.")
    ArticlePageFactory(parent=carnet, title="Troisième", rubrique="dossier")
    ArticlePageFactory(parent=carnet, title="Caché", live=False)
    ArticlePageFactory(parent=IssuePageFactory(parent=index, number=9, live=False), title="Pas encore")


def titles(client: Client, query: str = "") -> list[str]:
    groups = client.get(f"{ARCHIVE}?{query}").context["groups"]
    return [article.title for group in groups for article in group["articles"]]


@pytest.mark.usefixtures("shelves")
@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", ["Second", "Premier", "Troisième"]),
        ("serie=carnets", ["Troisième"]),
        ("annee=2024", ["Second", "Premier"]),
        ("annee=2024&annee=2020", ["Second", "Premier", "Troisième"]),
        ("rubrique=dossier&annee=2024", ["Second"]),
        ("theme=communs-exemple", ["Premier"]),
        ("territoire=terre-d-exemple", ["Premier"]),
        ("auteur=zoe-exemple", ["Premier"]),
        ("etiquette=accueil", ["Premier"]),
        ("q=pain", ["Second"]),
        ("q=introuvable", []),
    ],
)
def test_archive_keeps_what_its_filters_say(client: Client, query: str, expected: list[str]) -> None:
    assert titles(client, query) == expected


@pytest.mark.usefixtures("shelves")
def test_unknown_value_is_said_and_left_out(client: Client) -> None:
    answer = client.get(f"{ARCHIVE}?serie=<b>&annee=1789&page=x")
    assert answer.status_code == 200
    assert "Série\u00a0: «\u00a0&lt;b&gt;\u00a0» n’est pas reconnu et n’a pas été retenu." in answer.content.decode()
    assert titles(client, "serie=%3Cb%3E") == ["Second", "Premier", "Troisième"]


@pytest.mark.usefixtures("shelves")
def test_feed_of_a_tag_holds_its_articles_alone(client: Client) -> None:
    feed = feedparser.parse(client.get("/revue/flux.atom?etiquette=accueil").content)
    assert not feed.bozo
    assert [entry.title for entry in feed.entries] == ["Premier"]


def test_archive_costs_the_same_for_one_article_and_for_three(client: Client, issue: IssuePage) -> None:
    def add() -> None:
        AuthorshipFactory(article=ArticlePageFactory(parent=issue))

    add()
    one = PluginContract.count_queries(client, ARCHIVE)
    add()
    add()
    assert PluginContract.count_queries(client, ARCHIVE) == one
    assert ArticlePage.objects.count() == 3
