"""The one door through which a grant changes: award, convention, reports, payment, cancellation.

Each function locks the file and its grant, checks who asks and what is allowed, then writes the change, the log and
the e-mails in one transaction. Arithmetic is in grant_arithmetic.py, moves in states.py.
"""

from datetime import date
from decimal import Decimal

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone

from events.candidatures import conflicts, letters
from events.candidatures.eligibility import Eligibility, Rules
from events.candidatures.errors import InConflict, InvalidMove, NotAllowed, NotAwardable, ReasonMissing, Unfit
from events.candidatures.french import french_day, french_euros
from events.candidatures.grant_arithmetic import award_problem, payable
from events.candidatures.journal import Action, record
from events.candidatures.models import Candidature, Grant, Report
from events.candidatures.states import GrantState, State, can_move_grant


def max_share(file: Candidature) -> Decimal:
    """The share (per cent) of the rules of the file's filing day."""
    return Eligibility.from_json(file.eligibility).rules.max_share if file.eligibility else Rules().max_share


def award(file: Candidature, awarded: Decimal | None, actor: AbstractBaseUser) -> Grant:
    """The ledger of a file that was just labelled with a grant; called by `decisions` under its lock."""
    amount = file.grant_amount if awarded is None else awarded
    if problem := award_problem(amount, file.grant_amount, file.budget_total, max_share(file)):
        raise NotAwardable(problem)
    grant = Grant.objects.create(
        candidature=file, max_share=max_share(file), budget=file.budget_total, asked=file.grant_amount, awarded=amount
    )
    Report.objects.bulk_create(Report(grant=grant, kind=kind) for kind in Report.Kind.values)
    record(file, Action.GRANT, actor, to_state=grant.state, detail=f"{french_euros(amount)} accordés.")
    return grant


@transaction.atomic
def send_convention(candidature: Candidature, actor: AbstractBaseUser) -> Grant:
    """Tell the porteur that the convention waits to be signed; may be done again while it is not signed."""
    grant = locked(candidature, actor)
    if grant.state != GrantState.TO_SIGN:
        raise InvalidMove(message=f"La subvention est à l’état « {grant.get_state_display()} ».")
    grant.convention_sent_at = timezone.now()
    grant.save(update_fields=["convention_sent_at"])
    record(grant.candidature, Action.CONVENTION, actor, detail="Envoyée pour signature.")
    letters.tell_porteur_of_grant(grant, "convention_sent")
    return grant


@transaction.atomic
def sign(candidature: Candidature, actor: AbstractBaseUser, day: date, *, by_team: bool) -> Grant:
    """Note that one side has signed, on `day`; both signatures make the convention signed.

    The signed copy is an attachment, which the caller stores in the same transaction.
    """
    grant = locked(candidature, actor) if by_team else locked_by_porteur(candidature, actor)
    if grant.state != GrantState.TO_SIGN or grant.convention_sent_at is None:
        raise InvalidMove(message="Cette convention n’attend pas de signature.")
    if day > timezone.localdate():
        raise Unfit("Cette date est à venir.")
    side = "team_signed_on" if by_team else "porteur_signed_on"
    setattr(grant, side, day)
    grant.save(update_fields=[side])
    who = "le programme" if by_team else "la structure"
    record(grant.candidature, Action.CONVENTION, actor, detail=f"Signée par {who} le {french_day(day)}.")
    if grant.team_signed_on and grant.porteur_signed_on:
        _write(grant, GrantState.SIGNED, actor)
        letters.tell_porteur_of_grant(grant, "convention_signed")
    if not by_team:
        letters.tell_team_of_grant(grant, "La structure a déposé sa convention signée.")
    return grant


def note_events_held(today: date) -> int:
    """Take signed grants whose event's last day has passed to « Événement tenu », and ask for the reports.

    Idempotent: the sweep runs it every hour. Returns how many moved.
    """
    moved = 0
    due = Grant.objects.filter(state=GrantState.SIGNED).select_related("candidature__event")
    for grant in due:
        if is_over(grant.candidature, today):
            with transaction.atomic():
                held = _lock(Grant.objects.filter(pk=grant.pk, state=GrantState.SIGNED))
                if held is not None:
                    _write(held, GrantState.HELD, None)
                    letters.tell_porteur_of_grant(held, "reports_due")
                    moved += 1
    return moved


def is_over(file: Candidature, today: date) -> bool:
    """True after the last day of the event: that of its page, which may have moved, else that of the file."""
    if file.event is not None and file.event.start_date:
        last = file.event.end_date or file.event.start_date
    else:
        last = file.event_end or file.event_start
    return last is not None and last < today


@transaction.atomic
def submit_report(
    candidature: Candidature, kind: str, actor: AbstractBaseUser, text: str, final_budget: Decimal | None = None
) -> Report:
    """Take one report of the porteur; the caller attaches its files under the report's `field_id`.

    The financial one states the actual budget (euros). Raises `NotAllowed`, `InvalidMove` before the end of the event
    or once the report is accepted, `Unfit` without actual budget.
    """
    grant = locked_by_porteur(candidature, actor)
    report = grant.reports.get(kind=kind)
    if grant.state == GrantState.SIGNED and is_over(grant.candidature, timezone.localdate()):
        _write(grant, GrantState.HELD, None)
    if grant.state not in (GrantState.HELD, GrantState.REPORTED) or report.state == Report.State.ACCEPTED:
        raise InvalidMove(message="Ce bilan n’est pas attendu, ou il est déjà accepté.")
    if kind == Report.Kind.FINANCIAL:
        if final_budget is None or final_budget < 0:
            raise Unfit("Indiquez ce que l’événement a réellement coûté.")
        grant.final_budget, grant.payable = final_budget, payable(grant.awarded, final_budget, grant.max_share)
        grant.save(update_fields=["final_budget", "payable"])
    report.state, report.text, report.submitted_at = Report.State.RECEIVED, text.strip(), timezone.now()
    report.version += 1
    report.save()
    record(grant.candidature, Action.REPORT, actor, detail=f"{report.get_kind_display()} reçu.")
    letters.tell_team_of_grant(grant, f"{report.get_kind_display()} : la structure l’a envoyé, il est à relire.")
    arrived = {Report.State.RECEIVED, Report.State.ACCEPTED}
    if grant.state == GrantState.HELD and set(grant.reports.values_list("state", flat=True)) <= arrived:
        _write(grant, GrantState.REPORTED, actor)
    return report


