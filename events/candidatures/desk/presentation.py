"""A file as the desk shows it in a list or at the head of its page: tier, urgency, dates."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.utils import timezone

from events.candidatures.desk.urgency import Urgency, urgency
from events.candidatures.eligibility import BRAND, GRANT, SUPPORT, Eligibility
from events.candidatures.models import Candidature
from events.candidatures.states import OPEN, State
from events.french_dates import DATE_TO_COME, SHORT_MONTHS, date_range, day_number

TIERS = {GRANT: "Subvention", SUPPORT: "Accompagnement", BRAND: "Marque"}
"""Short names of the tiers, the highest first."""
NO_TIER = "Aucun"


@dataclass(frozen=True)
class Row:
    """One file on one day, read from its columns without a query of its own."""

    file: Candidature
    today: date

    @cached_property
    def eligibility(self) -> Eligibility | None:
        """As computed on the day of filing; None for a file that came without."""
        return Eligibility.from_json(self.file.eligibility) if self.file.eligibility else None

    @property
    def tier(self) -> str:
        """The highest tier that was met on the day of filing."""
        if self.eligibility:
            for name, label in TIERS.items():
                if self.eligibility.tier(name).met:
                    return label
        return NO_TIER

    @property
    def is_open(self) -> bool:
        return self.file.state in OPEN

    @property
    def urgency(self) -> Urgency | None:
        """What presses; nothing does once the file is decided or closed."""
        if not self.is_open or self.eligibility is None:
            return None
        return urgency(self.file.event_start, self.today, self.eligibility.rules)

    @property
    def dates(self) -> str:
        start, end = self.file.event_start, self.file.event_end
        if start is None:
            return DATE_TO_COME
        return date_range(start, end if end and end >= start else None)

    @property
    def filed_on(self) -> str:
        """« 24 nov. 2026 »."""
        day = timezone.localdate(self.file.filed_at)
        return f"{day_number(day)} {SHORT_MONTHS[day.month - 1]} {day.year}"

    @property
    def state_label(self) -> str:
        return State(self.file.state).label
