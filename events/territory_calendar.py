"""Editions of a territory and of what lies in it: what the directory shows of them, and a calendar of its own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.db.models import Model
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils import timezone

from community.models import Territory
from community.related import TerritoryContent
from events import calendar_files
from events.models import EventIndexPage, EventPage
from events.querysets import EventQuerySet
from nec_cms.hooks import RelatedFile
from nec_cms.remembered import remembered


class TerritoryEditions(TerritoryContent):
    """What coming and past editions share: both are editions, and have a year."""

    unit = ("édition", "éditions")
    list_path: str
    """The list of all of them, under the section's front page."""

    def year(self, item: EventPage) -> int | None:
        return item.start_date.year if item.start_date else None

    def years(self) -> Mapping[Any, int]:
        return remembered("events:years", _years)

    def more(self, instance: Model) -> str:
        url = remembered("events:index_url", _index_url)
        return f"{url}{self.list_path}?territoire={instance.slug}" if url else ""

    def kept_as(self) -> str:
        """By the hour: an edition passes at midnight where it is held, which falls on an hour of any clock."""
        return f"{self.name}:{timezone.now():%Y-%m-%dT%H}"


class ComingEditions(TerritoryEditions):
    name = "prochaines-editions"
    label = "Prochaines éditions"
    order = 10
    upcoming = True
    list_path = "agenda/"

    def public(self) -> EventQuerySet:
        return EventPage.objects.published().upcoming(timezone.now()).for_lists()

    def files(self) -> Sequence[RelatedFile]:
        return (
            RelatedFile("agenda.ics", "Agenda (iCalendar)", self.ics),
            RelatedFile("agenda.atom", "Agenda (Atom)", self.atom),
        )

    def ics(self, request: HttpRequest, territory: Any) -> HttpResponseBase:
        """The same editions as the page shows under « Prochaines éditions », and as the agenda filtered on it."""
        name = _name(territory)
        return calendar_files.ics(self.items(territory), name=name, filename=f"agenda-{territory.slug}.ics")

    def atom(self, request: HttpRequest, territory: Any) -> HttpResponseBase:
        return calendar_files.atom(
            self.items(territory),
            title=_name(territory),
            page_url=request.build_absolute_uri(territory.url),
            feed_url=request.build_absolute_uri(),
        )


class PastEditions(TerritoryEditions):
    name = "editions-passees"
    label = "Éditions passées"
    order = 20
    row = "events/rows/edition.html"
    list_path = "editions/"

    def public(self) -> EventQuerySet:
        return EventPage.objects.published().past(timezone.now()).for_lists()


def _years() -> dict[int, int]:
    dated = EventPage.objects.published().exclude(start_date=None).order_by()
    return {pk: day.year for pk, day in dated.values_list("pk", "start_date")}


def _index_url() -> str:
    index = EventIndexPage.objects.live().first()
    return (index.url or "") if index else ""


def _name(territory: Territory) -> str:
    return f"Agenda des NEC locaux\u00a0: {territory.name}"
