"""What waits for one person, as conditions on files: the home panel counts them, the list shows each."""

from dataclasses import dataclass
from datetime import timedelta

from django.contrib.auth.models import AbstractBaseUser
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from events.candidatures.desk.urgency import EVENT_COMING, LIMIT_NEAR
from events.candidatures.eligibility import Rules
from events.candidatures.models import Complement, ConflictOfInterest, Report, Review, Team
from events.candidatures.states import OPEN, GrantState, State


@dataclass(frozen=True)
class Group:
    """One reason to open a file: its name in addresses, one and several in French, and its condition."""

    name: str
    one: str
    many: str
    condition: Q

    def label(self, count: int) -> str:
        return self.one if count < 2 else self.many


NAMES = {
    "nouveaux": "Nouveaux dossiers",
    "avis": "Attendent mon avis",
    "complements": "Compléments reçus",
    "delais": "Délai proche",
    "bilans": "Bilans à relire",
    "bilans-attendus": "Bilans attendus",
    "paiements": "À payer",
}
"""Names of the groups, as choices of the list's filter."""


def groups(person: AbstractBaseUser) -> list[Group]:
    """What may wait for this person. One query, for the deadlines of the teams."""
    of_file = {"candidature": OuterRef("pk")}
    mine = Q(assignee=person) | Q(assignee=None)
    reviewed = Exists(Review.objects.filter(**of_file, reviewer=person))
    barred = Exists(ConflictOfInterest.objects.filter(**of_file, person=person))
    unread = Exists(Complement.objects.filter(**of_file, answered_at__isnull=False, seen_at=None))
    reports = Report.objects.filter(grant__candidature=OuterRef("pk"))
    held = Q(grant__state__in=[GrantState.HELD, GrantState.REPORTED])
    to_read = held & Exists(reports.filter(state=Report.State.RECEIVED))
    expected = held & Exists(reports.filter(state__in=[Report.State.EXPECTED, Report.State.SENT_BACK]))
    return [
        Group("nouveaux", "nouveau dossier", "nouveaux dossiers", Q(state=State.FILED) & mine),
        Group("avis", "attend mon avis", "attendent mon avis", Q(state=State.IN_REVIEW) & ~reviewed & ~barred),
        Group("complements", "complément reçu", "compléments reçus", Q(state__in=OPEN) & unread & mine),
        Group("delais", "délai proche", "délais proches", Q(state__in=OPEN) & pressing()),
        Group("bilans", "bilan à relire", "bilans à relire", to_read & mine),
        Group("bilans-attendus", "attend ses bilans", "attendent leurs bilans", expected & mine),
        Group("paiements", "subvention à payer", "subventions à payer", Q(grant__state=GrantState.TO_PAY)),
    ]


def pressing() -> Q:
    """The event is near, the last day to ask for a grant is, or the team's own deadline has passed."""
    today, now = timezone.localdate(), timezone.now()
    months = Rules().notice_months * 30
    near = Q(event_start__lte=today + timedelta(days=EVENT_COMING))
    limit = Q(event_start__range=(today + timedelta(days=months), today + timedelta(days=months + LIMIT_NEAR)))
    late = Q(pk=None)
    for team, days in Team.objects.values_list("pk", "review_days"):
        late |= Q(team=team, filed_at__lt=now - timedelta(days=days))
    return near | limit | late


def waiting_for(person: AbstractBaseUser, name: str) -> Q:
    """The condition of one group; nothing for an unknown name."""
    return next((group.condition for group in groups(person) if group.name == name), Q(pk=None))
