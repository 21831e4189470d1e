"""The filters of the agenda and of the past editions (names and values: docs, « Addresses »)."""

import re
from collections.abc import Iterable
from datetime import date
from itertools import groupby
from typing import Any

from django import forms
from django.db.models import Q
from django.db.models.functions import Coalesce, TruncMonth
from django.http import QueryDict

from community.models import Territory, TerritoryKind, Theme
from events.french_dates import month_heading
from events.querysets import EventQuerySet
from nec_cms.filters import FilterForm, SeveralField
from nec_cms.folding import fold

MONTH = re.compile(r"(19|20)\d\d-(0[1-9]|1[0-2])")
YEAR = re.compile(r"(19|20)\d\d")
SLUG = re.compile(r"[-a-zA-Z0-9_]{1,160}")


class EventFilters(FilterForm):
    """What both lists share. `among` are the events of the list: only what they offer is proposed.

    A value that exists but finds nothing (a territory without edition) is valid, and the list is empty.
    """

    q = forms.CharField(label="Rechercher", max_length=200, required=False, widget=forms.SearchInput)
    territoire = SeveralField(label="Territoire")
    theme = SeveralField(label="Thème")

    def __init__(self, data: QueryDict, *, among: EventQuerySet, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.among = among.order_by()
        self.fields["territoire"].choices = self._territories()
        self.fields["theme"].choices = list(Theme.objects.values_list("slug", "name"))

    def apply(self) -> EventQuerySet:
        """The events of the list that the valid filters keep, in no order."""
        events = self.among
        if words := self.chosen("q"):
            events = events.matching(words)
        if slugs := self.chosen("territoire"):
            events = events.in_territories(slugs)
        if slugs := self.chosen("theme"):
            events = events.about(slugs)
        return events

    def _territories(self) -> list[tuple[str, list[tuple[str, str]]]]:
        """Those of the list and those they lie in, grouped by kind; and those asked for."""
        asked = [slug for slug in self.asked("territoire") if SLUG.fullmatch(slug)]
        links = self.among.model.territories.through.objects.filter(eventpage__in=self.among.values("pk"))
        held = Q(pk__in=links.values("territory_id"))
        above = Q(pk__in=Territory.objects.filter(held).values("parent_id"))
        order = list(TerritoryKind.values)
        found = Territory.objects.filter(held | above | Q(slug__in=asked)).values_list("kind", "slug", "name")
        ordered = sorted(found, key=lambda each: (order.index(each[0]), fold(each[2])))
        return [
            (TerritoryKind(kind).label, [(slug, name) for _, slug, name in group])
            for kind, group in groupby(ordered, key=lambda each: each[0])
        ]


class AgendaFilters(EventFilters):
    """`/nec-locaux/agenda/` and the files of the calendar."""

    mois = SeveralField(label="Mois")

    def __init__(self, data: QueryDict, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.fields["mois"].choices = self._months()

    def apply(self) -> EventQuerySet:
        events = super().apply()
        if months := self.chosen("mois"):
            events = events.in_months(first_day(month) for month in months)
        return events

    def _months(self) -> list[tuple[str, str]]:
        ends = self.among.exclude(start_date=None).values_list(
            TruncMonth("start_date"), TruncMonth(Coalesce("end_date", "start_date"))
        )
        firsts = {first for pair in ends.distinct() for first in pair}
        firsts |= {first_day(month) for month in self.asked("mois") if MONTH.fullmatch(month)}
        return [(first.strftime("%Y-%m"), month_heading(first)) for first in sorted(firsts)]


class ArchiveFilters(EventFilters):
    """`/nec-locaux/editions/`."""

    type = SeveralField(label="Type de territoire", choices=TerritoryKind.choices)
    annee = SeveralField(label="Année")

    def __init__(self, data: QueryDict, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.fields["annee"].choices = self._years()

    def apply(self) -> EventQuerySet:
        events = super().apply()
        if kinds := self.chosen("type"):
            events = events.in_kinds(kinds)
        if years := self.chosen("annee"):
            events = events.in_years(int(year) for year in years)
        return events

    def _years(self) -> list[tuple[str, str]]:
        held: Iterable[int] = self.among.values_list("start_date__year", flat=True).distinct()
        asked = {year for year in self.asked("annee") if YEAR.fullmatch(year)}
        return [(year, year) for year in sorted({str(year) for year in held} | asked, reverse=True)]


def first_day(month: str) -> date:
    """The first day of a month written AAAA-MM."""
    return date.fromisoformat(f"{month}-01")
