"""Citations of an article: sentence, BibTeX, RIS, and the meta elements of scholars' tools."""

import pytest
from django.test import Client

from revue.models import ArticlePage, IssuePage
from tests.factories.revue import ArticlePageFactory, AuthorshipFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def article(issue: IssuePage) -> ArticlePage:
    article = ArticlePageFactory(parent=issue, title="Lire & écrire 100 %", slug="lire")
    AuthorshipFactory(article=article, contributor__name="Zoé Exemple")
    return article


def test_bibtex_escapes_what_tex_reads(client: Client, article: ArticlePage) -> None:
    answer = client.get(f"{article.url}citation.bib")
    assert answer.headers["Content-Disposition"] == 'attachment; filename="citation.bib"'
    assert answer.content.decode() == (
        "@article{exemple-2024-lire-ecrire-100,\n"
        "  title = {Lire \\& écrire 100 \\%},\n"
        "  author = {Zoé Exemple},\n"
        "  journal = {La revue NEC},\n"
        "  number = {3},\n"
        "  year = {2024},\n"
        "  month = {7},\n"
        "  publisher = {Numérique en Commun[s]},\n"
        f"  url = {{{article.full_url}}},\n"
        "}\n"
    )


def test_ris_has_a_tag_a_line(client: Client, article: ArticlePage) -> None:
    lines = client.get(f"{article.url}citation.ris").content.decode().split("\r\n")
    assert lines[:3] == ["TY  - MGZN", "TI  - Lire & écrire 100 %", "AU  - Zoé Exemple"]
    assert lines[-3:] == [f"UR  - {article.full_url}", "ER  - ", ""]


def test_page_shows_the_sentence_and_the_meta_elements(client: Client, article: ArticlePage) -> None:
    html = client.get(article.url).content.decode()
    assert f", n°\u00a03, Illettrisme, 2024. {article.full_url}</p>" in html
    assert html.count('<meta name="citation_author" content="Zoé Exemple">') == 1
    assert html.count('<meta name="citation_publication_date" content="2024/07/01">') == 1


def test_citation_of_an_article_that_is_not_out_is_not_found(client: Client, article: ArticlePage) -> None:
    IssuePage.objects.update(live=False)
    assert client.get(f"{article.url}citation.bib").status_code == 404
