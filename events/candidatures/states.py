"""The states of a candidature and the moves between them. Only `decisions.py` writes a state."""

from django.db.models import TextChoices


class State(TextChoices):
    """Where a file stands. A refusal is of support or grant: the brand stays with whoever accepts the charter."""

    FILED = "filed", "Déposée"
    IN_REVIEW = "in_review", "En instruction"
    COMPLEMENT = "complement", "Complément demandé"
    BRAND = "brand", "Usage de la marque"
    SUPPORT = "support", "Label avec accompagnement"
    GRANT = "grant", "Label avec subvention"
    REFUSED = "refused", "Accompagnement ou subvention refusé"
    WITHDRAWN = "withdrawn", "Retirée"
    CLOSED = "closed", "Classée sans suite"


DECISIONS = frozenset({State.BRAND, State.SUPPORT, State.GRANT, State.REFUSED})
"""States that a reasoned decision leads to."""

LABELLED = frozenset({State.SUPPORT, State.GRANT})
"""Decisions that make an event page drafted from the file."""

OPEN = frozenset({State.FILED, State.IN_REVIEW, State.COMPLEMENT})
"""States in which the team, or the applicant, still has something to do."""

TRANSITIONS: dict[State, frozenset[State]] = {
    State.FILED: DECISIONS | {State.IN_REVIEW, State.WITHDRAWN, State.CLOSED},
    State.IN_REVIEW: DECISIONS | {State.COMPLEMENT, State.WITHDRAWN, State.CLOSED},
    State.COMPLEMENT: frozenset({State.IN_REVIEW, State.WITHDRAWN, State.CLOSED}),
    State.BRAND: frozenset(),
    State.SUPPORT: frozenset(),
    State.GRANT: frozenset(),
    State.REFUSED: frozenset(),
    State.WITHDRAWN: frozenset(),
    State.CLOSED: frozenset(),
}


def can_move(source: str, target: str) -> bool:
    """True where a file in state `source` may go to `target`."""
    return State(target) in TRANSITIONS[State(source)]
