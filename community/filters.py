"""The filters of the directory and of the resources (names and values are part of the site's addresses)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.http import QueryDict

from community.models.feed import FeedItemQuerySet
from community.models.territory import TerritoryKind, TerritoryQuerySet
from community.tree import Place
from nec_cms.filters import FilterForm, SeveralField
from nec_cms.folding import fold

ALL = "oui"


class DirectoryFilters(FilterForm):
    """`/communaute/`: kind, région, words; and whether territories without content are wanted too."""

    q = forms.CharField(label="Nom ou code", max_length=200, required=False, widget=forms.SearchInput)
    type = SeveralField(label="Type", choices=TerritoryKind.choices)
    region = SeveralField(label="Région")
    tous = SeveralField(label="Afficher", choices=[(ALL, "Aussi les territoires sans contenu")])

    def __init__(self, data: QueryDict, *, regions: Iterable[Place], **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.fields["region"].choices = [
            (each.slug, each.name) for each in sorted(regions, key=lambda each: each.folded)
        ]

    @property
    def wants_all(self) -> bool:
        return ALL in self.chosen("tous")

    @property
    def query_for_all(self) -> str:
        """The same list with the territories without content."""
        asked = self.data.copy()
        asked.pop("page", None)
        asked.setlist("tous", [ALL])
        return asked.urlencode()

    @property
    def narrows(self) -> bool:
        """Whether some valid filter leaves territories out."""
        return any(self.chosen(name) for name in ("q", "type", "region"))

    def apply(self, territories: TerritoryQuerySet) -> TerritoryQuerySet:
        """Those that the valid filters keep."""
        if words := self.chosen("q"):
            territories = territories.matching(words)
        if kinds := self.chosen("type"):
            territories = territories.of_kinds(kinds)
        if slugs := self.chosen("region"):
            territories = territories.within(slugs)
        return territories


class ResourceFilters(FilterForm):
    """`/communaute/ressources/`: words, source, territory. What no approved item has is not proposed."""

    q = forms.CharField(label="Mots", max_length=200, required=False, widget=forms.SearchInput)
    source = SeveralField(label="Source")
    territoire = SeveralField(label="Territoire")

    def __init__(self, data: QueryDict, *, among: FeedItemQuerySet, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        held = among.order_by().values_list
        self.fields["source"].choices = sorted(
            ((str(pk), title) for pk, title in held("feed_id", "feed__title").distinct()),
            key=lambda each: fold(each[1]),
        )
        self.fields["territoire"].choices = sorted(
            held("feed__territory__slug", "feed__territory__name").exclude(feed__territory=None).distinct(),
            key=lambda each: fold(each[1]),
        )
        self.among = among

    def apply(self) -> FeedItemQuerySet:
        """The items that the valid filters keep, in order."""
        items = self.among
        if words := self.chosen("q"):
            items = items.matching(words)
        if feeds := self.chosen("source"):
            items = items.filter(feed_id__in=[int(each) for each in feeds])
        if slugs := self.chosen("territoire"):
            items = items.filter(feed__territory__slug__in=slugs)
        return items
