"""A field of files. They go up one by one and stay in the draft; those sent with a form are checked with it.

A form without draft (a complement) keeps those of a try with errors by a signed list.
"""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from django import forms
from django.core import signing
from django.core.exceptions import ValidationError

from events.candidatures import uploads
from events.candidatures.models import Attachment, Scan
from events.candidatures.upload_kinds import KINDS
from events.candidatures.widgets import FilesWidget

ORPHANS_LIVE = timedelta(hours=48)
"""How long a file that belongs to nothing is kept; the signed list that carries it lives one hour less."""
_LIST_LIVES = ORPHANS_LIVE - timedelta(hours=1)
_GONE = "Un fichier reçu plus tôt n’est plus disponible\u00a0: joignez-le de nouveau."


@dataclass
class Received:
    """The files of one field: sent with this very form, already in the draft, and what was wrong with others."""

    field_id: str
    fresh: list[uploads.CheckedUpload] = field(default_factory=list)
    kept: list[Attachment] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.fresh) + len(self.kept)

    @property
    def digests(self) -> list[str]:
        return sorted([upload.sha256 for upload in self.fresh] + [attachment.sha256 for attachment in self.kept])

    @property
    def token(self) -> str:
        """The kept files that belong to nothing yet, as a signed list for the next try; "" without any."""
        loose = [str(attachment.pk) for attachment in self.kept if attachment.draft_id is None]
        return signing.dumps(loose, salt=salt(self.field_id)) if loose else ""

    def keep(self) -> None:
        """Store the fresh files, so that the person need not send them again."""
        self.kept += [uploads.store(upload, self.field_id) for upload in self.fresh]
        self.fresh = []


def salt(field_id: str) -> str:
    return f"candidatures.files.{field_id}"


class FilesField(forms.Field):
    """One or several files of some kinds (endings), each of `max_bytes` at most. It cleans to a `Received`.

    `kept` are the files of the draft, `refused` what was said of those that could not enter it.
    """

    def __init__(
        self, *, field_id: str, kinds: Sequence[str], max_bytes: int, max_files: int = 1, **kwargs: Any
    ) -> None:
        kinds = [kind for kind in KINDS if kind in kinds]
        endings = [ending for kind in kinds for ending in (kind, *sorted(KINDS[kind].aliases))]
        widget = FilesWidget(accept=",".join(f".{ending}" for ending in endings), several=max_files > 1)
        super().__init__(widget=widget, **kwargs)
        self.field_id, self.kinds, self.max_bytes, self.max_files = field_id, kinds, max_bytes, max_files
        self.received: Received | None = None
        self.kept: list[Attachment] = []
        self.refused: list[str] = []

    @property
    def rule(self) -> str:
        """What may be sent, in French: « PDF, Image (PNG). 10 Mo au plus. »."""
        labels = ", ".join(KINDS[kind].label for kind in self.kinds)
        number = f"{self.max_files} fichiers au plus, " if self.max_files > 1 else ""
        each = " chacun" if self.max_files > 1 else " au plus"
        return f"{labels}. {number}{self.max_bytes // 1_000_000}\u00a0Mo{each}."

    def clean(self, value: dict[str, Any]) -> Received:
        self.received = received = Received(self.field_id, kept=list(self.kept), errors=list(self.refused))
        self.read_list(value, received)
        for upload in value["uploads"]:
            try:
                received.fresh.append(uploads.check(upload, self.kinds, self.max_bytes))
            except ValidationError as error:
                received.errors += error.messages
        received.errors += [
            f"«\u00a0{each.name}\u00a0» a été refusé par l’antivirus\u00a0: retirez-le."
            for each in received.kept
            if each.scan == Scan.INFECTED
        ]
        if self.max_files == 1 and received.fresh:
            received.kept = []
        if len(received) > self.max_files:
            received.errors.append(f"Joignez {self.max_files} fichiers au plus\u00a0: retirez-en.")
        if received.errors:
            raise ValidationError(received.errors, code="invalid")
        if self.required and not len(received):
            raise ValidationError("Joignez ce document.", code="required")
        return received

    def bound_data(self, data: Any, initial: Any) -> Received | None:
        return self.received or Received(self.field_id, kept=list(self.kept))

    def read_list(self, value: dict[str, Any], received: Received) -> None:
        """Find the files of the signed list that were not removed; say which ones are gone."""
        if not value["kept"]:
            return
        try:
            listed = signing.loads(value["kept"], salt=salt(self.field_id), max_age=_LIST_LIVES)
        except signing.BadSignature:
            received.errors.append(_GONE)
            return
        wanted = [uuid.UUID(each) for each in listed if each not in value["removed"]]
        found = Attachment.objects.filter(field_id=self.field_id, draft=None).in_bulk(wanted)
        received.kept += [found[each] for each in wanted if each in found]
        if len(found) < len(wanted):
            received.errors.append(_GONE)
