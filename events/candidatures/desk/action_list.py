"""What a member of the team may do to a file, in words: each action names its form and the function that does it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from events.candidatures import complements, decisions
from events.candidatures.desk import forms
from events.candidatures.models import Candidature
from events.candidatures.states import DECISIONS, OPEN, State, can_move

Do = Callable[[Candidature, Any, dict[str, Any]], object]


@dataclass(frozen=True)
class Action:
    """One thing to do: its last segment of address, its words, its form, and the function of decisions.py it calls."""

    slug: str
    label: str
    help: str
    done: str
    icon: str
    form: type[forms.ActionForm]
    do: Do
    target: State | None = None
    """The state it leads to; None where the form chooses one, or where the state stays."""
    source: State | None = None
    """The only state it starts from, where the words depend on it."""
    leading: bool = False
    """Shown as a button of the first rank."""

    def is_open(self, file: Candidature) -> bool:
        """Whether the file's state allows it."""
        if self.source is not None and file.state != self.source:
            return False
        if self.target is not None:
            return can_move(file.state, self.target)
        if self.slug == "decision":
            return all(can_move(file.state, state) for state in DECISIONS)
        return file.state in OPEN

    def state(self, chosen: dict[str, Any]) -> State | None:
        """The state that the form leads to, for the preview of the e-mail."""
        return self.target or (State(chosen["outcome"]) if chosen.get("outcome") else None)


def _moves_to(state: State) -> Do:
    return lambda file, actor, given: decisions.move(file, state, actor, given.get("reason", ""))


ACTIONS = {
    action.slug: action
    for action in (
        Action(
            "instruction",
            "Commencer l’instruction",
            "Le dossier passe à l’état «\u00a0En instruction\u00a0» et la structure en est informée.",
            "L’instruction est commencée.",
            "glasses",
            forms.ActionForm,
            _moves_to(State.IN_REVIEW),
            State.IN_REVIEW,
            State.FILED,
            leading=True,
        ),
        Action(
            "reprise",
            "Reprendre l’instruction",
            "Le dossier revient à l’état «\u00a0En instruction\u00a0» sans attendre le complément, et la structure en "
            "est informée.",
            "L’instruction est reprise.",
            "glasses",
            forms.ActionForm,
            _moves_to(State.IN_REVIEW),
            State.IN_REVIEW,
            State.COMPLEMENT,
            leading=True,
        ),
        Action(
            "decision",
            "Décider",
            "La décision est définitive. Elle est enregistrée avec sa motivation et envoyée à la structure.",
            "La décision est enregistrée et envoyée à la structure.",
            "circle-check",
            forms.DecisionForm,
            lambda file, actor, given: decisions.decide(
                file, given["outcome"], actor, given["reason"], forms.amount_of(given)
            ),
            leading=True,
        ),
        Action(
            "complement",
            "Demander un complément",
            "Les réponses choisies se rouvrent dans l’espace porteur, et elles seules. Une fois le complément envoyé, "
            "le dossier revient à qui le suit.",
            "La demande de complément est envoyée.",
            "mail",
            forms.ComplementForm,
            lambda file, actor, given: complements.ask(
                file, given["fields_asked"], given["reason"], given["due_on"], actor
            ),
            State.COMPLEMENT,
        ),
        Action(
            "suivi",
            "Confier le suivi",
            "La personne choisie en est informée. Un complément demandé lui reviendra.",
            "Le suivi du dossier est confié.",
            "user",
            forms.AssignForm,
            lambda file, actor, given: decisions.assign(file, given["person"], actor),
        ),
        Action(
            "equipe",
            "Confier à une autre équipe",
            "L’autre équipe en est informée. Le dossier quitte votre liste si vous n’en êtes pas membre.",
            "Le dossier est confié à l’autre équipe.",
            "group",
            forms.ReassignForm,
            lambda file, actor, given: decisions.reassign(file, given["team"], actor, given["reason"]),
        ),
        Action(
            "retrait",
            "Retirer à la demande de la structure",
            "Le dossier n’est plus instruit. La structure en est informée.",
            "Le dossier est retiré.",
            "cross",
            forms.ReasonForm,
            _moves_to(State.WITHDRAWN),
            State.WITHDRAWN,
        ),
        Action(
            "sans-suite",
            "Classer sans suite",
            "Le dossier n’est plus instruit. La structure en est informée.",
            "Le dossier est classé sans suite.",
            "folder",
            forms.ReasonForm,
            _moves_to(State.CLOSED),
            State.CLOSED,
        ),
        Action(
            "conflit",
            "Déclarer un conflit d’intérêts",
            "Vous pourrez lire ce dossier, mais plus y donner d’avis, y écrire ni en décider.",
            "Votre conflit d’intérêts est inscrit au dossier.",
            "warning",
            forms.ConflictForm,
            lambda file, actor, given: decisions.declare_conflict(file, actor, given["reason"]),
        ),
    )
}
ALLOWED_IN_CONFLICT = ("suivi", "equipe", "conflit")
"""Slugs of what somebody in conflict with a file may still do: hand it over, and say so."""
TELLS_NOBODY = ("equipe", "suivi", "conflit")
"""Actions whose e-mail, where there is one, does not go to the structure."""


def offered(file: Candidature, *, in_conflict: bool = False) -> list[Action]:
    """The actions that the file's state allows, in the order of display."""
    may = ALLOWED_IN_CONFLICT[:2] if in_conflict else tuple(ACTIONS)
    return [action for action in ACTIONS.values() if action.slug in may and action.is_open(file)]
