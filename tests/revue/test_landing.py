"""The revue's front page: project, latest publications, all issues."""

from datetime import date

import pytest
from django.test import Client
from wagtail.models import Page

from nec_cms.testing import PluginContract
from revue.blocks import LatestIssueBlock
from revue.models import IssuePage, RevueIndexPage
from tests.factories.revue import ArticlePageFactory, IssuePageFactory, SeriesFactory

pytestmark = pytest.mark.django_db


def test_landing_puts_the_latest_issue_first_with_its_contents(
    client: Client, index: RevueIndexPage, issue: IssuePage
) -> None:
    latest = IssuePageFactory(parent=index, number=5, title="Migrations", date=date(2025, 1, 20))
    IssuePageFactory(parent=index, number=6, title="À venir", date=date(2026, 1, 20), live=False)
    article = ArticlePageFactory(parent=latest, title="La carte")
    index.body = [("text", "<p>Le projet.</p>")]
    index.save()
    context = client.get("/revue/").context
    assert context["latest"] == latest
    assert list(context["articles"]) == [article]
    assert context["recent"] == [issue]
    html = client.get("/revue/").content.decode()
    assert '<h2 id="projet-editorial">Le projet éditorial</h2>' in html
    assert '<h2 id="dernieres-publications">Les dernières publications</h2>' in html
    assert "Le projet." in html
    assert "À venir" not in html


def test_landing_lists_every_issue_by_series_and_year(client: Client, index: RevueIndexPage, issue: IssuePage) -> None:
    carnets = SeriesFactory(slug="carnets", name="Les carnets", issue_name="Carnet", order=2)
    IssuePageFactory(parent=index, series=carnets, number=1, date=date(2020, 10, 1))
    IssuePageFactory(parent=index, number=1, date=date(2023, 4, 1))
    shelves = client.get("/revue/").context["shelves"]
    found = [
        (shelf["series"].name, year["year"], [page.number for page in year["issues"]])
        for shelf in shelves
        for year in shelf["years"]
    ]
    assert found == [("La revue NEC", 2024, [3]), ("La revue NEC", 2023, [1]), ("Les carnets", 2020, [1])]


def test_empty_landing_says_so(client: Client, index: RevueIndexPage) -> None:
    assert "Le premier numéro est en préparation" in client.get("/revue/").content.decode()


def test_landing_costs_the_same_for_one_issue_and_for_three(client: Client, index: RevueIndexPage) -> None:
    def add_issue() -> None:
        ArticlePageFactory.create_batch(2, parent=IssuePageFactory(parent=index))

    add_issue()
    client.get("/revue/")
    one = PluginContract.count_queries(client, "/revue/")
    add_issue()
    add_issue()
    assert (one, PluginContract.count_queries(client, "/revue/")) == (7, 7)


def test_block_of_the_latest_issue_shows_its_cover_and_contents(home: Page, issue: IssuePage) -> None:
    ArticlePageFactory(parent=issue, title="La carte")
    block = LatestIssueBlock()
    html = block.render(block.normalize({"title": "La revue"}), {})
    assert '<a href="/revue/revue-3/">Illettrisme</a>' in html
    assert ">La carte</a>" in html
    assert 'href="/revue/"' in html


def test_block_of_the_latest_issue_says_so_before_the_first_one(home: Page) -> None:
    block = LatestIssueBlock()
    html = block.render(block.normalize({"title": "La revue"}), {})
    assert "Le premier numéro est en préparation" in html
    assert "<a " not in html
