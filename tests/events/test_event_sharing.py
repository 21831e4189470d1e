"""What an event's page tells to machines and to those who share it: structured data, links, pictures."""

import re
from datetime import date
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest
from django.conf import settings
from django.test import Client
from wagtail import hooks

from nec_cms.hooks import SharedImage, ShareImage
from tests.events.event_pages import full_event, page, structured
from tests.factories.events import make_event, make_index
from tests.factories.media import make_image

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def at_home(home) -> None:
    make_index()


def test_structured_data_states_the_event_in_its_zone(client: Client) -> None:
    event = full_event(mode="hybrid", time_zone="Indian/Reunion", end_date=None)
    data = structured(page(client, event))
    assert data == {
        "@context": "https://schema.org",
        "@type": "Event",
        "@id": f"urn:uuid:{event.translation_key}",
        "name": "NEC Metz",
        "description": "Deux jours pour les communs.",
        "url": "http://localhost/nec-locaux/nec-metz/",
        "inLanguage": "fr",
        "eventStatus": "https://schema.org/EventScheduled",
        "eventAttendanceMode": "https://schema.org/MixedEventAttendanceMode",
        "startDate": "2024-10-03T09:00:00+04:00",
        "endDate": "2024-10-03T17:30:00+04:00",
        "maximumAttendeeCapacity": 1200,
        "location": [
            {
                "@type": "Place",
                "name": "Arsenal",
                "address": {"@type": "PostalAddress", "streetAddress": "3 avenue Ney", "addressLocality": "Metz"},
            }
        ],
        "organizer": [{"@type": "Organization", "name": "Ville exemple"}],
    }


@pytest.mark.parametrize(
    ("status", "start", "stated"),
    [
        ("postponed", None, "EventPostponed"),
        ("postponed", date(2024, 10, 3), "EventRescheduled"),
        ("cancelled", date(2024, 10, 3), "EventCancelled"),
    ],
)
def test_structured_data_states_what_became_of_it(client: Client, status: str, start: date | None, stated: str) -> None:
    data = structured(page(client, make_event("NEC", start, status=status)))
    assert data["eventStatus"] == f"https://schema.org/{stated}"


def test_nothing_that_is_written_closes_the_structured_data(client: Client) -> None:
    event = full_event(summary="</script><script>alert(1)</script>", venue="<b>Arsenal</b> & Cie")
    html = page(client, event)
    assert "<script>alert" not in html
    assert "<b>Arsenal" not in html
    assert structured(html)["description"] == "</script><script>alert(1)</script>"


def test_links_to_share_carry_the_event_and_nothing_else(client: Client) -> None:
    html = unescape(page(client, full_event()))
    (shared,) = re.findall(r'<ul class="share-links">(.*?)</ul>', html)
    links = dict(zip(("mail", "mastodon", "bluesky", "linkedin"), re.findall(r'href="([^"]*)"', shared), strict=True))
    address = "http%3A%2F%2Flocalhost%2Fnec-locaux%2Fnec-metz%2F"
    assert links["linkedin"] == f"https://www.linkedin.com/sharing/share-offsite/?url={address}"
    assert parse_qs(urlsplit(links["mail"]).query) == {
        "subject": ["NEC Metz"],
        "body": ["NEC Metz, 3-4 octobre 2024, Arsenal, Metz\nhttp://localhost/nec-locaux/nec-metz/"],
    }
    assert parse_qs(urlsplit(links["mastodon"]).query) == {
        "text": ["NEC Metz, 3-4 octobre 2024, Arsenal, Metz http://localhost/nec-locaux/nec-metz/"]
    }
    assert "utm_" not in html


def meta(html: str) -> dict[str, str]:
    return dict(re.findall(r'<meta (?:property|name)="((?:og|twitter):[^"]*)" content="([^"]*)">', html))


def test_shared_link_shows_the_picture_that_a_plugin_makes_of_the_event(client: Client) -> None:
    class Banner(ShareImage):
        def picture(self, page):
            return SharedImage("https://example.org/banniere.png", f"{page.title} & co", 1200, 627)

    event = full_event()
    with hooks.register_temporarily("register_share_image", Banner):
        html = page(client, event)
    told = meta(html)
    assert told["og:image"] == "https://example.org/banniere.png"
    assert (told["og:image:width"], told["og:image:height"]) == ("1200", "627")
    assert told["og:image:alt"] == "NEC Metz &amp; co"
    assert told["og:description"] == "Deux jours pour les communs."
    assert told["twitter:card"] == "summary_large_image"
    assert structured(html)["image"] == "https://example.org/banniere.png"


@pytest.mark.filterwarnings("ignore:Unclosed file:ResourceWarning")  # Wagtail leaves a rendition's temporary file open
def test_shared_link_shows_the_image_of_the_page_where_no_plugin_has_one(client: Client) -> None:
    html = page(client, full_event(image=make_image(description="Une halle")))
    told = meta(html)
    assert told["og:image"].startswith(f"{settings.WAGTAILADMIN_BASE_URL}/media/images/")
    assert told["og:image:alt"] == "Une halle"
    assert "og:image" not in meta(page(client, make_event("NEC Sans image")))
