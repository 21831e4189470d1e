"""Events as the files tell them: plain rows, read in two queries however many there are.

A page object costs more to build than a line of a calendar costs to write: ten thousand rows are read in a fraction of
a second.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from decimal import Decimal
from typing import TYPE_CHECKING
from uuid import UUID

from wagtail.models import Site

from events.querysets import EventQuerySet

if TYPE_CHECKING:
    from wagtail.models.sites import SiteRootPath

UNPUBLISHED = datetime(2020, 1, 1, tzinfo=UTC)
"""Stands for the publication of a page that never went through it, and is the zero of sequence numbers."""

Point = tuple[Decimal, Decimal]
FIELDS = (
    "pk",
    "translation_key",
    "url_path",
    "title",
    "kind",
    "status",
    "summary",
    "start_date",
    "end_date",
    "start_time",
    "end_time",
    "time_zone",
    "mode",
    "venue",
    "address",
    "city",
    "online_url",
    "registration_url",
    "latitude",
    "longitude",
    "first_published_at",
    "last_published_at",
)


@dataclass(slots=True)
class EventRow:
    """One event, its attributes named as those of its page; `territories` are names, `url` is absolute."""

    pk: int
    translation_key: UUID
    url: str
    title: str
    kind: str
    status: str
    summary: str
    start_date: date | None
    end_date: date | None
    start_time: time | None
    end_time: time | None
    time_zone: str
    mode: str
    venue: str
    address: str
    city: str
    online_url: str
    registration_url: str
    latitude: Decimal | None
    longitude: Decimal | None
    first_published_at: datetime | None
    last_published_at: datetime | None
    territories: list[str]
    territory_point: Point | None

    @property
    def last_day(self) -> date | None:
        return self.end_date or self.start_date

    @property
    def published(self) -> datetime:
        """When its page was last published."""
        return self.last_published_at or UNPUBLISHED

    @property
    def point(self) -> Point | None:
        """(latitude, longitude) in degrees: its own, else that of the first of its territories that has one."""
        if self.mode == "online":
            return None
        if self.latitude is not None and self.longitude is not None:
            return self.latitude, self.longitude
        return self.territory_point


def rows(events: EventQuerySet) -> list[EventRow]:
    """The events of a query, in its order."""
    names, points = _territories(events)
    roots = Site.get_site_root_paths()
    found = []
    for pk, key, path, *rest in events.values_list(*FIELDS):
        found.append(EventRow(pk, key, address(roots, path), *rest, names.get(pk, []), points.get(pk)))
    return found


def address(roots: list[SiteRootPath], path: str) -> str:
    """The absolute address of the page whose `url_path` is `path`; empty where no site serves it."""
    for root in roots:
        if path.startswith(root.root_path):
            return f"{root.root_url}/{path[len(root.root_path) :]}"
    return ""


def _territories(events: EventQuerySet) -> tuple[dict[int, list[str]], dict[int, Point]]:
    links = events.model.territories.through.objects.filter(eventpage__in=events.order_by().values("pk"))
    names: dict[int, list[str]] = defaultdict(list)
    points: dict[int, Point] = {}
    columns = ("eventpage_id", "territory__name", "territory__latitude", "territory__longitude")
    for pk, name, latitude, longitude in links.order_by("territory__folded", "pk").values_list(*columns):
        names[pk].append(name)
        if latitude is not None and longitude is not None:
            points.setdefault(pk, (latitude, longitude))
    return names, points
