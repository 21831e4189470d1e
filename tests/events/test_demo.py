"""The demo's NEC locaux."""

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.test import Client

from events.demo import build
from events.demo_coming import COMING, across_months, after
from events.demo_places import LISTED
from events.formats import demo as formats_demo
from events.models import EventKind, EventPage
from home import demo as home_demo
from tests.events.pages import edition_rows, get

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)


@pytest.fixture
def demo() -> None:
    with time_machine.travel(NOW, tick=False):
        home_demo.build()
        formats_demo.build()
        build()


def dates() -> dict[str, tuple]:
    return {event.slug: (event.start_date, event.end_date) for event in EventPage.objects.all()}


def test_second_run_the_same_day_changes_nothing(demo: None) -> None:
    before = list(EventPage.objects.order_by("pk").values())
    with time_machine.travel(NOW + timedelta(hours=5), tick=False):
        build()
    assert list(EventPage.objects.order_by("pk").values()) == before


def test_later_run_moves_only_the_editions_that_passed(demo: None) -> None:
    before = dates()
    later = NOW + timedelta(days=40)
    over = set(EventPage.objects.past(later).filter(slug__endswith="-exemple").values_list("slug", flat=True))
    with time_machine.travel(later, tick=False):
        build()
    after_run = dates()
    assert {slug for slug in before if before[slug] != after_run[slug]} == over
    assert len(over) == 3
    moved = EventPage.objects.get(slug="nec-sambre-avesnois-thierache-exemple")
    assert not moved.is_past(later)
    assert moved.programme[0].value["date"] == moved.start_date


def test_at_least_six_editions_to_come_of_every_kind(demo: None) -> None:
    coming = EventPage.objects.published().upcoming(NOW)
    assert coming.count() == len(COMING) >= 6
    assert set(coming.values_list("status", flat=True)) == {"announced", "confirmed", "postponed", "cancelled"}
    assert set(coming.values_list("mode", flat=True)) == {"on-site", "online", "hybrid"}
    assert coming.exclude(time_zone="Europe/Paris").count() == 1
    assert all("exemple" in event.title for event in coming)
    across = coming.get(slug="nec-drome-exemple")
    assert across.start_date.month != across.end_date.month


def test_each_listed_territory_has_a_past_edition(demo: None) -> None:
    held = EventPage.objects.published().local().held(NOW)
    hosts = set(held.values_list("territories__name", flat=True))
    assert {name for names in LISTED.values() for name in names} - hosts == set()


def test_invented_dates_say_that_they_are_examples(demo: None) -> None:
    known = {
        "nec-bordeaux-metropole-2020",
        "nec-sud-charente-2021",
        "nec-974-la-reunion-2021",
        "nec-haute-savoie-2021",
        "nec-974-la-reunion-2022",
        "edition-nationale-2022",
        "edition-nationale-2023",
        "edition-nationale-2024",
        "edition-nationale-2025",
    }
    silent = {event.slug for event in EventPage.objects.past(NOW) if "exemple" not in event.summary}
    assert silent == known


def test_national_editions_and_their_figures(demo: None) -> None:
    national = EventPage.objects.filter(kind=EventKind.NATIONAL).order_by("start_date")
    assert [(event.start_date.year, event.attendance) for event in national] == [
        (2018, 850),
        (2019, 800),
        (2020, 4000),
        (2021, 400),
        (2022, 1800),
        (2023, 2000),
        (2024, None),
        (2025, None),
    ]


def test_calendar_of_2024_stands_at_the_addresses_of_the_contract(demo: None, client: Client) -> None:
    with time_machine.travel(NOW, tick=False):
        html = get(client, "/nec-locaux/editions/?annee=2024&q=nec")
        for slug in ("nec-occitanie", "nec-metz", "nec-974-la-reunion", "nec-paris-saclay", "nec-ess", "nec-merignac"):
            get(client, f"/nec-locaux/{slug}-2024/")
    assert edition_rows(html)[:6] == [
        ("27 novembre", "NEC ESS"),
        ("27 novembre", "NEC Mérignac"),
        ("21 novembre", "NEC Paris-Saclay"),
        ("19-20 novembre", "NEC 974 La Réunion"),
        ("3 octobre", "NEC Metz"),
        ("30 septembre", "NEC Occitanie"),
    ]
    assert list(EventPage.objects.get(slug="nec-ess-2024").territories.all()) == []


@pytest.mark.parametrize("today", [date(2026, 1, 31), date(2026, 11, 24), date(2028, 2, 29), date(2026, 12, 31)])
def test_relative_dates_lie_ahead(today: date) -> None:
    start, end = across_months(38)(today)
    assert (end - start, start.month == end.month, end.day) == (timedelta(days=1), False, 1)
    assert start >= today + timedelta(days=38)
    first, last = after(17, length=2)(today)
    assert today + timedelta(days=17) <= first <= today + timedelta(days=19)
    assert (first.weekday() < 5, last - first) == (True, timedelta(days=1))
