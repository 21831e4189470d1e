"""Complements: the team reopens some fields of a file, the porteur answers those alone, the file comes back."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone

from community.models import Theme
from events.candidatures import decisions, letters, snapshot
from events.candidatures.dossier_form import DossierForm
from events.candidatures.eligibility import Eligibility, assess
from events.candidatures.errors import InvalidMove, NotAllowed, ReasonMissing, Unfit
from events.candidatures.filing import SIMPLE_ROLES, attach_files
from events.candidatures.filing_facts import facts_of
from events.candidatures.journal import Action
from events.candidatures.models import Candidature, Complement
from events.candidatures.states import State
from events.formats.models import FormatPage

MAX_DAYS = 180


def questions(file: Candidature) -> list[tuple[str, str]]:
    """(UUID, label) of the questions that the file answered, in order: those a complement may name."""
    return [(field["id"], field["label"]) for step in file.form_snapshot for field in step["fields"]]


@transaction.atomic
def ask(
    candidature: Candidature, fields: Iterable[str], reason: str, due_on: date, actor: AbstractBaseUser
) -> Complement:
    """Reopen `fields` (UUIDs) until they are answered; tell the porteur why and by when.

    Raises what `decisions.move` raises, and `Unfit` for no field, an unknown one, or a day out of reach.
    """
    reason = reason.strip()
    file = decisions.locked(candidature, actor)
    decisions.check_move(file, State.COMPLEMENT)
    known = [field for field, _ in questions(file)]
    chosen = set(fields)
    if not chosen or not chosen <= set(known):
        raise Unfit("Choisissez au moins une question du dossier.")
    if not 0 < (due_on - timezone.localdate()).days <= MAX_DAYS:
        raise Unfit(f"Choisissez une date à venir, dans les {MAX_DAYS} jours.")
    if not reason:
        raise ReasonMissing
    if file.assignee_id is None and file.team.members.filter(pk=actor.pk).exists():
        file.assignee = actor  # so that the answer comes back to whoever asked
        file.save(update_fields=["assignee"])
    complement = Complement.objects.create(
        candidature=file,
        fields=[field for field in known if field in chosen],
        reason=reason,
        due_on=due_on,
        asked_by=actor,
    )
    decisions.write(file, State.COMPLEMENT, actor, reason)
    letters.announce(file, reason, complement=complement)
    return complement


def open_complement(candidature: Candidature) -> Complement | None:
    """The complement that waits for the porteur: `.fields` (UUIDs), `.reason`, `.due_on`; None where none does."""
    if candidature.state != State.COMPLEMENT:
        return None
    return candidature.complements.filter(answered_at=None).first()


@transaction.atomic
def answer(
    complement: Complement,
    form: DossierForm | None,
    actor: AbstractBaseUser,
    comment: str = "",
    stored: list[Any] | None = None,
) -> Candidature:
    """Write the answers of a valid form made of the reopened fields; the file goes back to instruction.

    `form` is None where the questions no longer exist, and `comment` then holds the answer. Raises `NotAllowed` for
    somebody else's file, `InvalidMove` where the complement was answered already or the file moved on.
    """
    file = (
        Candidature.objects.of_porteur(actor)
        .select_related("team", "assignee")
        .select_for_update(of=("self",))
        .filter(pk=complement.candidature_id)
        .first()
    )
    if file is None:
        raise NotAllowed("Ce dossier n’est pas le vôtre.")
    mine = file.complements.filter(pk=complement.pk, answered_at=None).first()
    if mine is None or file.state != State.COMPLEMENT:
        raise InvalidMove(message="Ce complément a déjà été envoyé, ou il n’est plus demandé.")
    mine.before = {field: file.form_data.get(field) for field in mine.fields}
    if form is not None:
        _take(file, form, stored if stored is not None else [])
    mine.after = {field: file.form_data.get(field) for field in mine.fields}
    mine.comment, mine.answered_at = comment.strip(), timezone.now()
    mine.save()
    decisions.write(file, State.IN_REVIEW, actor, mine.comment, Action.ANSWERED)
    letters.tell_of_answer(file, mine)
    return file


def diff(complement: Complement, file: Candidature) -> list[dict[str, Any]]:
    """What each reopened question held before and holds after, as lines of text; `changed` tells them apart."""
    asked = {field["id"]: field for step in file.form_snapshot for field in step["fields"]}
    return [
        {"label": old.label, "before": old.lines, "after": new.lines, "changed": old.value != new.value}
        for field in complement.fields
        if (described := asked.get(field))
        for old, new in [(_read(described, complement.before), _read(described, complement.after))]
    ]


def _read(field: Mapping[str, Any], answers: Mapping[str, Any]) -> snapshot.Answer:
    return snapshot.Answer(field["id"], field["label"], field["type"], field["role"], answers.get(field["id"]))


def _take(file: Candidature, form: DossierForm, stored: list[Any]) -> None:
    """The answers of the reopened fields, in the data and in the columns; the tiers anew, with the rules of the day.

    What was filed in time stays in time: the filing day and the version of the rules do not move.
    """
    file.form_data = {**file.form_data, **snapshot.answers_of(form)}
    for role in SIMPLE_ROLES:
        if form.field_of(role):
            answer = form.answer(role)
            file_field = Candidature._meta.get_field(role)
            setattr(file, role, answer if answer is not None or file_field.null else file_field.get_default())
    if form.field_of("territory"):
        territory = form.answer("territory")
        file.territory = territory.territory if territory else None
    for role in ("grant_requested", "charter"):
        if form.field_of(role):
            setattr(file, role, bool(form.answer(role)))
    if file.eligibility:
        past = Eligibility.from_json(file.eligibility)
        file.eligibility = assess(facts_of(file), past.rules, past.filed_on).to_json()
    file.save()
    if form.field_of("themes"):
        file.themes.set(Theme.objects.filter(slug__in=form.answer("themes") or []))
    if form.field_of("formats"):
        file.formats.set(FormatPage.objects.filter(pk__in=form.answer("formats") or []))
    attach_files(file, form, stored)
