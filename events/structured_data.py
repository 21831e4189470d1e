"""An event in the vocabulary of schema.org, for search engines."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from events.models import EventPage

MODE = {
    "on-site": "OfflineEventAttendanceMode",
    "online": "OnlineEventAttendanceMode",
    "hybrid": "MixedEventAttendanceMode",
}
STATUS = {"announced": "EventScheduled", "confirmed": "EventScheduled", "cancelled": "EventCancelled"}


def event_data(event: EventPage, image: str = "") -> dict[str, Any]:
    """The event as a JSON-LD object; what is not known is left out. `image` is the address of a picture of it."""
    data = {
        "@context": "https://schema.org",
        "@type": "Event",
        "@id": f"urn:uuid:{event.translation_key}",
        "name": event.title,
        "description": event.summary,
        "url": event.full_url,
        "image": image,
        "inLanguage": "fr",
        "eventStatus": f"https://schema.org/{event_status(event)}",
        "eventAttendanceMode": f"https://schema.org/{attendance_mode(event)}",
        "startDate": moment(event, event.start_date, event.start_time),
        "endDate": moment(event, event.last_day, event.end_time),
        "maximumAttendeeCapacity": event.capacity,
        "location": locations(event),
        "organizer": [organisation(each.organisation) for each in event.organisers.all()],
        "about": [theme.name for theme in event.themes.all()],
    }
    return {key: value for key, value in data.items() if value}


def event_status(event: EventPage) -> str:
    """`EventPostponed` where the new date is not known, `EventRescheduled` where it is."""
    if event.status == "postponed":
        return "EventRescheduled" if event.start_date else "EventPostponed"
    return STATUS[event.status]


def attendance_mode(event: EventPage) -> str:
    return MODE[event.mode]


def moment(event: EventPage, day: Any, clock: Any) -> str:
    """ISO 8601, with the offset of the event's zone where the hour is known; empty without a day."""
    if day is None:
        return ""
    return datetime.combine(day, clock, ZoneInfo(event.time_zone)).isoformat() if clock else day.isoformat()


def locations(event: EventPage) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    if event.mode != "online" and (event.venue or event.address or event.city):
        address = {"@type": "PostalAddress", "streetAddress": event.address, "addressLocality": event.city}
        place = {
            "@type": "Place",
            "name": event.venue or event.city,
            "address": {key: value for key, value in address.items() if value},
        }
        if event.latitude is not None and event.longitude is not None:
            place["geo"] = {
                "@type": "GeoCoordinates",
                "latitude": float(event.latitude),
                "longitude": float(event.longitude),
            }
        found.append(place)
    if event.online_url:
        found.append({"@type": "VirtualLocation", "url": event.online_url})
    return found


def organisation(organisation: Any) -> dict[str, str]:
    data = {"@type": "Organization", "name": organisation.name, "url": organisation.url}
    return {key: value for key, value in data.items() if value}
