"""Atom and RSS: read by feedparser without a complaint, whole texts, identifiers that edits leave alone."""

from datetime import UTC, datetime
from html import unescape

import feedparser
import pytest
from django.test import Client

from nec_cms.testing import PluginContract
from revue.models import ArticlePage, IssuePage
from tests.factories.revue import ArticlePageFactory, AuthorshipFactory, IssuePageFactory

pytestmark = pytest.mark.django_db
FEEDS = pytest.mark.parametrize(
    ("address", "content_type"),
    [("/revue/flux.atom", "application/atom+xml"), ("/revue/flux.rss", "application/rss+xml")],
)


def read(client: Client, address: str) -> feedparser.FeedParserDict:
    parsed = feedparser.parse(client.get(address).content)
    assert not parsed.bozo, parsed.get("bozo_exception")
    return parsed


@pytest.fixture
def article(issue: IssuePage) -> ArticlePage:
    body = [("text", '<p>Tout le texte, <a href="/charte/">et un lien</a> & plus.</p>')]
    article = ArticlePageFactory(
        parent=issue,
        title="Lire & écrire",
        body=body,
        first_published_at=datetime(2024, 7, 1, 7, tzinfo=UTC),
        last_published_at=datetime(2024, 7, 2, 7, tzinfo=UTC),
    )
    AuthorshipFactory(article=article, contributor__name="Camille Exemple")
    article.tags.add("illettrisme")
    article.save()
    return article


@FEEDS
def test_feed_gives_the_whole_text_of_each_article(
    client: Client, article: ArticlePage, address: str, content_type: str
) -> None:
    assert client.get(address).headers["Content-Type"] == f"{content_type}; charset=utf-8"
    feed = read(client, address)
    assert feed.feed.title == "La revue"
    (entry,) = feed.entries
    assert unescape(entry.title) == "Lire & écrire"
    assert entry.id == article.translation_key.urn
    assert entry.link == article.full_url
    assert entry.author == "Camille Exemple"
    assert {tag.term for tag in entry.tags} == {"Dossier", "illettrisme"}
    assert 'Tout le texte, <a href="http://localhost/charte/">et un lien</a> & plus.' in entry.content[-1].value
    assert entry.published_parsed[:4] == (2024, 7, 1, 7)


@FEEDS
def test_identifier_of_an_entry_survives_an_edit_and_a_new_address(
    client: Client, article: ArticlePage, address: str, content_type: str
) -> None:
    before = read(client, address).entries[0]
    article.title, article.slug = "Autre titre", "autre-adresse"
    article.save_revision().publish()
    after = read(client, address).entries[0]
    assert after.id == before.id
    assert after.link != before.link


@FEEDS
def test_feed_leaves_out_what_is_not_public(
    client: Client, issue: IssuePage, article: ArticlePage, address: str, content_type: str
) -> None:
    ArticlePageFactory(parent=issue, live=False)
    ArticlePageFactory(parent=IssuePageFactory(parent=issue.get_parent(), live=False))
    assert [entry.id for entry in read(client, address).entries] == [article.translation_key.urn]


@FEEDS
def test_empty_feed_is_valid(client: Client, index: object, address: str, content_type: str) -> None:
    assert read(client, address).entries == []


@FEEDS
def test_feed_costs_the_same_for_one_article_and_for_three(
    client: Client, article: ArticlePage, address: str, content_type: str
) -> None:
    client.get(address)
    one = PluginContract.count_queries(client, address)
    AuthorshipFactory(article=ArticlePageFactory(parent=article.get_parent()))
    AuthorshipFactory(article=ArticlePageFactory(parent=article.get_parent()))
    assert (one, PluginContract.count_queries(client, address)) == (8, 8)
