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


def record(candidature: Candidature, action: Action, actor: AbstractBaseUser | None, **fields: Any) -> LogEntry:
    """Write one line of history, in the transaction of the change it tells of; no actor means the site itself."""
    return LogEntry.objects.create(candidature=candidature, action=action, actor=actor, **fields)


def label(action: str) -> str:
    """The French name of a logged action, the raw value where a plugin wrote one of its own."""
    return Action(action).label if action in Action.values else action
