"""From an event page to what is printed on its kit."""

from urllib.parse import urljoin

from django.conf import settings

from events.french_dates import date_range, hours
from events.kits.data import KitData
from events.models import EventPage


def kit_data(event: EventPage) -> KitData:
    """The facts of a published event; those of its latest draft where it is not published yet."""
    page = event if event.live else event.get_latest_revision_as_object()
    territory = page.territories.all().first()
    return KitData(
        title=page.title,
        url=page_address(event),
        name=page.short_name,
        dates=date_range(page.start_date, page.end_date) if page.start_date else "",
        hours=hours(page.start_time, page.end_time),
        venue=page.venue,
        address=page.address,
        city=page.city,
        status=page.status,
        palette=page.palette,
        seed=territory.name if territory else page.short_name,
        organisers=tuple(organiser.organisation.name for organiser in page.organisers.all()),
    )


def page_address(event: EventPage) -> str:
    """The public address of the event's page, published or not."""
    parts = event.get_url_parts()
    path = parts[2] if parts and parts[2] else f"/{event.slug}/"
    return urljoin(f"{settings.BASE_URL}/", path.lstrip("/"))
