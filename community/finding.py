"""What the site's search finds in the directory: territories by name or code, and resources."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from community.addresses import directory_url
from community.models.feed import FeedItem
from community.models.territory import Territory
from nec_cms.folding import search_words
from nec_cms.hooks import SearchSource


class FoundTerritories(SearchSource):
    name = "territoires"
    label = "Territoires"
    order = 20

    def keys(self, query: str) -> Sequence[Any]:
        """Those whose name begins with the query, then the others; the shortest name first, which is the nearest."""
        if not directory_url():
            return ()
        asked = " " + " ".join(search_words(query))
        rows = list(Territory.objects.matching(query).values_list("pk", "folded")) if asked.strip() else []
        rows.sort(
            key=lambda row: (not row[1].startswith(asked), len(row[1]) if row[1].startswith(asked) else 0, row[1])
        )
        return [pk for pk, _ in rows]

    def objects(self, keys: Sequence[Any]) -> Iterable[Territory]:
        return Territory.objects.filter(pk__in=keys).for_lists()


class FoundResources(SearchSource):
    name = "ressources"
    label = "Ressources"
    order = 60

    def keys(self, query: str) -> Sequence[Any]:
        """The latest first."""
        if not directory_url() or not search_words(query):
            return ()
        return list(FeedItem.objects.approved().matching(query).values_list("pk", flat=True))

    def objects(self, keys: Sequence[Any]) -> Iterable[FeedItem]:
        return FeedItem.objects.filter(pk__in=keys).for_lists()
