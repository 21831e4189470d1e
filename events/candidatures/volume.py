"""Volume data: candidatures that nobody filed. Their contacts are addresses of example.org, and no mail is written."""

from datetime import datetime, timedelta
from random import Random

from django.db import transaction
from django.utils import timezone

from community.models import Territory
from events.candidatures.demo_dossier import field_id
from events.candidatures.eligibility import Rules, assess
from events.candidatures.filing_facts import facts_of
from events.candidatures.journal import Action
from events.candidatures.models import Candidature, CandidaturePage, LogEntry, Team
from events.candidatures.snapshot import take
from events.candidatures.states import State
from nec_cms.volume import chance

PREFIX = "NEC Exemple volume"
BATCH = 200
DAYS = 1500
"""Over how many days before today they were filed."""


@transaction.atomic
def candidatures(number: int) -> int:
    """See to it that there are `number` volume candidatures; return how many were added. Raises LookupError without
    a call or a team to file them with."""
    call, teams = CandidaturePage.objects.first(), list(Team.objects.order_by("pk"))
    if call is None or not teams:
        raise LookupError("There is no call for candidatures, or no team: run manage.py demo first.")
    held = Candidature.objects.filter(title__startswith=PREFIX).count()
    territories, snapshot, now = list(Territory.objects.order_by("slug")), take(call.form_steps), timezone.now()
    for first in range(held + 1, number + 1, BATCH):
        rows = []
        for each in range(first, min(first + BATCH, number + 1)):
            dice = chance("candidature", each)
            row = candidature(each, dice, now, dice.choice(teams))
            row.page_id, row.form_snapshot = call.pk, snapshot
            row.territory = dice.choice(territories) if territories else None
            row.eligibility = assess(facts_of(row), Rules(), timezone.localdate(row.filed_at)).to_json()
            rows.append(row)
        Candidature.objects.bulk_create(rows)
        LogEntry.objects.bulk_create(
            LogEntry(candidature=row, at=row.filed_at, action=Action.FILED, to_state=State.FILED) for row in rows
        )
    return max(0, number - held)


def candidature(number: int, dice: Random, now: datetime, team: Team) -> Candidature:
    """One of them, from its number: two in three still to examine."""
    filed_at = now - timedelta(days=dice.uniform(0, DAYS))
    title, email = f"{PREFIX} {number:05d}", f"porteur-exemple-{number}@example.org"
    return Candidature(
        title=title,
        form_data={
            field_id("title"): title,
            field_id("contact_email"): email,
            field_id("objective"): "Un objectif d’exemple, de la longueur d’une phrase.",
        },
        filed_at=filed_at,
        submit_time=filed_at,
        event_start=filed_at.date() + timedelta(days=dice.randrange(60, 300)),
        organisation=f"Structure exemple {number % 300}",
        contact_name="Camille Exemple",
        contact_email=email,
        audience=dice.randrange(80, 600),
        venue_capacity=dice.randrange(80, 800),
        local_authority_support=dice.random() < 0.8,
        budget_total=dice.randrange(5_000, 60_000),
        grant_requested=dice.random() < 0.6,
        charter=True,
        state=State.FILED if dice.random() < 0.66 else State.IN_REVIEW,
        team=team,
    )
