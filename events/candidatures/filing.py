"""Filing: from a valid form to a candidature, once, whatever is clicked, refreshed or opened in two tabs."""

import hashlib
import json
from dataclasses import dataclass
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone

from community.models import Theme
from events.candidatures import routing, snapshot, uploads
from events.candidatures.dossier_form import DossierForm
from events.candidatures.eligibility import assess
from events.candidatures.filing_facts import facts_of
from events.candidatures.journal import Action, record
from events.candidatures.models import Candidature, CandidaturePage, Draft
from events.candidatures.notices import tell_of_filing
from events.candidatures.rulebook import current_rules
from events.candidatures.states import State
from events.formats.models import FormatPage

SIMPLE_ROLES = (
    "title",
    "event_start",
    "event_end",
    "organisation",
    "contact_name",
    "audience",
    "venue_capacity",
    "local_authority_support",
    "budget_total",
    "grant_amount",
)
"""Roles whose answer is the value of the column of the same name."""


@dataclass(frozen=True)
class Filing:
    """The candidature of a submission; `created` is False where an earlier click had already filed it."""

    candidature: Candidature
    created: bool


def file_draft(draft: Draft, form: DossierForm) -> Filing:
    """File a draft whose form is valid, once: its row is locked, and leads to its candidature from then on."""
    with transaction.atomic():
        locked = Draft.objects.select_for_update(of=("self",)).select_related("candidature").get(pk=draft.pk)
        if locked.candidature is not None:
            return Filing(locked.candidature, created=False)
        filing = file_candidature(draft.page, form)
        locked.candidature, locked.data = filing.candidature, {}
        locked.save(update_fields=["candidature", "data"])
        if not filing.created:
            uploads.discard_all(locked)
        return filing


def file_candidature(page: CandidaturePage, form: DossierForm) -> Filing:
    """File a valid form in one transaction: row, files, log, and the two e-mails.

    The same submission sent again, even at the same instant, gives the same candidature and sends nothing more.
    """
    fingerprint = fingerprint_of(page, form)
    if earlier := filed_with(fingerprint):
        return Filing(earlier, created=False)
    stored: list[Any] = []
    try:
        with transaction.atomic():
            candidature = written(page, form, fingerprint)
            attach_files(candidature, form, stored)
            record(candidature, Action.FILED, None, to_state=State.FILED)
            tell_of_filing(candidature, page)
    except Exception as error:
        for file in stored:  # rows were rolled back; their files must not stay behind
            file.storage.delete(file.name)
        if isinstance(error, IntegrityError) and (earlier := filed_with(fingerprint)):
            return Filing(earlier, created=False)
        raise
    return Filing(candidature, created=True)


def filed_with(fingerprint: str) -> Candidature | None:
    """The candidature of this very submission, where it was filed already."""
    return Candidature.objects.filter(fingerprint=fingerprint).first()


def fingerprint_of(page: CandidaturePage, form: DossierForm) -> str:
    """SHA-256 of what was sent: the page, the answers, and the content of the files. Never the hour."""
    answers = snapshot.answers_of(form)
    for name, field in form.file_fields.items():
        if name not in form.asked:
            continue
        answers[name] = field.received.digests if field.received else []
    text = json.dumps([page.pk, answers], sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


def written(page: CandidaturePage, form: DossierForm, fingerprint: str) -> Candidature:
    """The row with its columns filled from roles, its eligibility of the day, its team, themes and formats."""
    now = timezone.now()
    candidature = Candidature(
        page=page,
        form_data=snapshot.answers_of(form),
        form_snapshot=snapshot.take(form.steps),
        filed_at=now,
        fingerprint=fingerprint,
        **columns(form),
    )
    facts = facts_of(candidature)
    candidature.eligibility = assess(facts, current_rules(), timezone.localdate(now)).to_json()
    themes = Theme.objects.filter(slug__in=form.answer("themes") or [])
    candidature.team = routing.route(candidature, themes.values_list("pk", flat=True))
    candidature.save(force_insert=True)
    candidature.themes.set(themes)
    candidature.formats.set(FormatPage.objects.filter(pk__in=form.answer("formats") or []))
    return candidature


def columns(form: DossierForm) -> dict[str, Any]:
    """Values of the typed columns; a role that nobody holds, or without answer, leaves its column empty."""
    answers = {role: form.answer(role) for role in SIMPLE_ROLES}
    values = {role: answer for role, answer in answers.items() if answer is not None}
    territory = form.answer("territory")
    return {
        **values,
        "contact_email": (form.answer("contact_email") or "").lower(),
        "territory": territory.territory if territory else None,
        "grant_requested": bool(form.answer("grant_requested")),
        "charter": bool(form.answer("charter")),
    }


def attach_files(candidature: Candidature, form: DossierForm, stored: list[Any]) -> None:
    """Give the form's files to the candidature; `stored` gathers what was written, for a roll-back."""
    for name, field in form.file_fields.items():
        if field.received is None or name not in form.asked:
            continue
        copies = {}
        for attachment in field.received.kept:
            adopted = uploads.adopt(attachment, candidature)
            if adopted.pk != attachment.pk:
                stored.append(adopted.file)
                copies[str(attachment.pk)] = str(adopted.pk)
        for upload in field.received.fresh:
            stored.append(uploads.store(upload, name, candidature=candidature).file)
        if copies:
            for entry in candidature.form_data[name]:
                entry["id"] = copies.get(entry["id"], entry["id"])
            candidature.save(update_fields=["form_data"])
