"""The states of a candidature and of its grant, and the moves between them, drawn in docs/instruction.md.

Only `decisions.py` and `complements.py` write the state of a file, only `grants.py` that of a grant.
"""

from collections.abc import Mapping

from django.db.models import TextChoices


class State(TextChoices):
    """Where a file stands. A refusal is of support or grant: the brand stays with whoever accepts the charter."""

    DRAFT = "draft", "Brouillon"
    FILED = "filed", "Déposée"
    IN_REVIEW = "in_review", "En instruction"
    COMPLEMENT = "complement", "Complément demandé"
    BRAND = "brand", "Usage de la marque"
    SUPPORT = "support", "Label avec accompagnement"
    GRANT = "grant", "Label avec subvention"
    REFUSED = "refused", "Accompagnement ou subvention refusé"
    WITHDRAWN = "withdrawn", "Retirée"
    CLOSED = "closed", "Classée sans suite"


class GrantState(TextChoices):
    """Where a grant stands, from the label to the payment."""

    TO_SIGN = "to_sign", "Convention à signer"
    SIGNED = "signed", "Convention signée"
    HELD = "held", "Événement tenu"
    REPORTED = "reported", "Bilans reçus"
    TO_PAY = "to_pay", "À payer"
    PAID = "paid", "Payée"
    VOID = "void", "Annulée"


DECISIONS = frozenset({State.BRAND, State.SUPPORT, State.GRANT, State.REFUSED})
"""States that a reasoned decision leads to."""

LABELLED = frozenset({State.SUPPORT, State.GRANT})
"""Decisions that make an event page drafted from the file."""

OPEN = frozenset({State.FILED, State.IN_REVIEW, State.COMPLEMENT})
"""States in which the team, or the applicant, still has something to do."""

TRANSITIONS: dict[State, frozenset[State]] = {
    State.DRAFT: frozenset({State.FILED}),
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

GRANT_TRANSITIONS: dict[GrantState, frozenset[GrantState]] = {
    GrantState.TO_SIGN: frozenset({GrantState.SIGNED, GrantState.VOID}),
    GrantState.SIGNED: frozenset({GrantState.HELD, GrantState.VOID}),
    GrantState.HELD: frozenset({GrantState.REPORTED, GrantState.VOID}),
    GrantState.REPORTED: frozenset({GrantState.HELD, GrantState.TO_PAY, GrantState.VOID}),
    GrantState.TO_PAY: frozenset({GrantState.PAID, GrantState.VOID}),
    GrantState.PAID: frozenset(),
    GrantState.VOID: frozenset(),
}
"""A report that is sent back takes its grant from « Bilans reçus » to « Événement tenu » again."""


def can_move(source: str, target: str) -> bool:
    """True where a file in state `source` may go to `target`."""
    return State(target) in TRANSITIONS[State(source)]


def can_move_grant(source: str, target: str) -> bool:
    """True where a grant in state `source` may go to `target`."""
    return GrantState(target) in GRANT_TRANSITIONS[GrantState(source)]


def label_of(value: str) -> str:
    """The French name of a state of either kind; the value itself where it is none."""
    for states in (State, GrantState):
        if value in states.values:
            return str(states(value).label)
    return value


def drawn(transitions: Mapping) -> list[str]:
    """The table of moves as lines « A → B, C », as docs/instruction.md holds them."""
    return [
        f"{source.label} → {', '.join(target.label for target in type(source) if target in targets)}"
        for source, targets in transitions.items()
        if targets
    ]
