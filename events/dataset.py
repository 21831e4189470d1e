"""The editions as open data."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.db.models import Max
from django.http import QueryDict

from events import selection
from events.dataset_fields import FIELDS, FILTERS, KINDS, MODES, STATUSES
from events.models import EventIndexPage, EventOrganiser, EventPage
from events.querysets import EventQuerySet
from nec_cms.hooks import Dataset, Row, Selection

# Named rows: a page object costs more to build than its line to write.
COLUMNS = (
    *("pk", "translation_key", "title", "slug", "kind", "status", "start_date", "end_date", "start_time", "end_time"),
    *("time_zone", "over_at", "mode", "venue", "address", "city", "capacity", "attendance", "attendance_source"),
    *("summary", "registration_url", "last_published_at"),
)


class Editions(Dataset):
    """Every published edition, past or to come."""

    name = "editions"
    title = "Éditions"
    description = (
        "Les NEC locaux et les éditions nationales, passés et à venir\u00a0: dates, lieu, territoires, thèmes, "
        "organisateurs, participation. Les mêmes que dans l’agenda et les éditions passées."
    )
    order = 10
    fields = FIELDS
    filters = FILTERS

    def select(self, query: QueryDict, now: datetime) -> Selection:
        kept = selection.editions(query, now)
        remarks = [message for messages in kept.form.errors.values() for message in messages]
        return Selection(self._rows(kept.events, now), remarks)

    def modified(self) -> datetime | None:
        return EventPage.objects.published().aggregate(latest=Max("last_published_at"))["latest"]

    def _rows(self, events: EventQuerySet, now: datetime) -> Iterator[Row]:
        index = EventIndexPage.objects.live().first()
        base = index.full_url if index else ""
        territories = linked(EventPage.territories.through, "territory__folded", "territory__slug", "territory__name")
        themes = linked(EventPage.themes.through, "theme__order", "theme__slug")
        formats = linked(EventPage.formats.through, "formatpage__title", "formatpage__translation_key")
        organisers = defaultdict(list)
        for page, name in EventOrganiser.objects.order_by("sort_order").values_list("page_id", "organisation__name"):
            organisers[page].append(name)
        for event in events.values_list(*COLUMNS, named=True).iterator():
            places = territories[event.pk]
            yield {
                "id": str(event.translation_key),
                "titre": event.title,
                "nature": KINDS[event.kind],
                "etat": STATUSES[event.status],
                "date_debut": event.start_date,
                "date_fin": event.end_date or event.start_date,
                "heure_ouverture": _hour(event.start_time),
                "heure_fermeture": _hour(event.end_time),
                "fuseau_horaire": event.time_zone,
                "passee": event.over_at <= now,
                "modalite": MODES[event.mode],
                "lieu": event.venue or None,
                "adresse": event.address or None,
                "ville": event.city or None,
                "territoires": [slug for slug, _ in places],
                "noms_territoires": [name for _, name in places],
                "themes": [slug for (slug,) in themes[event.pk]],
                "organisateurs": organisers[event.pk],
                "formats": [str(key) for (key,) in formats[event.pk]],
                "capacite": event.capacity,
                "participation": event.attendance,
                "source_participation": event.attendance_source or None,
                "resume": event.summary or None,
                "inscription": event.registration_url or None,
                "url": f"{base}{event.slug}/" if base else None,
                "modifie_le": event.last_published_at,
            }


def linked(through: Any, order: str, *wanted: str) -> dict[int, list[tuple[Any, ...]]]:
    """Event -> what a table of links ties to it, in `order`: one query, whatever the number of events."""
    found = defaultdict(list)
    for page, *values in through.objects.order_by(order).values_list("eventpage_id", *wanted):
        found[page].append(tuple(values))
    return found


def _hour(value: Any) -> str | None:
    return value.strftime("%H:%M:%S") if value else None
