"""Search over the public content of the site: pages, and what plugins bring, by kind, the most fitting first."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.db.models.functions import Length, Substr
from django.utils.text import capfirst
from wagtail import hooks
from wagtail.models import Page, Site

from nec_cms.folding import INCLUSIVE, MOST_WORDS, SMALL_WORDS, fold, forms, index_text, query_text
from nec_cms.pages import PublicPages


class SearchSource(ABC):
    """Hook `register_search_source`: a kind of results.

    It names page types, which the core finds with all others in one query, or it finds objects of its own (`keys`).
    """

    name: str
    """Identifier, unique, used in addresses: letters, digits, hyphens."""

    label: str
    """French plural shown as a heading, e.g. « Éditions »."""

    order: int = 100
    """Kinds are shown by increasing order; the core's own « Pages » come last, at 1000."""

    page_types: tuple[type[Page], ...] = ()

    def keys(self, query: str) -> Sequence[Any]:
        """Primary keys of the public objects of its own that match, the most fitting first, in one query at most."""
        return ()

    @abstractmethod
    def objects(self, keys: Sequence[Any]) -> Iterable[Any]:
        """Those objects with what their cards show, in any order. They are public already."""


class OtherPages(SearchSource):
    """Pages that no plugin claims, shown by the plain card: one query whatever their types."""

    name, label, order = "pages", "Pages", 1000

    def objects(self, keys: Sequence[Any]) -> Iterable[Page]:
        pages = list(Page.objects.filter(pk__in=keys))
        for page in pages:
            page.kind_label = capfirst(page.cached_content_type.model_class()._meta.verbose_name)
        return pages


@dataclass(frozen=True, slots=True)
class Kind:
    """The results of one kind, as keys in order."""

    source: SearchSource
    keys: Sequence[Any]

    def results(self, keys: Sequence[Any]) -> list[Any]:
        """These of its results, in this order."""
        found = {each.pk: each for each in self.source.objects(keys)}
        return [found[key] for key in keys if key in found]


def sources() -> list[SearchSource]:
    """The kinds of results, in order of display."""
    brought = [function() for function in hooks.get_hooks("register_search_source")]
    return sorted([*brought, OtherPages()], key=lambda each: (each.order, each.name))


def search(query: str, site: Site, now: datetime) -> list[Kind]:
    """The kinds that have results: one query for all pages, and one for each source with objects of its own.

    Nothing that is a draft, expired, private or right below an unpublished page is among them.
    """
    if not query_text(query):
        return []
    kinds = sources()
    owners = {
        ContentType.objects.get_for_model(page_type).pk: source for source in kinds for page_type in source.page_types
    }
    pages: dict[str, list[Any]] = {}
    for key, content_type in _pages(query, site, now):
        pages.setdefault(owners.get(content_type, kinds[-1]).name, []).append(key)
    found = [Kind(each, [*pages.get(each.name, ()), *each.keys(query)]) for each in kinds]
    return [kind for kind in found if kind.keys]


def _pages(query: str, site: Site, now: datetime) -> list[tuple[Any, Any]]:
    """(key, content type) of the public pages of the site that match.

    First the very title, then those whose title lacks the fewest words; the latest published first. It is not
    the engines' own score: they differ, and SQLite's costs a search for each result.
    """
    rows = public_pages(site, now).filter(pk__in=_matching(query).values("pk"))
    latest = rows.order_by(F("first_published_at").desc(nulls_last=True), "pk")
    lacking = Lacking(query)
    found = sorted(latest.values_list("pk", "content_type", "title"), key=lambda row: lacking(row[2]))
    return [(pk, content_type) for pk, content_type, _ in found]


class Lacking:
    """How many words of a search a title lacks; -1 where the title is the very search. A page may rank thousands."""

    def __init__(self, query: str) -> None:
        self.words = query_text(query).split()
        self.asked = " ".join(self.words)
        self.forms = [(word, forms(word)) for word in self.words]
        self.nothing_else = frozenset().union(SMALL_WORDS, *(each for _, each in self.forms))

    def __call__(self, title: str) -> int:
        held = set(fold(title).split())
        absent = [word for word, known in self.forms if known.isdisjoint(held)]
        if absent:
            singular = index_text(title).split() if INCLUSIVE.search(title) else ()
            return sum(word not in singular for word in absent)
        may_be_whole = held <= self.nothing_else or len(self.words) == MOST_WORDS
        return -1 if may_be_whole and query_text(title) == self.asked else 0


def _matching(query: str) -> QuerySet[Page]:
    return Page.objects.all().search(query, order_by_relevance=False).get_queryset().order_by()


def public_pages(site: Site, now: datetime) -> QuerySet[Page]:
    """What anyone may read at this instant, the site's plan and search alike: no draft, nothing expired or private."""
    above = Substr(OuterRef("path"), 1, Length(OuterRef("path")) - Page.steplen)
    hidden = Page.objects.filter(live=False, path=above).order_by()
    return (
        PublicPages(Page)
        .descendant_of(site.root_page, inclusive=True)
        .live()
        .public()
        .filter(Q(expire_at=None) | Q(expire_at__gt=now))
        .filter(~Exists(hidden))
        .order_by()
    )
