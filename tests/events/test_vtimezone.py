"""Time zones in calendar files say what the clocks of the place say, to the hour, through each change."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from icalendar import Timezone

from events.time_zones import TIME_ZONES
from events.vtimezone import definition, offset, transitions

ZONES = [name for name, _ in TIME_ZONES]


@pytest.mark.parametrize("name", ZONES)
def test_definition_says_at_every_hour_of_three_years_what_the_clocks_say(name: str) -> None:
    told = Timezone.from_ical(definition(name, 2025, 2027)).to_tz(lookup_tzid=False)
    clocks = ZoneInfo(name)
    for hour in range(0, 3 * 365 * 24, 1):
        here = datetime(2025, 1, 2) + timedelta(hours=hour, minutes=30)
        if here.replace(tzinfo=clocks).astimezone(UTC).astimezone(clocks).replace(tzinfo=None) != here:
            continue  # an hour that the clocks skip
        assert here.replace(tzinfo=told).utcoffset() == here.replace(tzinfo=clocks).utcoffset(), here


def test_onset_of_summer_time_in_paris_is_written_as_the_clocks_showed_it_before() -> None:
    lines = definition("Europe/Paris", 2026, 2026).decode().split("\r\n")
    kept = ("BEGIN", "DTSTART", "TZOFFSETFROM", "TZOFFSETTO")
    assert [each for each in lines if each.startswith(kept)][1:] == [
        "BEGIN:STANDARD",
        "DTSTART:20260101T010000",
        "TZOFFSETFROM:+0100",
        "TZOFFSETTO:+0100",
        "BEGIN:DAYLIGHT",
        "DTSTART:20260329T020000",
        "TZOFFSETFROM:+0100",
        "TZOFFSETTO:+0200",
        "BEGIN:STANDARD",
        "DTSTART:20261025T030000",
        "TZOFFSETFROM:+0200",
        "TZOFFSETTO:+0100",
    ]


def test_clocks_of_paris_move_twice_a_year_at_one_in_utc() -> None:
    start, end = datetime(2026, 1, 1, tzinfo=UTC), datetime(2027, 1, 1, tzinfo=UTC)
    assert list(transitions(ZoneInfo("Europe/Paris"), start, end)) == [
        datetime(2026, 3, 29, 1, tzinfo=UTC),
        datetime(2026, 10, 25, 1, tzinfo=UTC),
    ]
    assert list(transitions(ZoneInfo("Indian/Reunion"), start, end)) == []


@pytest.mark.parametrize(
    ("difference", "told"),
    [
        (timedelta(), "+0000"),
        (timedelta(hours=4), "+0400"),
        (timedelta(hours=-4), "-0400"),
        (timedelta(hours=-3, minutes=-30), "-0330"),
        (timedelta(hours=5, minutes=45), "+0545"),
    ],
)
def test_offset_is_told_in_hours_and_minutes(difference: timedelta, told: str) -> None:
    assert offset(difference) == told
