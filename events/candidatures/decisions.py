"""The one door through which a file changes state, team or follower.

Each function locks the file, checks who asks and what is allowed, then writes the state, the decision, the log and
the e-mails in one transaction. No view, command or admin action writes `state`, `team` or `assignee` itself.
"""

from decimal import Decimal

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction

from events.candidatures import conflicts, grants, letters
from events.candidatures.drafting import attach_porteur, draft_event
from events.candidatures.errors import AlreadyDecided, InConflict, InvalidMove, NotAllowed, ReasonMissing, Unfit
from events.candidatures.journal import Action, record
from events.candidatures.models import Candidature, ConflictOfInterest, Decision, Team
from events.candidatures.querysets import is_instructor
from events.candidatures.states import DECISIONS, LABELLED, State, can_move

REASONED = DECISIONS | {State.COMPLEMENT, State.WITHDRAWN, State.CLOSED}
"""States that are never entered without a reason in words."""


@transaction.atomic
def move(
    candidature: Candidature,
    to_state: str,
    actor: AbstractBaseUser,
    reason: str = "",
    *,
    awarded: Decimal | None = None,
) -> Candidature:
    """Take the file to `to_state`; return it as it now stands.

    `awarded` (euros) is for a grant; without it, what was asked for is awarded. Raises `NotAllowed` where `actor` does
    not instruct this file, `InConflict` where he or she stands too near it, `AlreadyDecided` and `InvalidMove` where
    its state, read under the lock, does not lead there, `ReasonMissing` where the new state wants a reason, and
    `NotAwardable` where the amount breaks a rule.
    """
    target, reason = State(to_state), reason.strip()
    file = locked(candidature, actor)
    check_move(file, target)
    if target in REASONED and not reason:
        raise ReasonMissing
    if target in DECISIONS:
        write(file, target, actor, reason, Action.DECIDED)
        _carry_out(file, actor, reason, awarded)
    else:
        write(file, target, actor, reason)
    letters.announce(file, reason)
    return file


def decide(
    candidature: Candidature, outcome: str, actor: AbstractBaseUser, reason: str, awarded: Decimal | None = None
) -> Decision:
    """Decide on the file: brand use, label with support or grant, refusal of these. Raises what `move` raises."""
    if State(outcome) not in DECISIONS:
        raise InvalidMove(State(candidature.state), State(outcome))
    return move(candidature, outcome, actor, reason, awarded=awarded).decision


@transaction.atomic
def reassign(candidature: Candidature, team: Team, actor: AbstractBaseUser, reason: str) -> Candidature:
    """Hand the file over to another team, which is told by e-mail; return it as it now stands, followed by nobody.

    Raises `NotAllowed` and `ReasonMissing` as `move` does, and `InvalidMove` where the team has the file already.
    Somebody in conflict with the file may hand it over: it is the way out.
    """
    reason = reason.strip()
    file = locked(candidature, actor, even_in_conflict=True)
    if file.team_id == team.pk:
        raise InvalidMove(message=f"Le dossier est déjà confié à l’équipe « {team} ».")
    if not reason:
        raise ReasonMissing
    former, file.team, file.assignee = file.team, team, None
    file.save(update_fields=["team", "assignee"])
    record(file, Action.REASSIGNED, actor, detail=f"De « {former} » à « {team} ». {reason}")
    letters.hand_over(file, former, actor, reason)
    return file


@transaction.atomic
def assign(candidature: Candidature, person: AbstractBaseUser | None, actor: AbstractBaseUser) -> Candidature:
    """Let one person of the team follow the file (nobody, with None). He or she is told by e-mail, but for oneself.

    Raises `NotAllowed`, and `Unfit` where the person is not of the team or stands too near the file.
    """
    file = locked(candidature, actor, even_in_conflict=True)
    if person is not None:
        if not (is_instructor(person) and file.team.members.filter(pk=person.pk).exists()):
            raise Unfit(f"{person} n’est pas membre de l’équipe « {file.team} ».")
        if conflicts.why(person, file):
            raise Unfit(f"{person} a un conflit d’intérêts avec ce dossier.")
    if file.assignee_id == (person.pk if person else None):
        return file
    file.assignee = person
    file.save(update_fields=["assignee"])
    record(file, Action.ASSIGNED, actor, detail=f"À {person}." if person else "À personne.")
    if person is not None and person.pk != actor.pk:
        letters.tell_follower(file, actor)
    return file


@transaction.atomic
def declare_conflict(candidature: Candidature, actor: AbstractBaseUser, reason: str) -> Candidature:
    """Close the file to the person who declares a conflict; a file that he or she followed is followed by nobody."""
    reason = reason.strip()
    file = locked(candidature, actor, even_in_conflict=True)
    if not reason:
        raise ReasonMissing("Dites quel lien vous avez avec ce dossier.")
    ConflictOfInterest.objects.get_or_create(candidature=file, person=actor, defaults={"reason": reason})
    if file.assignee_id == actor.pk:
        file.assignee = None
        file.save(update_fields=["assignee"])
    record(file, Action.CONFLICT, actor, detail=reason)
    return file


def locked(candidature: Candidature, actor: AbstractBaseUser, *, even_in_conflict: bool = False) -> Candidature:
    """The file as the database has it, held until the end of the transaction, if `actor` may work on it."""
    files = Candidature.objects.instructed_by(actor).select_related("team").select_for_update(of=("self",))
    file = files.filter(pk=candidature.pk).first()
    if file is None:
        raise NotAllowed
    if not even_in_conflict and (why := conflicts.why(actor, file)):
        raise InConflict(why)
    return file


def check_move(file: Candidature, target: State) -> None:
    """Raise `AlreadyDecided` or `InvalidMove` where a locked file may not go to `target`."""
    if decision := Decision.objects.select_related("decided_by").filter(candidature=file).first():
        raise AlreadyDecided(decision)
    if not can_move(file.state, target):
        raise InvalidMove(State(file.state), target)


def write(
    file: Candidature, target: State, actor: AbstractBaseUser | None, detail: str, action: Action = Action.MOVED
) -> None:
    """The new state of a locked file and its line of the log."""
    origin, file.state = file.state, target
    file.save(update_fields=["state"])
    record(file, action, actor, from_state=origin, to_state=target, detail=detail)


def _carry_out(file: Candidature, actor: AbstractBaseUser, reason: str, awarded: Decimal | None) -> None:
    """What follows from a decision: its record, the porteur's account and, with a label, the event to publish."""
    Decision.objects.create(candidature=file, outcome=file.state, reason=reason, decided_by=actor)
    attach_porteur(file)
    if file.state == State.GRANT:
        grants.award(file, awarded, actor)
    if file.state in LABELLED:
        event = draft_event(file, actor)
        record(file, Action.DRAFTED, actor, detail=event.title)
        letters.tell_team(file, event)
