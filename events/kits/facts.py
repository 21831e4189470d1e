"""From an event page to what is printed on its kit."""

from typing import Any
from urllib.parse import urljoin

from django.conf import settings

from events.french_dates import hour
from events.kits.brand import DEFAULT_BRAND, Brand
from events.kits.data import Day, KitData, Partner, Session
from events.models import EventPage
from events.presentation import date_text, local_hours, programme_days, seed
from nec_cms.models import SiteImage


def kit_data(event: EventPage, brand: Brand = DEFAULT_BRAND) -> KitData:
    """The facts of a published event; those of its latest draft where it is not published yet.

    Dates, hours and their zone, and the territory that draws the motif, are those of the event's own page.
    """
    page = event if event.live else event.get_latest_revision_as_object()
    return page_data(page, page_address(event), brand)


def page_data(page: EventPage, url: str, brand: Brand = DEFAULT_BRAND) -> KitData:
    """The facts of an event as this very object has them, saved or not; `url` is its public address."""
    return KitData(
        title=page.title,
        url=url,
        name=page.short_name,
        dates=date_text(page) if page.start_date else "",
        hours=local_hours(page),
        mode=page.mode,
        venue=page.venue,
        address=page.address,
        city=page.city,
        summary=page.summary,
        registration_url=page.registration_url,
        status=page.status,
        palette=page.palette,
        seed=seed(page),
        partners=tuple(_partner(organiser.organisation) for organiser in page.organisers.all()),
        programme=tuple(_day(day) for day in programme_days(page)),
        brand=brand,
    )


def page_address(event: EventPage) -> str:
    """The public address of the event's page, published or not."""
    parts = event.get_url_parts()
    path = parts[2] if parts and parts[2] else f"/{event.slug}/"
    return urljoin(f"{settings.BASE_URL}/", path.lstrip("/"))


def _partner(organisation: Any) -> Partner:
    return Partner(organisation.name, _picture(organisation.logo) if organisation.logo else b"")


def _picture(image: SiteImage) -> bytes:
    """The logo as a PNG of at most 900 by 600 pixels: 300 per inch in the largest cell of the poster."""
    with image.get_rendition("max-900x600|format-png").file.open("rb") as opened:
        return opened.read()


def _day(day: Any) -> Day:
    sessions = (
        Session(hour(one["start"]) if one["start"] else "", one["title"], one["speakers"] or "", one["room"] or "")
        for one in day.sessions
    )
    return Day(day.title, tuple(sessions))
