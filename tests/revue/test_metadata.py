"""Structured data: what search engines read of an article and of an issue."""

import json
import re

import pytest
from django.test import Client

from nec_cms.models import Licence
from revue.models import IssuePage
from tests.factories.revue import ArticlePageFactory, AuthorshipFactory

pytestmark = pytest.mark.django_db


def structured(client: Client, address: str) -> dict:
    (script,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', client.get(address).content.decode())
    return json.loads(script)


def test_article_tells_its_authors_its_issue_and_its_licence(client: Client, issue: IssuePage) -> None:
    article = ArticlePageFactory(parent=issue, title="</script><b>Lire</b>", rubrique="enquetes")
    AuthorshipFactory(article=article, contributor__name="Camille Exemple")
    data = structured(client, article.url)
    assert (data["@type"], data["headline"]) == ("Article", "</script><b>Lire</b>")
    assert data["author"] == [{"@type": "Person", "name": "Camille Exemple"}]
    assert data["articleSection"] == "Enquêtes"
    assert data["license"] == "https://creativecommons.org/licenses/by-sa/4.0/deed.fr"
    assert data["isPartOf"] == {
        "@type": "PublicationIssue",
        "issueNumber": "3",
        "name": "Illettrisme",
        "url": issue.full_url,
        "isPartOf": {"@type": "Periodical", "name": "La revue NEC"},
    }


def test_issue_tells_its_series_its_doi_and_its_articles(client: Client, issue: IssuePage) -> None:
    issue.series.issn = "1234-5679"
    issue.series.save()
    issue.doi, issue.licence = "10.1234/exemple", Licence.RESERVED
    issue.save()
    article = ArticlePageFactory(parent=issue, title="Lire")
    data = structured(client, issue.url)
    assert data["@type"] == "PublicationIssue"
    assert data["datePublished"] == "2024-07-01"
    assert data["isPartOf"] == {"@type": "Periodical", "name": "La revue NEC", "issn": "1234-5679"}
    assert data["sameAs"] == "https://doi.org/10.1234/exemple"
    assert "license" not in data
    assert data["hasPart"] == [{"@type": "Article", "headline": "Lire", "url": article.full_url}]


def test_front_page_is_a_periodical(client: Client, issue: IssuePage) -> None:
    assert structured(client, "/revue/")["@type"] == "Periodical"
