"""From an address's filters to the editions they keep: the one place that list, map, iCalendar, Atom and open data ask.

Each function takes the query of the address and the instant of the page, and gives the form (what was chosen, what was
not understood) with the events, published, in the order of their list. Before the events are read, one query at most
runs, for the territories and themes that the address names. What a page's filters propose is kept until the content
changes, or an edition passes.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TypeVar

from django.apps import apps
from django.http import QueryDict

from events.facets import Facets, offered
from events.filters import COMING, PAST, AgendaFilters, ArchiveFilters, EditionFilters, EventFilters
from events.querysets import EventQuerySet
from nec_cms.remembered import forget, remembered

Fact = TypeVar("Fact")


@dataclass(frozen=True, slots=True)
class Selection:
    """The editions that an address's filters keep, and the validated form that says which filters those are."""

    form: EventFilters
    events: EventQuerySet

    @property
    def is_whole(self) -> bool:
        """Whether no filter narrows the list."""
        return not any(self.form.chosen(name) for name in self.form.fields)


@dataclass(frozen=True, slots=True)
class Widening:
    """A wider search: what it drops, in words, the query of its address, and how many editions it finds."""

    label: str
    query: str
    total: int


def coming(data: QueryDict, now: datetime, *, proposed: bool = False) -> Selection:
    """What the agenda shows over all its pages: filters `territoire`, `theme`, `mois`, `q`; the soonest first."""
    among = published().upcoming(now)
    form = AgendaFilters(data, among=among, proposed=_kept("coming", among, now) if proposed else None)
    form.is_valid()
    return Selection(form, form.apply().by_date())


def past(data: QueryDict, now: datetime, *, proposed: bool = False) -> Selection:
    """Past editions: filters `territoire`, `theme`, `type`, `annee`, `q`; the latest first."""
    among = published().past(now)
    form = ArchiveFilters(data, among=among, proposed=_kept("past", among, now) if proposed else None)
    form.is_valid()
    return Selection(form, form.apply().latest_first())


def editions(data: QueryDict, now: datetime) -> Selection:
    """Every edition, by date: all the filters above, and `periode` (`a-venir`, `passees`, or both)."""
    form = EditionFilters(data, among=published())
    form.is_valid()
    events = form.apply()
    wanted = set(form.chosen("periode"))
    if wanted == {COMING}:
        events = events.upcoming(now)
    elif wanted == {PAST}:
        events = events.past(now)
    return Selection(form, events.by_date())


def widenings(kept: Selection) -> list[Widening]:
    """What dropping one filter of an empty selection would find: the ones that find something, the most first.

    One query for each filter in use.
    """
    found = []
    in_use = [name for name in kept.form.fields if kept.form.chosen(name)]
    for name in in_use if len(in_use) > 1 else []:
        total = kept.form.apply(leaving=name).count()
        if total:
            label = f"le filtre «\u00a0{kept.form.fields[name].label}\u00a0»" if name != "q" else "les mots cherchés"
            found.append(Widening(label, kept.form.query_without(name), total))
    return sorted(found, key=lambda each: -each.total)


def published() -> EventQuerySet:
    return apps.get_model("events", "EventPage").objects.published()


def until_an_edition_passes(name: str, now: datetime, build: Callable[[], Fact]) -> Fact:
    """A fact kept until the content changes or an edition passes: midnight falls on the hour wherever one is held."""
    return remembered(f"events:{name}:{now.astimezone(UTC):%Y-%m-%dT%H}", build)


def _kept(name: str, among: EventQuerySet, now: datetime) -> Facets:
    return until_an_edition_passes(f"facets:{name}", now, lambda: offered(among))


def forget_offers(**kwargs: object) -> None:
    """A territory or a theme changed: what the filters propose may have changed with it."""
    forget()
