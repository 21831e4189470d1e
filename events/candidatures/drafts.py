"""Drafts: begun from the first answer, saved step by step, resumed by an address that nobody can guess."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from datetime import timedelta

from django.db import transaction
from django.http import QueryDict
from django.utils import timezone
from django.utils.datastructures import MultiValueDict

from events.candidatures import uploads
from events.candidatures.dossier_form import DossierForm
from events.candidatures.form_builder import FormStep
from events.candidatures.models import Attachment, CandidaturePage, Draft, DraftKey
from events.candidatures.models.draft import draft_token, expiry
from events.candidatures.steps import belongs

REMIND_BEFORE = timedelta(days=14)
"""How long before its end a draft is called to mind."""
MAX_VALUES, MAX_CHARACTERS = 200, 30_000
"""Bounds of what a step keeps: values, and characters of one value; a question's own limits come well below."""

Data = dict[str, list[str]]


class Stale(Exception):
    """The step was changed elsewhere since it was shown."""


def digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def begin(page: CandidaturePage, data: Mapping[str, Sequence[str]]) -> tuple[Draft, str]:
    """A draft that holds `data` (lists by posted name), and its token: the only time it is known."""
    with transaction.atomic():
        draft = Draft.objects.create(page=page, data={key: list(values) for key, values in data.items()})
        note_address(draft)
        draft.save(update_fields=["contact_email"])
        return draft, new_key(draft)


def new_key(draft: Draft) -> str:
    """Another address for the same draft: for an e-mail, for another device."""
    token = draft_token()
    DraftKey.objects.create(draft=draft, digest=digest(token))
    return token


def find(page: CandidaturePage, token: str) -> Draft | None:
    """The draft that a token resumes, where it is kept still."""
    drafts = Draft.objects.filter(page=page, keys__digest=digest(token), expires_at__gt=timezone.now())
    return drafts.select_related("candidature").first()


def of_step(posted: QueryDict, step: FormStep) -> Data:
    """What was posted for a step, within bounds. PostgreSQL keeps no null character: it goes."""
    kept = [key for key in posted if any(belongs(key, field) for field in step.fields)][:MAX_VALUES]
    return {
        key.replace("\x00", ""): [
            value.replace("\x00", "")[:MAX_CHARACTERS] for value in posted.getlist(key)[:MAX_VALUES]
        ]
        for key in kept
    }


def stamp(data: Mapping[str, Sequence[str]], step: FormStep) -> str:
    """What tells whether a step is still as it was shown: a digest of its answers."""
    mine = {
        key: list(values)
        for key, values in data.items()
        if any(values) and any(belongs(key, field) for field in step.fields)
    }
    return hashlib.sha256(json.dumps(mine, sort_keys=True).encode()).hexdigest()[:16]


@transaction.atomic
def save_step(draft: Draft, step: FormStep, posted: QueryDict, seen: str | None) -> Draft:
    """Write the answers of one step, right or wrong; return the draft as it now stands.

    Raises `Stale` where the step's answers are no longer those that the person saw (`seen`, their stamp) nor those
    that are sent; None overwrites. A draft that was filed meanwhile is returned untouched.
    """
    locked = Draft.objects.select_for_update().get(pk=draft.pk)
    if locked.candidature_id:
        return locked
    sent = of_step(posted, step)
    stored = stamp(locked.data, step)
    if seen is not None and stored not in (seen, stamp(sent, step)):
        raise Stale
    others = {
        key: values for key, values in locked.data.items() if not any(belongs(key, field) for field in step.fields)
    }
    locked.data = {**others, **sent}
    if any(field.role == "contact_email" for field in step.fields):
        note_address(locked)
    locked.saved_at, locked.expires_at, locked.reminded_at = timezone.now(), expiry(), None
    locked.save()
    return locked


def note_address(draft: Draft) -> None:
    """Take the applicant's address out of the answers, where it is one."""
    form = form_of(draft)
    form.full_clean()
    draft.contact_email = (form.answer("contact_email") or "").lower()


def form_of(draft: Draft, refused: Mapping[str, Sequence[str]] | None = None) -> DossierForm:
    """The whole form, filled with the draft's answers and files."""
    data = QueryDict(mutable=True)
    for key, values in draft.data.items():
        data.setlist(key, values)
    return draft.page.get_form(data, MultiValueDict(), kept=files_of(draft), refused=refused)


def files_of(draft: Draft) -> dict[str, list[Attachment]]:
    """The draft's files by field, in the order in which they came."""
    found: dict[str, list[Attachment]] = {}
    for attachment in draft.attachments.order_by("created_at", "pk"):
        found.setdefault(attachment.field_id, []).append(attachment)
    return found


def waiting(page: CandidaturePage, email: str) -> list[Draft]:
    """Drafts of this address that were not filed, the latest first."""
    drafts = Draft.objects.filter(
        page=page, contact_email=email.lower(), candidature=None, expires_at__gt=timezone.now()
    )
    return list(drafts.order_by("-saved_at")[:5])


@transaction.atomic
def discard(draft: Draft) -> bool:
    """Remove a draft with its answers and its files; False where it was filed meanwhile."""
    locked = Draft.objects.select_for_update().filter(pk=draft.pk).first()
    if locked is None:
        return True
    if locked.candidature_id:
        return False
    uploads.discard_all(locked)
    locked.delete()
    return True
