"""What the revue tells of a territory and of an edition."""

from datetime import date

import pytest

from community.models import Territory, TerritoryKind
from events.models import EventIndexPage, EventPage
from nec_cms.hooks import related_content
from revue.models import IssuePage
from tests.factories.revue import ArticlePageFactory, IssuePageFactory

pytestmark = pytest.mark.django_db


def provider(model: type):
    return next(each for each in related_content(model) if each.name == "revue")


def make_territory(name: str) -> Territory:
    return Territory.objects.create(name=name, kind=TerritoryKind.TERRITOIRE)


def test_articles_of_a_territory_are_counted_in_one_query(issue: IssuePage, django_assert_num_queries) -> None:
    here, there, nowhere = (make_territory(name) for name in ("Ici", "Là", "Nulle part"))
    ArticlePageFactory(parent=issue, territories=[here, there])
    ArticlePageFactory(parent=issue, territories=[here])
    ArticlePageFactory(parent=issue, territories=[here], live=False)
    with django_assert_num_queries(1):
        counts = provider(Territory).counts([here, there, nowhere])
    assert counts == {here.pk: 2, there.pk: 1}


def test_articles_of_a_territory_are_listed_the_latest_issue_first(issue: IssuePage) -> None:
    here = make_territory("Ici")
    newer = IssuePageFactory(parent=issue.get_parent(), number=5, date=date(2025, 1, 1))
    old = ArticlePageFactory(parent=issue, territories=[here])
    new = ArticlePageFactory(parent=newer, territories=[here])
    ArticlePageFactory(parent=newer)
    found = provider(Territory)
    assert list(found.items(here)) == [new, old]
    metas = [article.card_meta for article in found.items(here)]
    assert metas == [
        "Revue n°\u00a05 · Dossier",
        "Revue n°\u00a03 · Dossier",
    ]
    assert found.label == "Dans la revue"


def test_articles_about_an_edition_are_announced_on_it(issue: IssuePage) -> None:
    events = issue.get_parent().get_parent().add_child(instance=EventIndexPage(title="NEC locaux"))
    event = events.add_child(instance=EventPage(title="NEC Metz", start_date=date(2024, 10, 3)))
    article = ArticlePageFactory(parent=issue, events=[event])
    found = provider(EventPage)
    assert found.label == "La revue en parle"
    assert found.counts([event]) == {event.pk: 1}
    assert list(found.items(event)) == [article]
