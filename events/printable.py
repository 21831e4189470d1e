"""Which texts of an event could not be printed: no font of the site covers one of their characters."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from nec_cms.glyphs import uncovered

if TYPE_CHECKING:
    from events.models import EventPage


def unprintable(event: EventPage) -> dict[str, list[str]]:
    """Field -> the characters of it that no font covers; without the fields that print well."""
    texts = {
        "title": event.title,
        "venue": event.venue,
        "address": event.address,
        "city": event.city,
        "programme": " ".join(_programme(event)),
    }
    return {field: signs for field, text in texts.items() if (signs := uncovered(text or ""))}


def _programme(event: EventPage) -> Iterator[str]:
    for day in event.programme:
        for session in day.value["sessions"]:
            yield from (session.get(name) or "" for name in ("title", "speakers", "room"))
