"""The definition of a time zone in an iCalendar file (RFC 5545, 3.6.5), told for the years of the calendar. Pure.

The onset of an observance is written as the clocks showed it *before* they moved: `TZOFFSETFROM` is what turns it
into an instant. Europe/Paris goes to summer time at 02:00, not at 03:00.
"""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from events.content_lines import line, local

DAY = timedelta(days=1)


@lru_cache(maxsize=64)
def definition(name: str, first: int, last: int) -> bytes:
    """The VTIMEZONE of an IANA zone for the years `first` to `last` included."""
    zone = ZoneInfo(name)
    start = datetime(first, 1, 1, tzinfo=UTC)
    found = [line("BEGIN", "VTIMEZONE"), line("TZID", name)]
    found += observance(zone, start, before=start.astimezone(zone).utcoffset() or timedelta())
    for moment in transitions(zone, start, datetime(last + 1, 1, 1, tzinfo=UTC)):
        before = (moment - timedelta(seconds=1)).astimezone(zone).utcoffset() or timedelta()
        found += observance(zone, moment, before=before)
    found.append(line("END", "VTIMEZONE"))
    return b"".join(found)


def transitions(zone: ZoneInfo, start: datetime, end: datetime) -> Iterator[datetime]:
    """The instants, to the second, at which the clocks of a zone move between two instants in UTC."""
    low = start
    while low < end:
        high = low + DAY
        if low.astimezone(zone).utcoffset() != high.astimezone(zone).utcoffset():
            yield _moved(zone, low, high)
        low = high


def _moved(zone: ZoneInfo, low: datetime, high: datetime) -> datetime:
    """The first second at which the offset is that of `high`, which is not that of `low`."""
    after = high.astimezone(zone).utcoffset()
    while high - low > timedelta(seconds=1):
        middle = low + timedelta(seconds=int((high - low).total_seconds()) // 2)
        if middle.astimezone(zone).utcoffset() == after:
            high = middle
        else:
            low = middle
    return high


def observance(zone: ZoneInfo, moment: datetime, *, before: timedelta) -> list[bytes]:
    """What the clocks of a zone show from an instant on, and what they showed `before`."""
    after = moment.astimezone(zone)
    kind = "DAYLIGHT" if after.dst() else "STANDARD"
    return [
        line("BEGIN", kind),
        line("DTSTART", local((moment + before).replace(tzinfo=None))),
        line("TZOFFSETFROM", offset(before)),
        line("TZOFFSETTO", offset(after.utcoffset() or timedelta())),
        line("TZNAME", after.tzname() or zone.key),
        line("END", kind),
    ]


def offset(difference: timedelta) -> str:
    """A UTC-OFFSET (3.3.14): `+0400`."""
    minutes = int(difference.total_seconds()) // 60
    sign = "-" if minutes < 0 else "+"
    return f"{sign}{abs(minutes) // 60:02d}{abs(minutes) % 60:02d}"
