"""An event's page, before and after its day."""

import re
from datetime import UTC, date, datetime, time
from decimal import Decimal
from html import unescape

import pytest
import time_machine
from django.test import Client
from wagtail import hooks

from events.models import EventDocument, EventOrganiser, EventPage
from nec_cms.hooks import RelatedContent
from tests.events.event_pages import full_event, page, structured
from tests.events.pages import texts
from tests.events.reference_2024 import SEPTEMBER
from tests.factories.events import OrganisationFactory, make_event, make_index
from tests.factories.formats import make_format

pytestmark = pytest.mark.django_db


AFTER = datetime(2025, 1, 10, tzinfo=UTC)


SHARE = "Faire connaître cette édition"


@pytest.fixture(autouse=True)
def at_home(home) -> None:
    make_index()


def facts(html: str) -> dict[str, str]:
    terms = texts(html, r"<dt>(.*?)</dt>")
    return dict(zip(terms, texts(html, r"<dd>(.*?)</dd>"), strict=True))


def test_page_tells_when_where_and_how_to_register(client: Client) -> None:
    html = page(client, full_event())
    assert texts(html, r"<h1[^>]*>(.*?)</h1>") == ["NEC Metz"]
    assert facts(html) == {
        "Quand": "3-4 octobre 2024 9 h – 17 h 30 Confirmé",
        "Où": "Arsenal 3 avenue Ney Metz "
        "Voir le plan avec OpenStreetMap , Google Maps ou l’application de votre appareil",
        "Jauge": "1 200 personnes",
        "Territoire": "Metz",
    }
    assert html.count('href="https://example.org/inscription"') == 2
    assert texts(html, r"<h2[^>]*>(.*?)</h2>") == ["En pratique", "Qui organise", "Documents", SHARE]
    assert texts(html, r'<span class="link-list-note">(.*?)</span>') == ["CC BY 4.0"]


def test_page_turns_into_a_past_edition_by_itself(client: Client) -> None:
    html = page(client, full_event(attendance=850, attendance_source="émargement", outcome="Un guide."), AFTER)
    assert facts(html)["Participation"] == "850 personnes Source : émargement"
    assert "https://example.org/inscription" not in html
    assert "Jauge" not in html
    assert texts(html, r"<h2[^>]*>(.*?)</h2>") == ["En pratique", "Ce que cette édition a donné", "Qui organise", SHARE]
    assert texts(html, r'<h3 class="event-sub">(.*?)</h3>') == ["Ressources produites"]


@pytest.mark.parametrize(
    ("status", "start", "sentence"),
    [
        ("cancelled", date(2024, 10, 3), "Cette édition est annulée."),
        ("postponed", date(2024, 10, 3), "Cette édition est reportée à une nouvelle date."),
        ("postponed", None, "Cette édition est reportée : la nouvelle date n’est pas encore connue."),
        ("announced", date(2024, 10, 3), "Les dates restent à confirmer."),
        ("announced", None, "La date n’est pas encore connue."),
    ],
)
def test_band_over_the_page_tells_its_state(client: Client, status: str, start: date | None, sentence: str) -> None:
    event = make_event("NEC Metz", start, status=status, registration_url="https://example.org/inscription")
    html = page(client, event)
    assert texts(html, r'<aside class="notice"[^>]*>(.*?)</aside>') == [sentence]
    assert ("https://example.org/inscription" in html) is (status != "cancelled")


def test_confirmed_event_has_no_band(client: Client) -> None:
    assert 'class="notice"' not in page(client, full_event())


@pytest.mark.parametrize(
    ("zone", "opening", "closing", "shown"),
    [
        ("Europe/Paris", time(9), time(17), "9 h – 17 h"),
        ("Indian/Reunion", time(9), time(17), "9 h – 17 h (heure de La Réunion) soit 7 h – 15 h à Paris"),
        (
            "America/Martinique",
            time(9),
            None,
            "à partir de 9 h (heure de la Martinique) soit à partir de 15 h à Paris",
        ),
        (
            "Pacific/Noumea",
            time(8),
            time(12),
            "8 h – 12 h (heure de la Nouvelle-Calédonie) soit 23 h – 3 h à Paris la veille",
        ),
        ("Pacific/Tahiti", time(18), time(20), "18 h – 20 h (heure de Tahiti) soit 6 h – 8 h à Paris le lendemain"),
    ],
)
def test_hours_name_their_zone_where_it_is_not_paris(
    client: Client, zone: str, opening: time, closing: time | None, shown: str
) -> None:
    event = make_event("NEC", date(2024, 10, 3), start_time=opening, end_time=closing, time_zone=zone)
    assert facts(page(client, event))["Quand"] == f"3 octobre 2024 {shown} Confirmé"


