"""The filters of the agenda, of the past editions and of what is drawn from both.

Names and values are part of the site's addresses: `territoire`, `theme`, `mois` (AAAA-MM), `type`, `annee`, `q`,
`periode`; several values of one filter: any of them; several filters: all of them.
"""

import re
from datetime import date
from typing import Any

from django import forms
from django.http import QueryDict

from community.models import TerritoryKind
from events.facets import Facets, completed, known
from events.french_dates import month_heading
from events.querysets import EventQuerySet
from nec_cms.filters import FilterForm, SeveralField

MONTH = re.compile(r"(19|20)\d\d-(0[1-9]|1[0-2])")
YEAR = re.compile(r"(19|20)\d\d")
SLUG = re.compile(r"[-a-zA-Z0-9_]{1,160}")
COMING, PAST = "a-venir", "passees"


class EventFilters(FilterForm):
    """What every list shares. `among` are the events of the list: only what they offer is proposed.

    `proposed` is what those are; without it, as for a file, only what the address names is looked up.
    A value that exists but finds nothing (a territory without edition) is valid, and the list is empty.
    """

    q = forms.CharField(label="Rechercher", max_length=200, required=False, widget=forms.SearchInput)
    territoire = SeveralField(label="Territoire")
    theme = SeveralField(label="Thème")

    def __init__(self, data: QueryDict, *, among: EventQuerySet, proposed: Facets | None = None, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.among = among.order_by()
        territories = self.named("territoire", SLUG)
        self.facets = (
            known(territories, self.named("theme", SLUG)) if proposed is None else completed(proposed, territories)
        )
        self.fields["territoire"].choices = self.facets.territories
        self.fields["theme"].choices = self.facets.themes
        if "mois" in self.fields:
            months = sorted({*self.facets.months, *self.named("mois", MONTH)})
            self.fields["mois"].choices = [(month, month_heading(first_day(month))) for month in months]
        if "annee" in self.fields:
            years = sorted({*self.facets.years, *self.named("annee", YEAR)}, reverse=True)
            self.fields["annee"].choices = [(year, year) for year in years]

    def named(self, name: str, shape: re.Pattern[str]) -> list[str]:
        """The values of one filter in the address that have the shape of one, known or not."""
        return [value for value in self.asked(name) if shape.fullmatch(value)]

    def query_without(self, name: str) -> str:
        """The address's filters without one of them, from the first page."""
        kept = self.data.copy()
        kept.pop("page", None)
        kept.pop(name, None)
        return kept.urlencode()

    def apply(self, leaving: str = "") -> EventQuerySet:
        """The events of the list that the valid filters keep, all but the one named `leaving`, in no order."""
        chosen = {name: self.chosen(name) for name in self.fields if name != leaving}
        events = self.among
        if words := chosen.get("q"):
            events = events.matching(words)
        if slugs := chosen.get("territoire"):
            events = events.in_territories(slugs)
        if slugs := chosen.get("theme"):
            events = events.about(slugs)
        if months := chosen.get("mois"):
            events = events.in_months(first_day(month) for month in months)
        if kinds := chosen.get("type"):
            events = events.in_kinds(kinds)
        if years := chosen.get("annee"):
            events = events.in_years(int(year) for year in years)
        return events


class AgendaFilters(EventFilters):
    """`/nec-locaux/agenda/` and the files of the calendar."""

    mois = SeveralField(label="Mois")


class ArchiveFilters(EventFilters):
    """`/nec-locaux/editions/`."""

    type = SeveralField(label="Type de territoire", choices=TerritoryKind.choices)
    annee = SeveralField(label="Année")


class EditionFilters(AgendaFilters, ArchiveFilters):
    """Every edition, coming and past: all the filters of both lists, and which of the two is wanted."""

    periode = SeveralField(label="Période", choices=[(COMING, "À venir"), (PAST, "Passées")])


def first_day(month: str) -> date:
    """The first day of a month written AAAA-MM."""
    return date.fromisoformat(f"{month}-01")
