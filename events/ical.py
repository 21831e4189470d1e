"""Events as iCalendar (RFC 5545).

An event that lasts one day with both hours known is timed, in its own zone; any other takes whole days, and its hours
stand in the description. An event without a date is a VJOURNAL, the component that needs none: calendars leave it
aside, and the file still holds every edition of the list.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from django.conf import settings

from events.content_lines import day, line, local, text, utc
from events.presentation import hours_text, place, status_sentence
from events.rows import UNPUBLISHED, EventRow
from events.vtimezone import definition

PRODUCT = "-//Numérique en Commun[s]//NEC locaux//FR"
REFRESH = "PT6H"
"""How often a subscriber is asked to look again."""

KIND = {"local": "NEC local", "national": "Édition nationale"}
EVENT_STATUS = {
    "announced": "TENTATIVE",
    "confirmed": "CONFIRMED",
    "postponed": "TENTATIVE",
    "cancelled": "CANCELLED",
}


def calendar(events: Iterable[EventRow], *, name: str) -> Iterator[bytes]:
    """A calendar of events, with the definitions of the zones it uses: the parts of the file, in order."""
    events = list(events)
    yield b"".join(
        (
            line("BEGIN", "VCALENDAR"),
            line("VERSION", "2.0"),
            line("PRODID", text(PRODUCT)),
            line("CALSCALE", "GREGORIAN"),
            line("NAME", text(name)),
            line("X-WR-CALNAME", text(name)),
            line("REFRESH-INTERVAL;VALUE=DURATION", REFRESH),
            line("X-PUBLISHED-TTL", REFRESH),
        )
    )
    yield from zones(events)
    host = urlsplit(settings.BASE_URL).hostname or "localhost"
    for event in events:
        yield entry(event, host)
    yield line("END", "VCALENDAR")


def zones(events: Iterable[EventRow]) -> Iterator[bytes]:
    """The definition of each zone in which an event is timed, from the year before its first one to the year after."""
    years: dict[str, set[int]] = {}
    for event in events:
        if is_timed(event):
            years.setdefault(event.time_zone, set()).add(event.start_date.year)
    for name in sorted(years):
        yield definition(name, min(years[name]) - 1, max(years[name]) + 1)


def entry(event: EventRow, host: str) -> bytes:
    """One event as a component."""
    kind = "VEVENT" if event.start_date else "VJOURNAL"
    published = utc(event.published)
    lines = [
        line("BEGIN", kind),
        line("UID", uid(event, host)),
        line("DTSTAMP", published),
        line("LAST-MODIFIED", published),
        line("SEQUENCE", str(sequence(event.published))),
        line("SUMMARY", text(event.title)),
        line("URL", event.url),
        line("DESCRIPTION", text(description(event))),
        line("CATEGORIES", ",".join(text(each) for each in (KIND[event.kind], *event.territories))),
    ]
    if event.start_date:
        lines += days(event)
        lines.append(line("STATUS", EVENT_STATUS[event.status]))
        if where := place(event, full=True):
            lines.append(line("LOCATION", text(where)))
        if event.point:
            lines.append(line("GEO", "{:.6f};{:.6f}".format(*event.point)))
    else:
        lines.append(line("STATUS", "CANCELLED" if event.status == "cancelled" else "DRAFT"))
    lines.append(line("END", kind))
    return b"".join(lines)


def is_timed(event: EventRow) -> bool:
    """Whether it lasts one day with both hours known."""
    return bool(event.start_date and event.start_time and event.end_time and event.last_day == event.start_date)


def days(event: EventRow) -> list[bytes]:
    """Start and end: hours in the event's zone, or whole days, whose end RFC 5545 (3.6.1) does not include."""
    if is_timed(event):
        zone = f";TZID={event.time_zone}"
        start, end = (datetime.combine(event.start_date, hour) for hour in (event.start_time, event.end_time))
        return [line(f"DTSTART{zone}", local(start)), line(f"DTEND{zone}", local(end))]
    after = event.last_day + timedelta(days=1)
    return [line("DTSTART;VALUE=DATE", day(event.start_date)), line("DTEND;VALUE=DATE", day(after))]


def uid(event: EventRow, host: str) -> str:
    """Unique in the world (3.8.4.7) and the same for the life of the page, whatever becomes of its title or address."""
    return f"{event.translation_key}@{host}"


def sequence(published: datetime) -> int:
    """Grows with each publication (3.8.7.4): seconds from 2020, within 32 bits until 2088."""
    return max(0, int((published - UNPUBLISHED).total_seconds()))


def description(event: EventRow) -> str:
    """What a calendar shows under the title: state, hours, presentation, links. Many show no URL of their own."""
    online = f"En ligne\u00a0: {event.online_url}" if event.online_url else ""
    open_for = event.registration_url and event.status != "cancelled"
    register = f"Inscription\u00a0: {event.registration_url}" if open_for else ""
    more = f"La page de l’édition\u00a0: {event.url}"
    lines = (status_sentence(event), hours_text(event), event.summary, online, register, more)
    return "\n".join(each for each in lines if each)