def test_programme_is_a_timetable_in_the_order_of_days(client: Client) -> None:
    offer = make_format("Fresque")
    session = {"start": time(9), "end": time(10, 30), "title": "Ouverture", "speakers": "Alba Exemple", "room": "A"}
    other = {"start": time(14), "end": None, "title": "Atelier", "format": offer}
    event = full_event(
        programme=[
            ("day", {"date": date(2024, 10, 4), "sessions": [other]}),
            ("day", {"date": date(2024, 10, 3), "sessions": [session]}),
        ],
        formats=[offer],
    )
    html = page(client, event)
    assert texts(html, r'<h3 class="event-sub">(.*?)</h3>') == ["Jeudi 3 octobre 2024", "Vendredi 4 octobre 2024"]
    assert texts(html, r'<li class="slot">(.*?)</li>') == [
        "9 h à 10 h 30 Ouverture Alba Exemple A",
        "14 h Atelier Format : Fresque",
    ]
    assert html.count('href="/formats/fresque/"') == 2


def test_online_edition_shows_no_place_and_no_map(client: Client) -> None:
    event = full_event(mode="online", online_url="https://example.org/direct")
    html = page(client, event)
    assert facts(html)["En ligne"] == "Suivre en ligne"
    assert "Où" not in facts(html)
    assert structured(html)["eventAttendanceMode"] == "https://schema.org/OnlineEventAttendanceMode"
    assert structured(html)["location"] == [{"@type": "VirtualLocation", "url": "https://example.org/direct"}]


def test_what_other_sections_know_of_it_is_shown(client: Client) -> None:
    event = full_event()
    cited = make_event("NEC Cité", date(2020, 1, 1))

    class Cited(RelatedContent):
        name, label = "cites", "Articles qui en parlent"

        def model(self):
            return EventPage

        def counts(self, objects):
            return {each.pk: 1 for each in objects}

        def items(self, instance):
            return [cited]

    with hooks.register_temporarily("register_related_content", Cited):
        html = page(client, event)
    assert texts(html, r'<div class="event-around".*?<h2>(.*?)</h2>') == ["Articles qui en parlent"]
    assert 'href="/nec-locaux/nec-cite/"' in html


def test_page_without_anything_but_a_title_still_reads(client: Client) -> None:
    assert facts(page(client, make_event("NEC Nu", None))) == {"Quand": "Date à venir Annoncé"}


def test_page_calls_no_third_party_and_sets_no_cookie(client: Client) -> None:
    event = full_event()
    with time_machine.travel(SEPTEMBER, tick=False):
        response = client.get(f"/nec-locaux/{event.slug}/")
    assert response.cookies == {}
    assert re.findall(r'\b(?:src|style|onclick)="[^"]*"', response.content.decode()) == []


def test_page_costs_as_many_queries_for_one_of_each_as_for_three(client: Client, django_assert_num_queries) -> None:
    def rows(count: int) -> dict:
        return {
            "organisers": [EventOrganiser(organisation=OrganisationFactory()) for _ in range(count)],
            "documents": [EventDocument(title="D", url="https://example.org/") for _ in range(count)],
            "formats": [make_format(f"Format {count} {number}") for number in range(count)],
            "territories": [f"Lieu {count} {number}" for number in range(count)],
        }

    one, three = full_event(**rows(1)), full_event(slug="trois", **rows(3))
    page(client, one)
    for event in (one, three):
        with django_assert_num_queries(17):
            page(client, event)


def test_reader_chooses_a_map_and_it_opens_at_the_point_where_it_is_known(client: Client) -> None:
    event = full_event(latitude=Decimal("49.10997"), longitude=Decimal("6.17000"))
    html = unescape(page(client, event))
    assert "Géoportail" in facts(html)["Où"]
    assert 'href="https://www.openstreetmap.org/?mlat=49.10997&mlon=6.17#map=17/49.10997/6.17"' in html
    assert 'href="https://www.geoportail.gouv.fr/carte?c=6.17,49.10997&z=17&permalink=yes"' in html
    assert 'href="geo:49.10997,6.17?q=49.10997,6.17(3%20avenue%20Ney%2C%20Metz)"' in html
    assert structured(html)["location"][0]["geo"] == {
        "@type": "GeoCoordinates",
        "latitude": 49.10997,
        "longitude": 6.17,
    }


def test_resources_say_where_their_licence_is_written(client: Client) -> None:
    documents = [
        EventDocument(title="Guide", url="https://example.org/guide", licence="etalab-2.0"),
        EventDocument(title="Captation", url="https://example.org/video", licence="reserved"),
    ]
    html = page(client, full_event(documents=documents), AFTER)
    assert texts(html, r'<p class="documents-licence">(.*?)</p>') == [
        "Vous pouvez les réutiliser, aux conditions de leur licence : Licence Ouverte 2.0 ."
    ]
    assert 'href="https://www.etalab.gouv.fr/licence-ouverte-open-licence/" rel="license external"' in html
