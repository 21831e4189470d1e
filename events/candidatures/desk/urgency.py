"""What presses about a file: its event is near, or the last day to ask for a grant is. Pure: the day is given."""

from dataclasses import dataclass
from datetime import date

from events.candidatures.eligibility import Rules

EVENT_NEAR, EVENT_COMING = 30, 60
"""Days before the event from which a file presses much, and some."""

LIMIT_NEAR = 14
"""Days before the filing limit of a grant from which a file presses: past it, what a grant lacks cannot be mended."""


@dataclass(frozen=True, slots=True)
class Urgency:
    """`level` is `high` or `medium`; `text` says why, in French."""

    level: str
    text: str


def urgency(event_start: date | None, today: date, rules: Rules) -> Urgency | None:
    """What presses about an open file whose event begins on `event_start`; None where nothing does.

    `rules` are those of the file: they say when a grant could last be asked for.
    """
    if event_start is None:
        return None
    days = (event_start - today).days
    if days < 0:
        return Urgency("high", "Date de l’événement passée")
    if days <= EVENT_NEAR:
        return Urgency("high", f"Événement {_in_days(days)}")
    if days <= EVENT_COMING:
        return Urgency("medium", f"Événement {_in_days(days)}")
    left = (rules.last_filing_day(event_start) - today).days
    if 0 <= left <= LIMIT_NEAR:
        return Urgency("medium", f"Limite des {rules.notice_months}\u00a0mois {_in_days(left)}")
    return None


def _in_days(days: int) -> str:
    return {0: "aujourd’hui", 1: "demain"}.get(days, f"dans {days}\u00a0jours")
