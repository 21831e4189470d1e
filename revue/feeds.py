"""The revue's feeds: its latest articles with their full text, as Atom (RFC 4287) and RSS 2.0.

An entry is known by the article's UUID, so that neither a new address nor an edit makes it new again.
"""

import re
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed, SyndicationFeed
from django.utils.xmlutils import SimplerXMLGenerator
from wagtail.models import Site

from revue import archive, notes
from revue.models.articles import ArticlePage

ENTRIES = 30
"""How many articles a feed holds."""

_LOCAL = re.compile(r'(\s(?:href|src)=")/(?!/)')


class FullTextAtom(Atom1Feed):
    """Atom with the whole text of each entry beside its summary."""

    file_name = "flux.atom"

    def add_item_elements(self, handler: SimplerXMLGenerator, item: dict[str, Any]) -> None:
        super().add_item_elements(handler, item)
        handler.addQuickElement("content", item["full_text"], {"type": "html"})


class FullTextRss(Rss201rev2Feed):
    """RSS with the whole text of each entry in `content:encoded` (RSS content module)."""

    file_name = "flux.rss"

    def rss_attributes(self) -> dict[str, str]:
        return super().rss_attributes() | {"xmlns:content": "http://purl.org/rss/1.0/modules/content/"}

    def add_item_elements(self, handler: SimplerXMLGenerator, item: dict[str, Any]) -> None:
        super().add_item_elements(handler, item)
        handler.addQuickElement("content:encoded", item["full_text"])


def respond(request: HttpRequest, index: Any, kind: type[SyndicationFeed]) -> HttpResponse:
    """The feed of the revue whose front page is `index`."""
    feed = build(request, index, kind)
    response = HttpResponse(content_type=feed.content_type)
    feed.write(response, "utf-8")
    return response


def build(request: HttpRequest, index: Any, kind: type[SyndicationFeed]) -> SyndicationFeed:
    """The latest articles, the latest issue's first; the archive's filters narrow it (a series, a tag, a territory)."""
    site = Site.find_for_request(request)
    root = site.root_url if site else request.build_absolute_uri("/").rstrip("/")
    address = f"{index.get_full_url(request)}"
    feed = kind(
        title=index.title,
        link=address,
        description=index.introduction,
        language="fr",
        feed_url=f"{address}{kind.file_name}",
        feed_guid=index.translation_key.urn,
    )
    asked = archive.ArchiveFilters(request.GET, index=index) if request.GET else None
    articles = ArticlePage.objects.descendant_of(index).published()
    if asked is not None:
        asked.is_valid()
        articles = asked.apply(articles)
    for article in articles.latest_first().with_authors().prefetch_related("tags")[:ENTRIES]:
        feed.add_item(
            title=article.title,
            link=article.get_full_url(request),
            description=article.standfirst,
            unique_id=article.translation_key.urn,
            unique_id_is_permalink=False,
            author_name=", ".join(each.contributor.name for each in article.authors.all()) or None,
            categories=[str(article.get_rubrique_display()), *(tag.name for tag in article.tags.all())],
            pubdate=article.first_published_at,
            updateddate=article.last_published_at,
            full_text=full_text(article, root),
        )
    return feed


def full_text(article: ArticlePage, root: str) -> str:
    """The article as HTML that stands alone: its local addresses start with `root`, the site's own."""
    html = render_to_string("revue/feed_entry.html", {"page": article, "text": notes.web(article)})
    return _LOCAL.sub(rf"\1{root}/", html).strip()
