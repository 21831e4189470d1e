"""The calendar of 2024 as the programme printed it: the reference of the tests, with its frozen clock."""

from datetime import UTC, date, datetime

from events.models import EventPage
from tests.factories.events import make_event

SEPTEMBER = datetime(2024, 9, 1, 10, tzinfo=UTC)

ROWS = [
    ("30 septembre", "NEC Occitanie"),
    ("3 octobre", "NEC Metz"),
    ("19-20 novembre", "NEC 974 La Réunion"),
    ("21 novembre", "NEC Paris-Saclay"),
    ("27 novembre", "NEC ESS"),
    ("27 novembre", "NEC Mérignac"),
]


def make_calendar() -> list[EventPage]:
    """The six editions, published in another order than theirs."""
    return [
        make_event("NEC Mérignac", date(2024, 11, 27), slug="nec-merignac-2024", territories=["Mérignac"]),
        make_event("NEC ESS", date(2024, 11, 27), slug="nec-ess-2024"),
        make_event(
            "NEC 974 La Réunion",
            date(2024, 11, 19),
            end_date=date(2024, 11, 20),
            slug="nec-974-la-reunion-2024",
            territories=["La Réunion"],
            time_zone="Indian/Reunion",
        ),
        make_event("NEC Occitanie", date(2024, 9, 30), slug="nec-occitanie-2024", territories=["Occitanie"]),
        make_event("NEC Paris-Saclay", date(2024, 11, 21), slug="nec-paris-saclay-2024", territories=["Paris-Saclay"]),
        make_event("NEC Metz", date(2024, 10, 3), slug="nec-metz-2024", territories=["Metz"]),
    ]
