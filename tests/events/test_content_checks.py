"""What the editor is told that a page lacks, before and after its day."""

from datetime import UTC, date, datetime

import pytest
import time_machine
from django.contrib.messages import get_messages
from django.test import Client

from events.content_checks import gaps
from events.models import EventDocument, EventPage
from tests.events.pages import texts
from tests.events.reference_2024 import SEPTEMBER
from tests.factories.events import TerritoryFactory, make_event, make_index
from tests.factories.media import make_image

pytestmark = pytest.mark.django_db

AFTER = datetime(2025, 1, 10, tzinfo=UTC)
WHOLE = {
    "summary": "Un jour ensemble.",
    "venue": "Arsenal",
    "city": "Metz",
    "venue_access": "De plain-pied.",
    "registration_url": "https://example.org/",
}


@pytest.fixture(autouse=True)
def at_home(home) -> None:
    make_index()


def missing(event: EventPage, now: datetime = SEPTEMBER) -> list[str]:
    return [gap.field for gap in gaps(event, now)]


def test_page_that_says_all_lacks_nothing_before_its_day() -> None:
    assert missing(make_event("NEC Metz", **WHOLE)) == []


@pytest.mark.parametrize(
    ("fields", "lacking"),
    [
        ({"start": None, "status": "announced"}, ["start_date"]),
        ({"venue": "", "city": ""}, ["venue"]),
        ({"city": ""}, ["city"]),
        ({"mode": "online"}, ["online_url"]),
        ({"mode": "hybrid"}, ["online_url"]),
        ({"mode": "online", "online_url": "https://example.org/", "venue": "", "city": "", "venue_access": ""}, []),
        ({"summary": ""}, ["summary"]),
        ({"registration_url": ""}, ["registration_url"]),
        ({"venue_access": ""}, ["venue_access"]),
    ],
)
def test_each_gap_is_told_by_its_field(fields: dict, lacking: list[str]) -> None:
    start = fields.pop("start", date(2024, 10, 3))
    assert missing(make_event("NEC Metz", start, **WHOLE | fields)) == lacking


def test_overseas_edition_on_the_clock_of_paris_is_doubted() -> None:
    island = TerritoryFactory(name="La Réunion", kind="outre-mer")
    assert missing(make_event("NEC 974", territories=[island], **WHOLE)) == ["time_zone"]
    event = make_event("NEC 974", slug="a-l-heure", territories=[island], time_zone="Indian/Reunion", **WHOLE)
    assert missing(event) == []


def test_image_without_a_description_is_told() -> None:
    assert missing(make_event("NEC Metz", image=make_image(), **WHOLE)) == ["image"]
    assert missing(make_event("NEC Vu", image=make_image(description="Une halle"), **WHOLE)) == []


def test_after_its_day_other_things_are_asked_for() -> None:
    bare = make_event("NEC Metz", summary="Un jour.", venue="Arsenal", city="Metz")
    assert missing(bare, AFTER) == ["attendance", "outcome", "documents"]
    told = make_event(
        "NEC Dit",
        summary="Un jour.",
        city="Metz",
        attendance=300,
        outcome="Un guide.",
        documents=[EventDocument(title="Guide", url="https://example.org/")],
    )
    assert missing(told, AFTER) == ["attendance_source"]
    assert missing(make_event("NEC Annulé", summary="Un jour.", city="Metz", status="cancelled"), AFTER) == []


@time_machine.travel(SEPTEMBER, tick=False)
def test_editor_shows_what_is_missing_with_its_tab(admin_client: Client) -> None:
    event = make_event("NEC Metz", **WHOLE | {"venue": "", "city": ""})
    html = admin_client.get(f"/admin/pages/{event.pk}/edit/").content.decode()
    (block,) = texts(html, r'<div class="help-block help-warning">(.*?)</div>')
    assert block.endswith("Le lieu manque : ni salle, ni ville. Onglet « Essentiel ».")
    whole = make_event("NEC Entier", **WHOLE)
    assert "help-warning" not in admin_client.get(f"/admin/pages/{whole.pk}/edit/").content.decode()


@time_machine.travel(SEPTEMBER, tick=False)
def test_publishing_says_what_is_missing(admin_client: Client) -> None:
    streams = {f"{name}-count": "0" for name in ("programme", "body")}
    inlines = {f"{name}-{key}": "0" for name in ("organisers", "documents") for key in ("TOTAL_FORMS", "INITIAL_FORMS")}
    fields = {"title": "NEC Metz", "slug": "nec-metz", "kind": "local", "status": "confirmed", "mode": "on-site"}
    fields |= {"time_zone": "Europe/Paris", "start_date": "2024-10-03", "action-publish": "1"} | WHOLE
    posted = streams | inlines | fields | {"city": ""}
    response = admin_client.post(f"/admin/pages/add/events/eventpage/{make_index().pk}/", posted)
    told = [str(message) for message in get_messages(response.wsgi_request) if "compléter" in str(message)]
    assert told == ["À compléter\u00a0: La ville manque\u00a0: c’est elle que montrent les listes."]
