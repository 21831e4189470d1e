"""Instants as the team and its e-mails read them, in Paris time."""

from datetime import datetime

from django.utils import timezone

from events.candidatures.french import french_day
from events.french_dates import hour


def french_moment(instant: datetime) -> str:
    """« 24 novembre 2026 à 9 h 58 »."""
    local = timezone.localtime(instant)
    return f"{french_day(local.date())} à {hour(local.time())}"
