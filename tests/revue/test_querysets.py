"""What is public, and in which order it is read."""

from datetime import date

import pytest
from wagtail.models import PageViewRestriction

from revue.models import ArticlePage, IssuePage, RevueIndexPage
from tests.factories.revue import ArticlePageFactory, IssuePageFactory, SeriesFactory

pytestmark = pytest.mark.django_db


def test_article_is_published_when_it_and_its_issue_are_live(index: RevueIndexPage, issue: IssuePage) -> None:
    draft_issue = IssuePageFactory(parent=index, live=False)
    shown = ArticlePageFactory(parent=issue)
    ArticlePageFactory(parent=issue, live=False)
    ArticlePageFactory(parent=draft_issue)
    assert list(ArticlePage.objects.published()) == [shown]


@pytest.mark.parametrize("restricted", ["index", "issue", "article"])
def test_what_stands_under_a_restricted_page_is_not_published(
    restricted: str, index: RevueIndexPage, issue: IssuePage
) -> None:
    article = ArticlePageFactory(parent=issue)
    page = {"index": index, "issue": issue, "article": article}[restricted]
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    assert list(ArticlePage.objects.published()) == []
    assert list(IssuePage.objects.published()) == ([issue] if restricted == "article" else [])


def test_restriction_of_one_issue_leaves_the_others_alone(index: RevueIndexPage, issue: IssuePage) -> None:
    other = IssuePageFactory(parent=index)
    PageViewRestriction.objects.create(page=issue, restriction_type=PageViewRestriction.LOGIN)
    assert list(IssuePage.objects.published()) == [other]


def test_articles_are_read_by_rubrique_then_by_order(issue: IssuePage) -> None:
    initiative = ArticlePageFactory(parent=issue, rubrique="initiatives")
    second = ArticlePageFactory(parent=issue, rubrique="dossier", order=2)
    first = ArticlePageFactory(parent=issue, rubrique="dossier", order=1)
    eclairage = ArticlePageFactory(parent=issue, rubrique="eclairages")
    assert list(issue.articles()) == [first, second, eclairage, initiative]


def test_latest_articles_come_with_the_name_and_the_day_of_their_issue(index: RevueIndexPage, issue: IssuePage) -> None:
    carnets = SeriesFactory(slug="carnets", issue_name="Carnet")
    carnet = IssuePageFactory(parent=index, series=carnets, number=1, date=date(2020, 10, 1))
    ArticlePageFactory(parent=carnet)
    ArticlePageFactory(parent=issue)
    found = [(article.issue_label, article.issue_date) for article in ArticlePage.objects.latest_first()]
    assert found == [("Revue n°\u00a03", date(2024, 7, 1)), ("Carnet n°\u00a01", date(2020, 10, 1))]


def test_latest_articles_take_one_query(issue: IssuePage, django_assert_num_queries) -> None:
    ArticlePageFactory.create_batch(3, parent=issue)
    with django_assert_num_queries(1):
        assert len([article.card_meta for article in ArticlePage.objects.published().latest_first()]) == 3


def test_issues_are_listed_the_latest_first(index: RevueIndexPage) -> None:
    days = [date(2023, 4, 1), date(2025, 1, 1), date(2024, 7, 1)]
    for day in days:
        IssuePageFactory(parent=index, date=day)
    assert [issue.date for issue in IssuePage.objects.latest_first()] == sorted(days, reverse=True)
