"""Files of issues: made once by the worker, again when something changes, handed out by the issue's page."""

from datetime import UTC, datetime

import pytest
from django.test import Client
from wagtail.documents import get_document_model

from revue import making
from revue.models import Format, IssueFile, IssuePage
from tests.factories.revue import ArticlePageFactory, AuthorshipFactory, IssuePageFactory

pytestmark = [pytest.mark.django_db, pytest.mark.filterwarnings("ignore:unclosed file:ResourceWarning")]

MOMENT = datetime(2024, 7, 1, 7, tzinfo=UTC)


def test_files_are_made_once_then_only_when_the_issue_changes(issue: IssuePage) -> None:
    article = ArticlePageFactory(parent=issue, title="Premier")
    assert [making.make_due(), making.make_due()] == [2, 0]
    article.title = "Autre titre"
    article.save_revision().publish()
    assert [making.make_due(), making.make_due()] == [2, 0]


def test_daily_look_sees_what_no_publication_tells(issue: IssuePage) -> None:
    authorship = AuthorshipFactory(article=ArticlePageFactory(parent=issue, last_published_at=MOMENT))
    making.make_due()
    authorship.contributor.name = "Un autre nom"
    authorship.contributor.save()
    assert [making.make_due(), making.make_all()] == [0, 2]


def test_issue_that_is_not_out_is_not_made(issue: IssuePage) -> None:
    IssuePageFactory(parent=issue.get_parent(), number=9, live=False)
    making.make_due()
    assert {each.issue_id for each in IssueFile.objects.all()} == {issue.pk}


def test_issue_hands_its_files_out_once_they_are_made(client: Client, issue: IssuePage) -> None:
    assert client.get(f"{issue.url}numero.epub").status_code == 404
    assert "numero.epub" not in client.get(issue.url).content.decode()
    making.make_due()
    for name, kind, start in (("epub", "application/epub+zip", b"PK"), ("pdf", "application/pdf", b"%PDF-")):
        answer = client.get(f"{issue.url}numero.{name}")
        content = b"".join(answer.streaming_content)
        assert (answer.headers["Content-Type"], content[: len(start)]) == (kind, start)
        again = client.get(f"{issue.url}numero.{name}", headers={"if-none-match": answer.headers["ETag"]})
        assert (again.status_code, again.content) == (304, b"")
    assert client.get(issue.url).content.decode().count(f'href="{issue.url}numero.epub"') == 1


def test_file_of_a_withdrawn_issue_is_not_found(client: Client, issue: IssuePage) -> None:
    making.make_due()
    IssuePage.objects.update(live=False)
    assert client.get(f"{issue.url}numero.pdf").status_code == 404


def test_printed_pdf_takes_the_place_of_ours(client: Client, issue: IssuePage) -> None:
    issue.printed_pdf = get_document_model().objects.create(title="Imprimé", file="imprime.pdf", file_size=2000)
    issue.save()
    assert making.make_due() == 1
    assert client.get(f"{issue.url}numero.pdf").headers["Location"] == issue.printed_pdf.url
    assert IssueFile.objects.get().format == Format.EPUB


def test_failure_is_kept_and_keeps_no_other_file_back(issue: IssuePage, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(book: object) -> bytes:
        raise ValueError("signe sans police")

    monkeypatch.setitem(making.MAKERS, Format.EPUB, fail)
    assert making.make_due() == 1
    assert IssueFile.objects.get(format=Format.EPUB).error == "EPUB\u00a0: signe sans police"
    assert IssueFile.objects.get(format=Format.PDF).error == ""
