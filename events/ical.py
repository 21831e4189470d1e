"""Events as iCalendar (RFC 5545).

An event that lasts one day with both hours known is timed, in its own zone; any other takes whole days, and its hours
stand in the description. An event without a date is a VJOURNAL, the component that needs none: calendars leave it
aside, and the file still holds every edition of the list.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from django.conf import settings
from icalendar import Calendar, Event, Journal, vDuration

from events.presentation import hours_text, place, status_sentence

if TYPE_CHECKING:
    from events.models import EventPage

PRODUCT = "-//Numérique en Commun[s]//NEC locaux//FR"
REFRESH = timedelta(hours=6)
"""How often a subscriber is asked to look again."""

YEAR = timedelta(days=366)
"""Around the days of a calendar, how much of a zone's history is told."""

UNPUBLISHED = datetime(2020, 1, 1, tzinfo=UTC)
"""Stands for the publication of a page that never went through it, and is the zero of sequence numbers."""

EVENT_STATUS = {
    "announced": "TENTATIVE",
    "confirmed": "CONFIRMED",
    "postponed": "TENTATIVE",
    "cancelled": "CANCELLED",
}


def calendar(events: Iterable[EventPage], *, name: str) -> bytes:
    """A calendar of event pages, with the definitions of the zones it uses."""
    cal = Calendar()
    cal.add("prodid", PRODUCT)
    cal.add("version", "2.0")
    cal.add("calscale", "GREGORIAN")
    cal.add("name", name)
    cal.add("x-wr-calname", name)
    cal.add("refresh-interval", vDuration(REFRESH), parameters={"VALUE": "DURATION"})
    cal.add("x-published-ttl", vDuration(REFRESH))
    events = list(events)
    for event in events:
        cal.add_component(entry(event))
    if days := [day for event in events if event.start_date for day in (event.start_date, event.last_day)]:
        cal.add_missing_timezones(first_date=min(days) - YEAR, last_date=max(days) + YEAR)
    return cal.to_ical()


def entry(event: EventPage) -> Event | Journal:
    """One event page as a component."""
    item = Event() if event.start_date else Journal()
    published = event.last_published_at or UNPUBLISHED
    item.add("uid", uid(event))
    item.add("dtstamp", published.astimezone(UTC))
    item.add("last-modified", published.astimezone(UTC))
    item.add("sequence", sequence(published))
    item.add("summary", event.title)
    item.add("url", event.full_url)
    item.add("description", description(event))
    item.add("categories", [event.get_kind_display(), *(territory.name for territory in event.territories.all())])
    if event.start_date:
        add_days(item, event)
        item.add("status", EVENT_STATUS[event.status])
        if where := place(event, full=True):
            item.add("location", where)
    else:
        item.add("status", "CANCELLED" if event.is_called_off else "DRAFT")
    return item


def add_days(item: Event, event: EventPage) -> None:
    """Start and end: hours in the event's zone, or whole days, whose end RFC 5545 (3.6.1) does not include."""
    if event.start_time and event.end_time and event.last_day == event.start_date:
        zone = ZoneInfo(event.time_zone)
        item.add("dtstart", datetime.combine(event.start_date, event.start_time, zone))
        item.add("dtend", datetime.combine(event.last_day, event.end_time, zone))
    else:
        item.add("dtstart", event.start_date)
        item.add("dtend", event.last_day + timedelta(days=1))


def uid(event: EventPage) -> str:
    """Unique in the world (3.8.4.7) and the same for the life of the page, whatever becomes of its title or address."""
    return f"{event.translation_key}@{urlsplit(settings.BASE_URL).hostname}"


def sequence(published: datetime) -> int:
    """Grows with each publication (3.8.7.4): seconds from 2020, within 32 bits until 2088."""
    return max(0, int((published - UNPUBLISHED).total_seconds()))


def description(event: EventPage) -> str:
    """What a calendar shows under the title: state, hours, presentation, registration."""
    register = f"Inscription\u00a0: {event.registration_url}" if event.registration_url else ""
    online = f"En ligne\u00a0: {event.online_url}" if event.online_url else ""
    lines = (status_sentence(event), hours_text(event), event.summary, online, register)
    return "\n".join(line for line in lines if line)
