"""The calendar and the feed: zones, whole days, states, identities, points, what RFC 5545 and XML ask for."""

import xml.etree.ElementTree as ET
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from urllib.parse import urlsplit

import pytest
import time_machine
from django.conf import settings
from django.test import Client

from events.ical import sequence
from events.models import EventPage
from tests.events.calendars import ATOM, calendar
from tests.events.reference_2024 import SEPTEMBER, make_calendar
from tests.factories.events import TerritoryFactory, make_event, make_index

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def at_home(home) -> None:
    make_index()


def component(client: Client, url: str = "/nec-locaux/agenda.ics"):
    """The only component of a calendar, zones aside."""
    (found,) = [each for each in calendar(client, url).subcomponents if each.name != "VTIMEZONE"]
    return found


@time_machine.travel(SEPTEMBER, tick=False)
def test_timed_event_stands_in_its_own_zone_and_defines_it(client: Client) -> None:
    make_event(
        "NEC 974",
        date(2024, 11, 19),
        start_time=time(9),
        end_time=time(17, 30),
        time_zone="Indian/Reunion",
        venue="Domaine",
        address="1 rue du Moca",
        city="Saint-Denis",
    )
    ics = calendar(client, "/nec-locaux/agenda.ics")
    zones = [str(each["TZID"]) for each in ics.walk("VTIMEZONE")]
    (event,) = ics.walk("VEVENT")
    assert zones == ["Indian/Reunion"]
    assert event["DTSTART"].params["TZID"] == "Indian/Reunion"
    assert event.decoded("DTSTART").astimezone(UTC) == datetime(2024, 11, 19, 5, tzinfo=UTC)
    assert event.decoded("DTEND").astimezone(UTC) == datetime(2024, 11, 19, 13, 30, tzinfo=UTC)
    assert str(event["LOCATION"]) == "Domaine, 1 rue du Moca, Saint-Denis"


@time_machine.travel(SEPTEMBER, tick=False)
def test_event_of_several_days_takes_whole_days_and_tells_its_hours(client: Client) -> None:
    make_event("NEC", date(2024, 11, 30), end_date=date(2024, 12, 1), start_time=time(9), end_time=time(17))
    event = component(client)
    assert (event.decoded("DTSTART"), event.decoded("DTEND")) == (date(2024, 11, 30), date(2024, 12, 2))
    assert str(event["DESCRIPTION"]).replace("\u00a0", " ").splitlines() == [
        "9 h – 17 h",
        "La page de l’édition : http://localhost/nec-locaux/nec/",
    ]


@time_machine.travel(SEPTEMBER, tick=False)
@pytest.mark.parametrize(
    ("status", "start", "kind", "stated"),
    [
        ("confirmed", date(2024, 10, 3), "VEVENT", "CONFIRMED"),
        ("announced", date(2024, 10, 3), "VEVENT", "TENTATIVE"),
        ("postponed", date(2024, 10, 3), "VEVENT", "TENTATIVE"),
        ("cancelled", date(2024, 10, 3), "VEVENT", "CANCELLED"),
        ("announced", None, "VJOURNAL", "DRAFT"),
        ("postponed", None, "VJOURNAL", "DRAFT"),
        ("cancelled", None, "VJOURNAL", "CANCELLED"),
    ],
)
def test_state_is_told_in_the_calendar(client: Client, status: str, start: date | None, kind: str, stated: str) -> None:
    make_event("NEC", start, status=status)
    found = component(client)
    assert (found.name, str(found["STATUS"])) == (kind, stated)


def test_identity_lasts_and_sequence_moves_with_each_publication(client: Client) -> None:
    with time_machine.travel(SEPTEMBER, tick=False):
        event = make_event("NEC Metz", date(2024, 10, 3))
        first = component(client)
    with time_machine.travel(SEPTEMBER + timedelta(days=2), tick=False):
        event.title, event.start_date, event.status = "NEC Metz et Moselle", date(2024, 12, 3), "postponed"
        event.save_revision().publish()
        second = component(client)
        draft = EventPage.objects.get(pk=event.pk)
        draft.title = "Brouillon"
        draft.save_revision()
        assert component(client)["SEQUENCE"] == second["SEQUENCE"]
    assert str(first["UID"]) == str(second["UID"]) == f"{event.translation_key}@{urlsplit(settings.BASE_URL).hostname}"
    assert second["SEQUENCE"] - first["SEQUENCE"] == 2 * 24 * 3600
    assert second.decoded("LAST-MODIFIED") - first.decoded("LAST-MODIFIED") == timedelta(days=2)
    assert str(second["SUMMARY"]) == "NEC Metz et Moselle"


