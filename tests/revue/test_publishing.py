"""An issue comes out whole or not at all, at its minute, from the versions that were proofread."""

from datetime import UTC, datetime
from typing import Any

import pytest
import time_machine
from django.test import Client
from wagtail.models import Page
from wagtail.signals import page_published

from nec_cms.models import User
from revue import publishing, readiness
from revue.models import Approval, ArticlePage, IssuePage, Publication
from tests.factories.revue import ArticlePageFactory, AuthorshipFactory, IssuePageFactory

pytestmark = pytest.mark.django_db
MORNING = datetime(2026, 12, 2, 8, tzinfo=UTC)


def make_draft(index: Page, articles: int = 2) -> IssuePage:
    """An issue that is not out, with articles that nobody has proofread."""
    issue = IssuePageFactory(parent=index, number=6, title="Alimentation", live=False, first_published_at=None)
    for number in range(1, articles + 1):
        article = ArticlePageFactory(
            parent=issue,
            title=f"Article {number}",
            slug=f"article-{number}",
            order=number,
            body=[("text", "<p>Un texte.</p>")],
            live=False,
        )
        AuthorshipFactory(article=article)
    issue.save_revision()
    return IssuePage.objects.get(pk=issue.pk)


def approve_all(issue: IssuePage) -> None:
    for article in ArticlePage.objects.child_of(issue):
        article.save_revision().publish()


def live_pages(issue: IssuePage) -> list[bool]:
    return list(Page.objects.filter(path__startswith=issue.path).order_by("path").values_list("live", flat=True))


def test_to_publish_an_article_of_a_draft_issue_is_to_approve_it(client: Client, index: Page) -> None:
    issue = make_draft(index, 1)
    article = ArticlePage.objects.child_of(issue).get()
    revision = article.save_revision()
    revision.publish()
    assert live_pages(issue) == [False, False]
    assert Approval.objects.get(page=article).revision == revision
    assert client.get(article.url).status_code == 404


def test_issue_comes_out_with_its_articles_at_one_moment(client: Client, index: Page) -> None:
    issue = make_draft(index)
    approve_all(issue)
    with time_machine.travel(MORNING, tick=False):
        publishing.publish_issue(issue)
    assert live_pages(issue) == [True, True, True]
    moments = set(Page.objects.filter(path__startswith=issue.path).values_list("first_published_at", flat=True))
    assert moments == {MORNING}
    assert client.get(issue.url).status_code == 200
    assert client.get(f"{issue.url}article-2/").status_code == 200


def test_proofread_version_comes_out_not_the_later_draft(client: Client, index: Page) -> None:
    issue = make_draft(index, 1)
    approve_all(issue)
    article = ArticlePage.objects.child_of(issue).get()
    article.title = "Titre non relu"
    article.save_revision()
    assert [remark.blocking for remark in readiness.of(issue).lines[0].remarks] == [False]
    publishing.publish_issue(issue)
    assert ArticlePage.objects.child_of(issue).get().title == "Article 1"


def test_nothing_comes_out_while_something_is_missing(index: Page) -> None:
    issue = make_draft(index)
    ArticlePage.objects.child_of(issue).first().save_revision().publish()
    with pytest.raises(publishing.NotPublishedError) as refused:
        publishing.publish_issue(issue)
    assert str(refused.value) == "«\u00a0Article 2\u00a0» n’a pas encore son bon à paraître."
    assert live_pages(issue) == [False, False, False]
    assert Publication.objects.get(issue=issue).error == str(refused.value)


def test_one_article_that_fails_keeps_the_whole_issue_back_and_says_why(index: Page, admin_client: Client) -> None:
    issue = make_draft(index, 3)
    approve_all(issue)

    def fail(sender: Any, instance: Page, **kwargs: Any) -> None:
        if instance.title == "Article 2":
            raise ValueError("disque plein")

    page_published.connect(fail, sender=ArticlePage)
    try:
        with pytest.raises(publishing.NotPublishedError):
            publishing.publish_issue(issue)
    finally:
        page_published.disconnect(fail, sender=ArticlePage)
    assert live_pages(issue) == [False] * 4
    reason = "L’article «\u00a0Article 2\u00a0» n’a pas pu paraître (ValueError\u00a0: disque plein). Rien n’a paru."
    assert Publication.objects.get(issue=issue).error == reason
    assert admin_client.get(f"/admin/revue/numero/{issue.pk}/").content.decode().count(reason) == 1


def test_issue_waits_for_its_minute_then_comes_out_once(index: Page) -> None:
    issue = make_draft(index)
    approve_all(issue)
    publishing.schedule(issue, MORNING)
    assert publishing.publish_due(datetime(2026, 12, 2, 7, 59, 59, tzinfo=UTC)) == 0
    assert publishing.publish_due(MORNING) == 1
    assert publishing.publish_due(MORNING) == 0
    assert live_pages(issue) == [True, True, True]
    assert not Publication.objects.exists()


def test_publication_that_failed_waits_for_a_person(index: Page) -> None:
    issue = make_draft(index)
    publishing.schedule(issue, MORNING)
    assert [publishing.publish_due(MORNING), publishing.publish_due(MORNING)] == [0, 0]
    assert Publication.objects.get(issue=issue).error != ""
    approve_all(issue)
    publishing.schedule(issue, MORNING)
    assert publishing.publish_due(MORNING) == 1


def test_withdrawn_issue_takes_its_articles_away_and_can_come_back(client: Client, index: Page) -> None:
    issue = make_draft(index)
    approve_all(issue)
    publishing.publish_issue(issue)
    publishing.withdraw_issue(issue)
    assert live_pages(issue) == [False, False, False]
    assert client.get(issue.url).status_code == 404
    publishing.publish_issue(issue)
    assert live_pages(issue) == [True, True, True]


def test_nobody_is_written_to(index: Page, mailoutbox: list[Any]) -> None:
    issue = make_draft(index)
    approve_all(issue)
    publishing.publish_issue(issue, User.objects.create_user("relecture-test@example.org"))
    assert mailoutbox == []


def test_articles_and_issues_have_no_schedule_of_their_own() -> None:
    for model in (ArticlePage, IssuePage):
        fields = model.get_edit_handler().get_form_class().base_fields
        assert {"go_live_at", "expire_at"} & set(fields) == set()


@pytest.mark.parametrize(
    ("change", "remark"),
    [
        ({"standfirst": " "}, "«\u00a0Article 1\u00a0» n’a pas de chapeau."),
        ({"body": []}, "«\u00a0Article 1\u00a0» n’a pas de texte."),
        (
            {"body": [("text", '<p><a linktype="page" id="99999">là</a></p>')]},
            "«\u00a0Article 1\u00a0»\u00a0: un lien mène à une page qui n’existe plus.",
        ),
    ],
)
def test_what_an_article_lacks_is_said(index: Page, change: dict[str, Any], remark: str) -> None:
    issue = make_draft(index, 1)
    article = ArticlePage.objects.child_of(issue).get()
    for name, value in change.items():
        setattr(article, name, value)
    article.save_revision().publish()
    assert [each.text for each in readiness.of(issue).blockers] == [remark]


def test_issue_without_article_and_cover_without_text_are_said(index: Page) -> None:
    issue = make_draft(index, 0)
    assert [each.text for each in readiness.of(issue).blockers] == ["Ce numéro n’a pas d’article."]
