"""The files that carry the calendar elsewhere, as HTTP answers: iCalendar and Atom. Written as they are sent."""

from __future__ import annotations

from django.http import StreamingHttpResponse

from events.feed import atom_feed
from events.ical import calendar
from events.querysets import EventQuerySet
from events.rows import rows


def ics(
    events: EventQuerySet, *, name: str, filename: str = "agenda-nec.ics", saved: bool = False
) -> StreamingHttpResponse:
    """A calendar to subscribe to; where it is to be `saved`, the browser offers to keep it as a file."""
    response = StreamingHttpResponse(calendar(rows(events), name=name), content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = f'{"attachment" if saved else "inline"}; filename="{filename}"'
    return response


def atom(events: EventQuerySet, *, title: str, page_url: str, feed_url: str) -> StreamingHttpResponse:
    """A feed of the same events (RFC 4287)."""
    feed = atom_feed(rows(events), title=title, page_url=page_url, feed_url=feed_url)
    return StreamingHttpResponse(feed, content_type="application/atom+xml; charset=utf-8")
