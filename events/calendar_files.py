"""The files that carry the calendar elsewhere, as HTTP answers: iCalendar and Atom."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.http import HttpResponse

from events.feed import atom_feed
from events.ical import calendar

if TYPE_CHECKING:
    from events.models import EventPage


def ics(events: Iterable[EventPage], *, name: str, filename: str = "agenda-nec.ics") -> HttpResponse:
    """A calendar to subscribe to or to save."""
    response = HttpResponse(calendar(events, name=name), content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = f'inline; filename="{filename}"'
    return response


def atom(events: Iterable[EventPage], *, title: str, page_url: str, feed_url: str) -> HttpResponse:
    """A feed of the same events (RFC 4287)."""
    feed = atom_feed(events, title=title, page_url=page_url, feed_url=feed_url)
    return HttpResponse(feed, content_type="application/atom+xml; charset=utf-8")
