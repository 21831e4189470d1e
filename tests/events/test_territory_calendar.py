"""What events bring to a territory's page: editions by year, a strip of years, a calendar and a feed of its own."""

from datetime import UTC, date, datetime

import feedparser
import pytest
import time_machine
from icalendar import Calendar

from community.models import TerritoryKind
from nec_cms.testing import PluginContract
from tests.factories.community import DirectoryPageFactory, TerritoryFactory
from tests.factories.events import make_event, make_index

pytestmark = pytest.mark.django_db

NOW = datetime(2024, 11, 20, 12, tzinfo=UTC)
REGION = "/communaute/grand-est/"


@pytest.fixture
def places(home):
    DirectoryPageFactory(parent=home)
    make_index()
    region = TerritoryFactory(name="Grand Est", kind=TerritoryKind.REGION)
    moselle = TerritoryFactory(name="Moselle", kind=TerritoryKind.DEPARTEMENT, parent=region)
    metz = TerritoryFactory(name="Metz", kind=TerritoryKind.COLLECTIVITE, parent=moselle)
    elsewhere = TerritoryFactory(name="Ailleurs exemple")
    with time_machine.travel(NOW, tick=False):
        make_event("NEC Metz 2022", date(2022, 10, 3), territories=[metz])
        make_event("NEC Metz", date(2024, 10, 3), territories=[metz, moselle, region])
        make_event("NEC Moselle", date(2024, 6, 3), territories=[moselle])
        make_event("NEC Grand Est", date(2024, 12, 3), territories=[region, metz])
        make_event("NEC Metz à venir", None, territories=[metz])
        make_event("NEC Ailleurs", date(2024, 12, 4), territories=[elsewhere])
        make_event("NEC Caché", date(2024, 12, 5), territories=[metz]).unpublish()
        yield {"region": region, "metz": metz}


def test_a_region_s_page_holds_each_edition_of_its_places_once_the_past_ones_by_year(client, places):
    coming, past = client.get(REGION).context["sections"]
    assert (coming.total, [event.title for event in coming.items]) == (2, ["NEC Grand Est", "NEC Metz à venir"])
    assert past.total == 3
    assert [(year, [event.title for event in events]) for year, events in past.years] == [
        (2024, ["NEC Metz", "NEC Moselle"]),
        (2022, ["NEC Metz 2022"]),
    ]


def test_the_strip_has_every_year_and_leads_to_its_editions(client, places):
    response = client.get(REGION)
    assert [(each.year, each.over, each.coming, each.anchor, each.label) for each in response.context["strip"]] == [
        (2022, 1, 0, "annee-2022", "1 édition"),
        (2023, 0, 0, "", "0 édition"),
        (2024, 2, 1, "prochaines-editions", "3 éditions, dont 1 à venir"),
    ]
    page = response.content.decode()
    assert page.count('class="years-dot"') == 3
    assert page.count("years-dot--hollow") == 1
    assert 'href="#annee-2022"' in page
    assert 'id="annee-2022"' in page


def test_a_year_of_many_editions_shows_some_dots_and_the_number_left(client, places):
    for rank in range(10):
        make_event(f"NEC {rank}", date(2022, 1, 1), territories=[places["metz"]])
    year = client.get(REGION).context["strip"][0]
    assert (len(year.dots), year.beyond, year.label) == (8, 3, "11 éditions")


@pytest.mark.parametrize("slug", ["grand-est", "metz"])
def test_page_calendar_and_feed_of_a_territory_hold_the_same_editions_as_the_filtered_agenda(client, places, slug):
    expected = ["NEC Grand Est", "NEC Metz à venir"]
    calendar = client.get(f"/communaute/{slug}/agenda.ics")
    feed = client.get(f"/communaute/{slug}/agenda.atom")
    agenda = client.get(f"/nec-locaux/agenda/?territoire={slug}")
    components = [item for item in Calendar.from_ical(calendar.getvalue()).subcomponents if "SUMMARY" in item]
    assert sorted(str(item["SUMMARY"]) for item in components) == expected
    assert [entry.title for entry in feedparser.parse(feed.getvalue()).entries] == expected
    assert [event.title for event in agenda.context["page_obj"].object_list] == expected


def test_the_files_say_what_they_are(client, places):
    calendar, feed = client.get("/communaute/metz/agenda.ics"), client.get("/communaute/metz/agenda.atom")
    assert calendar["Content-Type"] == "text/calendar; charset=utf-8"
    assert 'filename="agenda-metz.ics"' in calendar["Content-Disposition"]
    assert str(Calendar.from_ical(calendar.getvalue())["X-WR-CALNAME"]) == "Agenda des NEC locaux\u00a0: Metz"
    parsed = feedparser.parse(feed.getvalue()).feed
    assert (parsed.title, parsed.link) == ("Agenda des NEC locaux\u00a0: Metz", "http://testserver/communaute/metz/")
    assert (calendar.cookies, feed.cookies) == ({}, {})


def test_the_page_leads_to_its_files(client, places):
    page = client.get("/communaute/metz/").content.decode()
    assert 'href="webcal://testserver/communaute/metz/agenda.ics"' in page
    assert 'href="/communaute/metz/agenda.ics"' in page
    assert '<link rel="alternate" type="application/atom+xml" href="/communaute/metz/agenda.atom"' in page


def test_a_territory_without_coming_edition_has_an_empty_calendar(client, places):
    TerritoryFactory(name="Désert exemple")
    calendar = client.get("/communaute/desert-exemple/agenda.ics")
    assert Calendar.from_ical(calendar.getvalue()).subcomponents == []
    assert feedparser.parse(client.get("/communaute/desert-exemple/agenda.atom").getvalue()).entries == []


def test_past_editions_beyond_forty_are_led_to_and_still_counted_by_year(client, places):
    for rank in range(40):
        make_event(f"NEC {rank}", date(2023, 1, 1), territories=[places["metz"]])
        make_event(f"NEC ancien {rank}", date(2020, 1, 1), territories=[places["metz"]])
    context = client.get("/communaute/metz/").context
    section = context["sections"][1]
    assert (section.total, len(section.items), section.more) == (
        82, 40, "/nec-locaux/editions/?territoire=metz",
    )  # fmt: skip
    strip = {each.year: (each.over, each.anchor) for each in context["strip"]}
    assert strip[2020] == (40, "")
    assert sum(over for over, _ in strip.values()) == 82


def test_the_page_costs_the_same_whatever_the_number_of_editions(client, places):
    before = PluginContract.count_queries(client, REGION)
    for rank in range(3):
        make_event(f"NEC passé {rank}", date(2023, 1, 1), territories=[places["metz"]])
        make_event(f"NEC bientôt {rank}", date(2025, 1, 1), territories=[places["metz"], places["region"]])
    assert PluginContract.count_queries(client, REGION) == before == 13
