"""From an address's filters to the editions they keep: the one place that list, map, iCalendar, Atom and open data ask.

Each function takes the query of the address and the instant of the page, and gives the form (what was chosen, what was
not understood) with the events, published, in the order of their list. No query runs before the events are read, but
the one that says what the filters may hold; where nothing is `proposed`, that one runs only if the address names
territories or themes.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.apps import apps
from django.http import QueryDict

from events.filters import COMING, PAST, AgendaFilters, ArchiveFilters, EditionFilters, EventFilters
from events.querysets import EventQuerySet


@dataclass(frozen=True, slots=True)
class Selection:
    """The editions that an address's filters keep, and the validated form that says which filters those are."""

    form: EventFilters
    events: EventQuerySet


@dataclass(frozen=True, slots=True)
class Widening:
    """A wider search: what it drops, in words, the query of its address, and how many editions it finds."""

    label: str
    query: str
    total: int


def coming(data: QueryDict, now: datetime, *, proposed: bool = False) -> Selection:
    """What the agenda shows over all its pages: filters `territoire`, `theme`, `mois`, `q`; the soonest first."""
    form = AgendaFilters(data, among=published().upcoming(now), proposed=proposed)
    form.is_valid()
    return Selection(form, form.apply().by_date())


def past(data: QueryDict, now: datetime, *, proposed: bool = False) -> Selection:
    """Past editions: filters `territoire`, `theme`, `type`, `annee`, `q`; the latest first."""
    form = ArchiveFilters(data, among=published().past(now), proposed=proposed)
    form.is_valid()
    return Selection(form, form.apply().latest_first())


def editions(data: QueryDict, now: datetime, *, proposed: bool = False) -> Selection:
    """Every edition, by date: all the filters above, and `quand` (`a-venir`, `passees`, or both)."""
    form = EditionFilters(data, among=published(), proposed=proposed)
    form.is_valid()
    events = form.apply()
    wanted = set(form.chosen("quand"))
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