def test_sequence_stays_within_32_bits_for_sixty_years() -> None:
    assert sequence(datetime(2020, 1, 1, tzinfo=UTC)) == 0
    assert sequence(datetime(2019, 1, 1, tzinfo=UTC)) == 0
    assert sequence(datetime(2087, 12, 31, tzinfo=UTC)) < 2**31


@time_machine.travel(SEPTEMBER, tick=False)
def test_calendar_keeps_to_the_line_length_and_names_of_rfc_5545(client: Client) -> None:
    make_event("NEC Numérique en Commun[s] ; porteur·e·s, et\nsuite", date(2024, 10, 3), summary="é" * 390)
    content = client.get("/nec-locaux/agenda.ics").getvalue()
    assert content.endswith(b"END:VCALENDAR\r\n")
    assert max(len(line) for line in content.split(b"\r\n")) <= 75
    found = component(client)
    assert str(found["SUMMARY"]).startswith("NEC Numérique en Commun[s] ; porteur·e·s, et")
    assert str(found["URL"]).startswith("http://localhost/nec-locaux/nec-")


@time_machine.travel(SEPTEMBER, tick=False)
def test_event_has_a_calendar_of_its_own(client: Client) -> None:
    make_calendar()
    url = "/nec-locaux/nec-metz-2024/agenda.ics"
    assert str(component(client, url)["SUMMARY"]) == "NEC Metz"
    assert client.get(url)["Content-Disposition"] == 'attachment; filename="nec-metz-2024.ics"'


def test_calendar_without_event_is_still_one(client: Client) -> None:
    assert calendar(client, "/nec-locaux/agenda.ics").subcomponents == []


def test_feed_entry_is_updated_when_its_page_is_published_again(client: Client) -> None:
    with time_machine.travel(SEPTEMBER, tick=False):
        event = make_event("NEC <Metz>", date(2024, 10, 3), city="Metz", status="announced", territories=["Moselle"])
    with time_machine.travel(SEPTEMBER + timedelta(days=1), tick=False):
        event.save_revision().publish()
        response = client.get("/nec-locaux/agenda.atom")
    feed = ET.fromstring(response.getvalue())
    entry = feed.find(f"{ATOM}entry")
    assert response["Content-Type"] == "application/atom+xml; charset=utf-8"
    assert feed.find(f"{ATOM}link[@rel='self']").get("href") == "http://testserver/nec-locaux/agenda.atom"
    assert {each.tag.removeprefix(ATOM): each.text for each in entry if each.text} == {
        "title": "NEC <Metz>",
        "published": "2024-09-01T10:00:00+00:00",
        "updated": "2024-09-02T10:00:00+00:00",
        "id": f"urn:uuid:{event.translation_key}",
        "summary": "3 octobre 2024. Metz. Les dates restent à confirmer.",
    }
    assert [each.get("term") for each in entry.findall(f"{ATOM}category")] == ["À confirmer", "Moselle"]
    assert feed.find(f"{ATOM}author/{ATOM}name").text == "Numérique en Commun[s]"
    assert feed.find(f"{ATOM}updated").text == "2024-09-02T10:00:00+00:00"


@time_machine.travel(SEPTEMBER, tick=False)
def test_files_cost_as_many_queries_for_one_event_as_for_three(client: Client, django_assert_num_queries) -> None:
    make_event("NEC Un", territories=["Metz"])
    for url in ("/nec-locaux/agenda.ics", "/nec-locaux/agenda.atom"):
        client.get(url).getvalue()
        with django_assert_num_queries(7):
            client.get(url).getvalue()
    make_event("NEC Deux", territories=["Metz", "Vosges"])
    make_event("NEC Trois", territories=["Meuse"])
    for url in ("/nec-locaux/agenda.ics", "/nec-locaux/agenda.atom"):
        with django_assert_num_queries(7):
            client.get(url).getvalue()


