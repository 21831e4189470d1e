"""What stands around an event: the editions of the same NEC before and after it, those of its territories."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from events.selection import published
from nec_cms.hooks import related_content

if TYPE_CHECKING:
    from events.models import EventPage

SEVERAL = 12
"""How many items of one kind an event's page lists at most."""


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The edition of the same NEC before, and the one after; None where there is none."""

    before: EventPage | None = None
    after: EventPage | None = None

    def __bool__(self) -> bool:
        return bool(self.before or self.after)


def neighbours(event: EventPage) -> Neighbours:
    """The published editions of the same NEC that stand next to it in time. An edition without a date comes last.

    One query: a NEC has few editions.
    """
    if not event.series_key:
        return Neighbours()
    others = published().filter(series_key=event.series_key).exclude(pk=event.pk).by_date()
    mine = _place(event)
    before, after = None, None
    for other in others.only("title", "slug", "url_path", "depth", "path", "start_date", "end_date", "status"):
        if _place(other) < mine:
            before = other
        elif after is None:
            after = other
    return Neighbours(before, after)


def other_editions(event: EventPage, aside: Neighbours) -> list[EventPage]:
    """Other editions of its territories, the latest first, without those of the same NEC already shown beside it."""
    territories = [territory.pk for territory in event.territories.all()]
    if not territories:
        return []
    shown = [event.pk, *(each.pk for each in (aside.before, aside.after) if each)]
    others = published().of_territories(territories).exclude(pk__in=shown).latest_first()
    return list(others.for_lists()[:SEVERAL])


def related(event: EventPage) -> list[dict[str, Any]]:
    """What the plugins know about it, by provider, those with nothing left out."""
    found = [(provider.label, list(provider.items(event)[:SEVERAL])) for provider in related_content(type(event))]
    return [{"label": label, "items": items} for label, items in found if items]


def _place(event: EventPage) -> tuple[bool, date, str, int]:
    return event.start_date is None, event.start_date or date.max, event.title, event.pk or 0
