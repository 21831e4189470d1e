"""What an event may be, and the bounds of its fields."""

from datetime import UTC, datetime

from django.db import models

NEVER = datetime(9999, 12, 30, tzinfo=UTC)
"""When an event without a date is over: it stays to come, and the lists keep one indexed comparison."""

RESERVED_SLUGS = frozenset({"agenda", "apercu", "editions", "marque", "partage"})
"""Addresses of the lists and, under `/kits/`, of the brand and of shared links: they would hide an event's."""


class EventKind(models.TextChoices):
    LOCAL = "local", "NEC local"
    NATIONAL = "national", "Édition nationale"


class EventStatus(models.TextChoices):
    """How sure the date is; the calendar, the feed and iCal all show it."""

    ANNOUNCED = "announced", "Date à venir"
    CONFIRMED = "confirmed", "Confirmé"
    POSTPONED = "postponed", "Reporté"
    CANCELLED = "cancelled", "Annulé"


class EventMode(models.TextChoices):
    ON_SITE = "on-site", "Sur place"
    ONLINE = "online", "En ligne"
    HYBRID = "hybrid", "Sur place et en ligne"