@time_machine.travel(SEPTEMBER, tick=False)
def test_point_is_the_event_s_own_else_that_of_its_territory(client: Client) -> None:
    placed = TerritoryFactory(name="Moselle", latitude=Decimal("49.03"), longitude=Decimal("6.66"))
    make_event(
        "NEC A", date(2024, 10, 1), territories=[placed], latitude=Decimal("49.10997"), longitude=Decimal("-6.5")
    )
    make_event("NEC B", date(2024, 10, 2), territories=["Sans point", placed])
    make_event("NEC C", date(2024, 10, 3), territories=["Sans point"])
    make_event("NEC D", date(2024, 10, 4), territories=[placed], mode="online")
    events = calendar(client, "/nec-locaux/agenda.ics").walk("VEVENT")
    points = [each["GEO"].to_ical() if "GEO" in each else None for each in events]
    assert points == ["49.10997;-6.5", "49.03;6.66", None, None]


@time_machine.travel(SEPTEMBER, tick=False)
def test_cancelled_event_stays_and_no_longer_invites(client: Client) -> None:
    make_event("NEC", date(2024, 10, 3), status="cancelled", registration_url="https://example.org/inscription")
    told = str(component(client)["DESCRIPTION"])
    assert told.splitlines()[0] == "Cette édition est annulée."
    assert "example.org" not in told
    feed = ET.fromstring(client.get("/nec-locaux/agenda.atom").getvalue())
    assert [each.get("term") for each in feed.iter(f"{ATOM}category")] == ["Annulé"]


@time_machine.travel(SEPTEMBER, tick=False)
def test_postponing_updates_the_entry_of_a_subscriber(client: Client) -> None:
    event = make_event("NEC Metz", date(2024, 10, 3), start_time=time(9), end_time=time(17))
    before = component(client)
    with time_machine.travel(SEPTEMBER + timedelta(hours=1), tick=False):
        event.status, event.start_date = "postponed", date(2024, 12, 5)
        event.save_revision().publish()
        after = component(client)
    assert after["UID"] == before["UID"]
    assert after["SEQUENCE"] > before["SEQUENCE"]
    assert after.decoded("DTSTART").date() == date(2024, 12, 5)
    assert str(after["DESCRIPTION"]).splitlines()[0] == "Cette édition est reportée à une nouvelle date."


@time_machine.travel(datetime(2026, 3, 1, tzinfo=UTC), tick=False)
def test_hours_after_the_change_to_summer_time_are_right_for_who_reads_the_file_alone(client: Client) -> None:
    make_event("NEC Metz", date(2026, 3, 29), start_time=time(2, 30), end_time=time(9), time_zone="America/Martinique")
    make_event("NEC Paris", date(2026, 3, 29), start_time=time(4), end_time=time(9))
    ics = calendar(client, "/nec-locaux/agenda.ics")
    zones = {str(each["TZID"]): each.to_tz(lookup_tzid=False) for each in ics.walk("VTIMEZONE")}
    starts = [
        each.decoded("DTSTART").replace(tzinfo=zones[each["DTSTART"].params["TZID"]]).astimezone(UTC)
        for each in ics.walk("VEVENT")
    ]
    assert starts == [datetime(2026, 3, 29, 6, 30, tzinfo=UTC), datetime(2026, 3, 29, 2, tzinfo=UTC)]


@time_machine.travel(SEPTEMBER, tick=False)
def test_feed_holds_no_sign_that_xml_refuses(client: Client) -> None:
    make_event("NEC <A> & \x0b « B »", date(2024, 10, 3), summary="\x1b[31m & co")
    feed = ET.fromstring(client.get("/nec-locaux/agenda.atom").getvalue())
    assert feed.find(f"{ATOM}entry/{ATOM}title").text == "NEC <A> &  « B »"
