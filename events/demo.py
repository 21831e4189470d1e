"""Demo content: the landing page, the past editions that the programme tells of, and editions to come."""

from datetime import date, datetime
from typing import Any

from django.utils import timezone

from community.models import Organisation, Territory
from events import demo_landing
from events.demo_coming import COMING, Coming, Days
from events.demo_past import EXAMPLES, KNOWN, NATIONAL, PROGRAMME_FIGURE, REFERENCE_2024, Edition
from events.demo_places import places
from events.formats.demo import themes
from events.formats.models import FormatPage
from events.models import EventDocument, EventIndexPage, EventKind, EventOrganiser, EventPage
from nec_cms.demo import add_block, child, home_page, text
from nec_cms.typography import french_spaces


def build() -> None:
    """Make what is missing; a later run moves only the editions to come that have passed meanwhile."""
    home = home_page()
    first_run = not EventIndexPage.objects.exists()
    index = child(
        home,
        EventIndexPage,
        "nec-locaux",
        title=demo_landing.TITLE,
        introduction=demo_landing.INTRODUCTION,
        call_address=demo_landing.CALL,
        search_description=demo_landing.INTRODUCTION,
        body=demo_landing.body(),
        show_in_menus=True,
    )
    if first_run and (leader := index.get_siblings(inclusive=False).in_menu().first()):
        index.move(leader, pos="left")  # the menu follows the order of the pages
        index.refresh_from_db()
    known = places()
    for edition in (*REFERENCE_2024, *KNOWN, *EXAMPLES):
        past(index, edition, known)
    for edition in NATIONAL:
        past(index, edition, known, kind=EventKind.NATIONAL)
    now = timezone.now()
    for edition in COMING:
        coming(index, edition, known, now)
    add_block(home, "next_editions", {"title": "Les prochains NEC locaux", "introduction": "", "number": 3})


def past(index: EventIndexPage, edition: Edition, known: dict[str, Territory], **more: Any) -> EventPage:
    facts = {key: french_spaces(value) if isinstance(value, str) else value for key, value in edition.facts.items()}
    if "attendance" in facts:
        facts.setdefault("attendance_source", PROGRAMME_FIGURE)
    return child(
        index,
        EventPage,
        edition.slug,
        title=edition.title,
        summary=french_spaces(edition.summary),
        start_date=edition.start,
        end_date=edition.end,
        territories=[known[name] for name in edition.places],
        themes=themes(*edition.themes),
        **facts,
        **more,
    )


def coming(index: EventIndexPage, edition: Coming, known: dict[str, Territory], now: datetime) -> EventPage:
    """The edition, made where it does not exist, and given new dates where those it has are over."""
    days = edition.when(timezone.localdate(now)) if edition.when else (None, None)
    event = EventPage.objects.child_of(index).filter(slug=edition.slug).first()
    if event is None:
        return make(index, edition, known, days)
    if event.is_past(now):
        event.start_date, event.end_date = days
        event.programme = programme(edition, event.start_date)
        event.save_revision().publish()
    return event


def make(index: EventIndexPage, edition: Coming, known: dict[str, Territory], days: Days) -> EventPage:
    formats = FormatPage.objects.filter(slug__in=edition.formats)
    event = child(
        index,
        EventPage,
        edition.slug,
        title=edition.title,
        summary=french_spaces(edition.summary),
        start_date=days[0],
        end_date=days[1],
        territories=[known[name] for name in edition.places],
        themes=themes(*edition.themes),
        formats=list(formats),
        organisers=[
            EventOrganiser(organisation=organisation(name), role=role, sort_order=place)
            for place, (name, role) in enumerate(edition.organisers)
        ],
        documents=[
            EventDocument(title=title, url=url, sort_order=place)
            for place, (title, url) in enumerate(edition.documents)
        ],
        programme=programme(edition, days[0]),
        body=[text(*edition.text)] if edition.text else [],
        **{key: french_spaces(value) if key == "venue_access" else value for key, value in edition.facts.items()},
    )
    return event


def programme(edition: Coming, day: date | None) -> list[tuple[str, Any]]:
    """Its sessions, on its first day."""
    if not (edition.sessions and day):
        return []
    formats = {page.slug: page for page in FormatPage.objects.filter(slug__in=edition.formats)}
    sessions = [
        {"end": None, "speakers": "", "room": "", "text": ""} | session | {"format": formats.get(session.get("format"))}
        for session in edition.sessions
    ]
    return [("day", {"date": day, "sessions": sessions})]


def organisation(name: str) -> Organisation:
    """An invented organisation, by its name."""
    return Organisation.objects.get_or_create(name=name, defaults={"url": "https://example.org/"})[0]
