"""The agenda and the past editions, read as a visitor reads them."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from events.models import EventPage
from tests.events.pages import AGENDA, EDITIONS, agenda_rows, edition_rows, get, texts, titles
from tests.events.reference_2024 import ROWS, SEPTEMBER, make_calendar
from tests.factories.events import ThemeFactory, make_event, make_index

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def at_home(home) -> None:
    make_index()


@time_machine.travel(SEPTEMBER, tick=False)
def test_agenda_of_2024_shows_the_six_rows_of_the_programme_in_order(client: Client) -> None:
    make_calendar()
    html = get(client, AGENDA)
    assert agenda_rows(html) == ROWS
    assert texts(html, r'<h2 class="agenda-heading">(.*?)</h2>') == ["Septembre 2024", "Octobre 2024", "Novembre 2024"]
    assert texts(html, r'<p class="filters-count"[^>]*>(.*?)</p>') == ["6 éditions à venir"]


@pytest.mark.parametrize(
    ("now", "coming"),
    [
        (datetime(2024, 11, 20, 12, tzinfo=UTC), True),
        (datetime(2024, 11, 20, 23, 59, 59, tzinfo=ZoneInfo("Indian/Reunion")), True),
        (datetime(2024, 11, 21, 0, 0, 0, tzinfo=ZoneInfo("Indian/Reunion")), False),
        (datetime(2024, 11, 20, 20, 0, 0, tzinfo=UTC), False),
    ],
)
def test_event_is_to_come_until_its_last_day_ends_where_it_takes_place(
    client: Client, now: datetime, coming: bool
) -> None:
    make_calendar()
    with time_machine.travel(now, tick=False):
        upcoming = "NEC 974 La Réunion" in [title for _, title in agenda_rows(get(client, AGENDA))]
        past = "NEC 974 La Réunion" in [title for _, title in edition_rows(get(client, EDITIONS))]
    assert (upcoming, past) == (coming, not coming)


@pytest.mark.parametrize("hour", range(0, 48, 5))
def test_event_is_never_in_both_lists_nor_in_neither(hour: int) -> None:
    make_calendar()
    make_event("NEC sans date", None)
    now = datetime(2024, 11, 19 + hour // 24, hour % 24, tzinfo=UTC)
    upcoming, past = EventPage.objects.upcoming(now), EventPage.objects.past(now)
    assert sorted(titles(upcoming) + titles(past)) == sorted(titles(EventPage.objects.all()))


@time_machine.travel(SEPTEMBER, tick=False)
def test_event_without_a_date_comes_last_under_a_heading_of_its_own(client: Client) -> None:
    make_event("NEC Bientôt", None)
    make_event("NEC Metz", date(2024, 10, 3))
    html = get(client, AGENDA)
    assert agenda_rows(html) == [("3 octobre", "NEC Metz"), ("Date à venir", "NEC Bientôt")]
    assert texts(html, r'<h2 class="agenda-heading">(.*?)</h2>') == ["Octobre 2024", "Date à venir"]
    assert texts(html, r'<span class="status[^>]*>(.*?)</span>') == ["Confirmé", "Annoncé"]


@time_machine.travel(SEPTEMBER, tick=False)
def test_year_shows_for_another_season_only(client: Client) -> None:
    make_event("NEC Loin", date(2025, 3, 1))
    make_event("NEC Entre deux", date(2024, 12, 31), end_date=date(2025, 1, 1))
    assert [dates for dates, _ in agenda_rows(get(client, AGENDA))] == [
        "31 décembre 2024 - 1er janvier 2025",
        "1er mars 2025",
    ]


@time_machine.travel(datetime(2025, 1, 10, tzinfo=UTC), tick=False)
def test_past_editions_stand_by_year_with_totals_the_latest_first(client: Client) -> None:
    make_calendar()
    make_event("NEC Ancien", date(2021, 6, 1))
    html = get(client, EDITIONS)
    assert texts(html, r'<h2 class="year-numeral">(.*?)</h2>') == ["2024 6 éditions", "2021 1 édition"]
    assert edition_rows(html) == [
        ("27 novembre", "NEC ESS"),
        ("27 novembre", "NEC Mérignac"),
        ("21 novembre", "NEC Paris-Saclay"),
        ("19-20 novembre", "NEC 974 La Réunion"),
        ("3 octobre", "NEC Metz"),
        ("30 septembre", "NEC Occitanie"),
        ("1er juin", "NEC Ancien"),
    ]


@time_machine.travel(SEPTEMBER, tick=False)
def test_page_past_the_last_shows_the_last(client: Client) -> None:
    make_calendar()
    assert len(agenda_rows(get(client, f"{AGENDA}?page=999"))) == 6


@time_machine.travel(SEPTEMBER, tick=False)
def test_paging_keeps_the_filters(client: Client) -> None:
    theme = ThemeFactory(name="Communs")
    for number in range(32):
        make_event(f"NEC {number:02d}", date(2024, 10, 3), themes=[theme])
    make_event("NEC Autre", date(2024, 10, 2))
    html = get(client, f"{AGENDA}?theme=communs&page=2")
    assert [title for _, title in agenda_rows(html)] == ["NEC 30", "NEC 31"]
    assert 'href="?theme=communs&amp;page=1"' in html


@time_machine.travel(SEPTEMBER, tick=False)
def test_drafts_and_private_pages_are_in_no_list(client: Client) -> None:
    make_event("NEC Public")
    draft = make_event("NEC Brouillon")
    draft.unpublish()
    private = make_event("NEC Privé")
    PageViewRestriction.objects.create(page=private, restriction_type=PageViewRestriction.LOGIN)
    assert [title for _, title in agenda_rows(get(client, AGENDA))] == ["NEC Public"]
    assert client.get("/nec-locaux/agenda.ics").getvalue().count(b"BEGIN:VEVENT") == 1


@time_machine.travel(SEPTEMBER, tick=False)
@pytest.mark.parametrize(
    ("url", "start", "expected"),
    [(AGENDA, date(2024, 10, 3), 8), (EDITIONS, date(2023, 10, 3), 7), (f"{EDITIONS}?q=nec", date(2023, 10, 3), 8)],
)
def test_list_costs_as_many_queries_for_one_event_as_for_three(
    client: Client, url: str, start: date, expected: int
) -> None:
    def cost() -> int:
        get(client, url)  # what the shell remembers is built
        with CaptureQueriesContext(connection) as queries:
            get(client, url)
        return len(queries)

    make_event("NEC Un", start, territories=["Metz", "Moselle"], themes=[ThemeFactory()])
    assert cost() == expected
    make_event("NEC Deux", start, territories=["Vosges"], themes=[ThemeFactory()])
    make_event("NEC Trois", start, territories=["Metz", "Meuse"])
    assert cost() == expected


def test_list_states_its_own_canonical_address_and_sets_no_cookie(client: Client) -> None:
    response = client.get(f"{AGENDA}?q=metz")
    assert '<link rel="canonical" href="http://localhost/nec-locaux/agenda/">' in response.content.decode()
    assert response.cookies == {}
