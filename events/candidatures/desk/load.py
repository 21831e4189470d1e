"""Who can follow a file: the members of a team, how many files each follows, who is away."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q
from django.utils import timezone

from events.candidatures.french import counted, french_day
from events.candidatures.models import InstructorProfile, Team
from events.candidatures.states import OPEN
from nec_cms.models import User


@dataclass(frozen=True)
class Member:
    """One person of a team, with the number of open files that he or she follows."""

    person: User
    open_files: int
    back_after: date | None
    """Last day of an absence under way; None for somebody who is there."""

    @property
    def label(self) -> str:
        load = counted(self.open_files, "dossier ouvert", "dossiers ouverts")
        away = f", en absence jusqu’au {french_day(self.back_after)}" if self.back_after else ""
        return f"{self.person} ({load}{away})"


def members(team: Team) -> list[Member]:
    """The active members of a team, the least loaded first, those who are away last. Two queries."""
    today = timezone.localdate()
    people = team.members.filter(is_active=True).annotate(
        open_files=Count("assigned_candidatures", filter=Q(assigned_candidatures__state__in=OPEN), distinct=True)
    )
    found = list(people)
    away = dict(
        InstructorProfile.objects.filter(person__in=found, away_from__lte=today, away_until__gte=today).values_list(
            "person", "away_until"
        )
    )
    listed = [Member(person, person.open_files, away.get(person.pk)) for person in found]
    return sorted(listed, key=lambda each: (each.back_after is not None, each.open_files, str(each.person)))
