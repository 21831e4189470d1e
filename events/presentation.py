"""What is said of one event: place, hours, state, links. It asks the database only for what an event's page adds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from django.db.models import prefetch_related_objects

from events.around import neighbours, other_editions, related
from events.french_dates import DATE_TO_COME, date_range, hours, long_date, needs_year
from events.licences import licences
from events.maps import map_links
from events.rows import Point
from events.sharing import share_links
from events.structured_data import event_data
from events.time_zones import LOCAL_TIME
from nec_cms.hooks import SharedImage, share_image
from nec_cms.palettes import palette_named

if TYPE_CHECKING:
    from events.models import EventPage

ONLINE, HYBRID = "online", "hybrid"
PARIS = "Europe/Paris"


@dataclass(frozen=True, slots=True)
class ProgrammeDay:
    """A day of the programme, its heading empty where the event has but one."""

    title: str
    sessions: list[Any]


def date_text(event: EventPage, season: int | None = None) -> str:
    """Its dates, with the year unless they lie in `season`; « Date à venir » without one."""
    if event.start_date is None:
        return DATE_TO_COME
    with_year = needs_year(event.start_date, event.last_day, season)
    return date_range(event.start_date, event.last_day, with_year=with_year)


def place(event: EventPage, *, full: bool = False, beside_territories: bool = False) -> str:
    """« Arsenal, Metz »; with the street where `full`; « En ligne »; empty where nothing is known.

    Beside the names of its territories, a town that is one of them is not said again.
    """
    if event.mode == ONLINE:
        return "En ligne"
    said = {territory.name for territory in event.territories.all()} if beside_territories else set()
    parts = (event.venue, event.address if full else "", "" if event.city in said else event.city)
    named = ", ".join(part for part in parts if part)
    if event.mode == HYBRID:
        return f"{named} et en ligne" if named else "Sur place et en ligne"
    return named


def is_elsewhere(event: EventPage) -> bool:
    """Whether its clock is not that of Paris, and its zone must be named."""
    return event.time_zone != PARIS


def hours_text(event: EventPage) -> str:
    """« 9 h – 17 h 30 », with the zone and the hours of Paris where they differ; empty without hours."""
    paris = seen_from_paris(event)
    return f"{local_hours(event)}, soit {paris}" if paris else local_hours(event)


def local_hours(event: EventPage) -> str:
    """« 9 h – 17 h 30 », with the zone where it is not that of Paris; empty without hours."""
    text = hours(event.start_time, event.end_time)
    return f"{text} ({LOCAL_TIME[event.time_zone]})" if text and is_elsewhere(event) else text


def seen_from_paris(event: EventPage) -> str:
    """Its opening hours of the first day as a clock of Paris shows them, the day named where it is another.

    Empty where they are the same, or not known.
    """
    if not (is_elsewhere(event) and event.start_date and event.start_time):
        return ""
    first = datetime.combine(event.start_date, event.start_time, ZoneInfo(event.time_zone)).astimezone(ZoneInfo(PARIS))
    closing = None
    if event.end_time:
        last = datetime.combine(event.start_date, event.end_time, ZoneInfo(event.time_zone))
        closing = last.astimezone(ZoneInfo(PARIS)).time()
    shift = {-1: " la veille", 0: "", 1: " le lendemain"}[(first.date() - event.start_date).days]
    return f"{hours(first.time(), closing)} à Paris{shift}"


def status_sentence(event: EventPage) -> str:
    """What must be known before anything else; empty for a confirmed event."""
    if event.status == "cancelled":
        return "Cette édition est annulée."
    if event.status == "postponed":
        return (
            "Cette édition est reportée à une nouvelle date."
            if event.start_date
            else ("Cette édition est reportée\u00a0: la nouvelle date n’est pas encore connue.")
        )
    if event.status == "announced":
        return "Les dates restent à confirmer." if event.start_date else "La date n’est pas encore connue."
    return ""


def point(event: EventPage) -> Point | None:
    """(latitude, longitude) of its venue, in degrees; None where it is not known, or where there is no venue."""
    if event.mode == ONLINE or event.latitude is None or event.longitude is None:
        return None
    return event.latitude, event.longitude


def maps(event: EventPage) -> list[tuple[str, str]]:
    """(name, address) of map services that find its place: the reader chooses, nothing is embedded."""
    words = ", ".join(part for part in (event.address or event.venue, event.city) if part)
    if event.mode == ONLINE or not (words or point(event)):
        return []
    return map_links(words or event.title, point(event))


def seed(event: EventPage) -> str:
    """What its motif and palette are drawn from: the first of its territories, else its name. Kits do the same."""
    territory = next(iter(event.territories.all()), None)
    return territory.name if territory else event.short_name


def programme_days(event: EventPage) -> list[ProgrammeDay]:
    """The days of the programme that have sessions, in order, each headed by its date where there are several."""
    days = [block.value for block in event.programme if block.value["sessions"]]
    days.sort(key=lambda day: day["date"] or date.min)
    return [
        ProgrammeDay(long_date(day["date"]) if day["date"] and len(days) > 1 else "", list(day["sessions"]))
        for day in days
    ]


def shared_image(event: EventPage) -> SharedImage | None:
    """The picture shown where its address is shared: one that a plugin makes of it, else its own; None without any."""
    if found := share_image(event):
        return found
    if event.image is None:
        return None
    rendition = event.image.get_rendition("fill-1200x630|format-jpeg")
    return SharedImage(rendition.full_url, event.image.description, rendition.width, rendition.height)


def read_once(event: EventPage) -> None:
    """Read from the database, once, the rows that its page shows in several places."""
    for relation in (event.territories, event.themes):
        relation.get_object_list()
    prefetch_related_objects(event.organisers.get_object_list(), "organisation__logo")
    prefetch_related_objects(event.documents.get_object_list(), "document")


def page_context(event: EventPage, now: datetime) -> dict[str, Any]:
    """The variables of an event's page that its template cannot read from the event itself."""
    read_once(event)
    past = event.is_past(now)
    beside = neighbours(event)
    documents = list(event.documents.all())
    facts = ", ".join(fact for fact in (date_text(event), place(event)) if fact)
    shared = shared_image(event)
    return {
        "now": now,
        "is_past": past,
        "can_register": bool(event.registration_url and not past and not event.is_called_off),
        "seed": seed(event),
        "palette": palette_named(event.palette, seed(event)).name,
        "maps": maps(event),
        "days": programme_days(event),
        "organisers": list(event.organisers.all()),
        "documents": documents,
        "licences": licences(documents),
        "formats": [each for each in event.formats.select_related("partner") if each.live],
        "related": related(event),
        "neighbours": beside,
        "others": other_editions(event, beside),
        "share": share_links(event.title, facts, event.full_url or ""),
        "shared_image": shared,
        "structured_data": event_data(event, shared.url if shared else ""),
    }