@transaction.atomic
def review_report(
    candidature: Candidature, kind: str, actor: AbstractBaseUser, *, accepted: bool, remark: str = ""
) -> Report:
    """Accept a report that was received, or send it back with a remark; three accepted make the grant payable."""
    grant = locked(candidature, actor)
    report = grant.reports.get(kind=kind)
    if report.state != Report.State.RECEIVED or grant.state not in (GrantState.HELD, GrantState.REPORTED):
        who = f" par {report.reviewed_by}" if report.reviewed_by else ""
        raise InvalidMove(message=f"Ce bilan n’est pas à relire : il est « {report.get_state_display()} »{who}.")
    remark = remark.strip()
    if not accepted and not remark:
        raise ReasonMissing("Dites à la structure ce qui est à reprendre.")
    report.state = Report.State.ACCEPTED if accepted else Report.State.SENT_BACK
    report.remark, report.reviewed_by, report.reviewed_at = remark, actor, timezone.now()
    report.save()
    verdict = "accepté" if accepted else f"renvoyé. {remark}"
    record(grant.candidature, Action.REPORT, actor, detail=f"{report.get_kind_display()} {verdict}")
    if not accepted and grant.state == GrantState.REPORTED:
        _write(grant, GrantState.HELD, actor)
    if set(grant.reports.values_list("state", flat=True)) == {Report.State.ACCEPTED}:
        _write(grant, GrantState.TO_PAY, actor)
    letters.tell_porteur_of_grant(grant, "report_accepted" if accepted else "report_sent_back", report=report)
    return report


@transaction.atomic
def pay(candidature: Candidature, actor: AbstractBaseUser, day: date) -> Grant:
    """Note the payment made on `day`. Refused before the end of the event and without the three accepted reports."""
    grant = locked(candidature, actor)
    _check(grant, GrantState.PAID)
    today = timezone.localdate()
    if not is_over(grant.candidature, today):
        raise InvalidMove(message="La subvention se paie après le dernier jour de l’événement.")
    if grant.payable is None or grant.reports.exclude(state=Report.State.ACCEPTED).exists():
        raise InvalidMove(message="La subvention se paie une fois les trois bilans acceptés.")
    if not grant.payable:
        raise Unfit("Il n’y a rien à verser : annulez cette subvention.")
    if day > today:
        raise Unfit("Cette date est à venir.")
    grant.paid_on = day
    grant.save(update_fields=["paid_on"])
    _write(grant, GrantState.PAID, actor, f"{french_euros(grant.payable)} le {french_day(day)}.")
    letters.tell_porteur_of_grant(grant, "grant_paid")
    return grant


@transaction.atomic
def void(candidature: Candidature, actor: AbstractBaseUser, reason: str) -> Grant:
    """Cancel a grant that was not paid; the label stays. Wants a reason, which the porteur reads."""
    grant = locked(candidature, actor)
    _check(grant, GrantState.VOID)
    if not reason.strip():
        raise ReasonMissing
    _write(grant, GrantState.VOID, actor, reason.strip())
    letters.tell_porteur_of_grant(grant, "grant_void", reason=reason.strip())
    return grant


def locked(candidature: Candidature, actor: AbstractBaseUser) -> Grant:
    """The grant of a file that `actor` instructs, held until the end of the transaction."""
    files = Candidature.objects.instructed_by(actor).filter(pk=candidature.pk, state=State.GRANT)
    grant = _lock(Grant.objects.filter(candidature__in=files))
    if grant is None:
        raise NotAllowed
    if reason := conflicts.why(actor, grant.candidature):
        raise InConflict(reason)
    return grant


def locked_by_porteur(candidature: Candidature, actor: AbstractBaseUser) -> Grant:
    """The grant of one's own file, held until the end of the transaction."""
    files = Candidature.objects.of_porteur(actor).filter(pk=candidature.pk)
    grant = _lock(Grant.objects.filter(candidature__in=files))
    if grant is None:
        raise NotAllowed("Ce dossier n’est pas le vôtre.")
    return grant


def _lock(grants) -> Grant | None:
    return grants.select_for_update(of=("self",)).select_related("candidature__team", "candidature__assignee").first()


def _check(grant: Grant, target: GrantState) -> None:
    if not can_move_grant(grant.state, target):
        last = grant.candidature.log.select_related("actor").last()
        who = f" par {last.actor}" if last and last.actor else ""
        raise InvalidMove(message=f"La subvention est à l’état « {grant.get_state_display()} »{who}.")


def _write(grant: Grant, target: GrantState, actor: AbstractBaseUser | None, detail: str = "") -> None:
    """The new state of a locked grant and its line of the log."""
    _check(grant, target)
    origin, grant.state = grant.state, target
    grant.save(update_fields=["state"])
    record(grant.candidature, Action.GRANT, actor, from_state=origin, to_state=target, detail=detail)
