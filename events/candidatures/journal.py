"""The history of a file: what is written there, in one place."""

from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.db.models import TextChoices

from events.candidatures.models import Candidature, LogEntry


class Action(TextChoices):
    """What happened. The values are kept in the log for good: add some, never rename one."""

    FILED = "filed", "Dossier déposé"
    MOVED = "moved", "Changement d’état"
    DECIDED = "decided", "Décision"
    REASSIGNED = "reassigned", "Réaffectation"
    DRAFTED = "drafted", "Page d’événement préparée"
    ASSIGNED = "assigned", "Suivi confié"
    ANSWERED = "answered", "Complément reçu"
    CONFLICT = "conflict", "Conflit d’intérêts déclaré"
    CONFLICT_LIFTED = "conflict_lifted", "Conflit d’intérêts levé"
    REVIEWED = "reviewed", "Avis donné"
    MESSAGE = "message", "Message"
    OPINION_ASKED = "opinion_asked", "Avis extérieur demandé"
    OPINION_GIVEN = "opinion_given", "Avis extérieur reçu"
    GRANT = "grant", "Subvention"
    CONVENTION = "convention", "Convention"
    REPORT = "report", "Bilan"
    SHARED = "shared", "Partage du dossier"


def record(candidature: Candidature, action: Action, actor: AbstractBaseUser | None, **fields: Any) -> LogEntry:
    """Write one line of history, in the transaction of the change it tells of; no actor means the site itself."""
    return LogEntry.objects.create(candidature=candidature, action=action, actor=actor, **fields)


def label(action: str) -> str:
    """The French name of a logged action, the raw value where a plugin wrote one of its own."""
    return Action(action).label if action in Action.values else action
