"""The one door through which a file changes state or team.

Each function locks the file, checks who asks and what is allowed, then writes the state, the decision, the log and
the e-mails in one transaction. No view, command or admin action writes `state` or `team` itself.
"""

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction

from events.candidatures import letters
from events.candidatures.drafting import attach_porteur, draft_event
from events.candidatures.errors import AlreadyDecided, InvalidMove, NotAllowed, ReasonMissing
from events.candidatures.journal import Action, record
from events.candidatures.models import Candidature, Decision, Team
from events.candidatures.states import DECISIONS, LABELLED, State, can_move

REASONED = DECISIONS | {State.COMPLEMENT, State.WITHDRAWN, State.CLOSED}
"""States that are never entered without a reason in words."""


@transaction.atomic
def move(candidature: Candidature, to_state: str, actor: AbstractBaseUser, reason: str = "") -> Candidature:
    """Take the file to `to_state`; return it as it now stands.

    Raises `NotAllowed` where `actor` does not instruct this file, `AlreadyDecided` and `InvalidMove` where its state,
    read under the lock, does not lead there, and `ReasonMissing` where the new state wants a reason.
    """
    target, reason = State(to_state), reason.strip()
    file = _locked(candidature, actor)
    origin = file.state
    if decision := Decision.objects.select_related("decided_by").filter(candidature=file).first():
        raise AlreadyDecided(decision)
    if not can_move(origin, target):
        raise InvalidMove(State(origin), target)
    if target in REASONED and not reason:
        raise ReasonMissing
    file.state = target
    file.save(update_fields=["state"])
    decided = target in DECISIONS
    record(
        file,
        Action.DECIDED if decided else Action.MOVED,
        actor,
        from_state=origin,
        to_state=target,
        detail=reason,
    )
    if decided:
        _carry_out(file, actor, reason)
    letters.announce(file, reason)
    return file


def decide(candidature: Candidature, outcome: str, actor: AbstractBaseUser, reason: str) -> Decision:
    """Decide on the file: brand use, label with support or grant, refusal of these. Raises what `move` raises."""
    if State(outcome) not in DECISIONS:
        raise InvalidMove(State(candidature.state), State(outcome))
    return move(candidature, outcome, actor, reason).decision


@transaction.atomic
def reassign(candidature: Candidature, team: Team, actor: AbstractBaseUser, reason: str) -> Candidature:
    """Hand the file over to another team, which is told by e-mail; return it as it now stands.

    Raises `NotAllowed` and `ReasonMissing` as `move` does, and `InvalidMove` where the team has the file already.
    """
    reason = reason.strip()
    file = _locked(candidature, actor)
    if file.team_id == team.pk:
        raise InvalidMove(message=f"Le dossier est déjà confié à l’équipe « {team} ».")
    if not reason:
        raise ReasonMissing
    former, file.team = file.team, team
    file.save(update_fields=["team"])
    record(file, Action.REASSIGNED, actor, detail=f"De « {former} » à « {team} ». {reason}")
    letters.hand_over(file, former, actor, reason)
    return file


def _locked(candidature: Candidature, actor: AbstractBaseUser) -> Candidature:
    """The file as the database has it, held until the end of the transaction, if `actor` instructs it."""
    files = Candidature.objects.instructed_by(actor).select_related("team").select_for_update(of=("self",))
    file = files.filter(pk=candidature.pk).first()
    if file is None:
        raise NotAllowed
    return file


def _carry_out(file: Candidature, actor: AbstractBaseUser, reason: str) -> None:
    """What follows from a decision: its record, the porteur's account and, with a label, the event to publish."""
    Decision.objects.create(candidature=file, outcome=file.state, reason=reason, decided_by=actor)
    attach_porteur(file)
    if file.state in LABELLED:
        event = draft_event(file, actor)
        record(file, Action.DRAFTED, actor, detail=event.title)
        letters.tell_team(file, event)
