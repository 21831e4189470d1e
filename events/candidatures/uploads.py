"""Files of applicants: checked by content, kept privately under a UUID, served as downloads and nothing else."""

from __future__ import annotations

import hashlib
import unicodedata
import uuid
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import puremagic
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile, File
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.http import FileResponse, Http404
from PIL import Image

from events.candidatures.models import Attachment, Candidature, Draft, Scan
from events.candidatures.upload_kinds import KINDS, Kind, kind_of
from nec_cms.work import wake

if TYPE_CHECKING:
    from events.candidatures.file_field import FilesField

MAX_NAME = 120
"""Characters of a file's name that are kept, its ending included."""
MAX_PIXELS = 80_000_000
"""Bound of what an image may unfold to (pixels)."""
MAX_ARCHIVE_MEMBERS = 5_000
MAX_ARCHIVE_BYTES = 500_000_000
"""Bounds of what an office document, which is an archive, may unfold to (bytes)."""


@dataclass(frozen=True)
class CheckedUpload:
    """A file that may be kept: its cleaned name, its type as its content says, its size in bytes and its digest."""

    file: UploadedFile
    name: str
    kind: str
    size: int
    sha256: str
    id: uuid.UUID = field(default_factory=uuid.uuid4)


def check(file: UploadedFile, kinds: Iterable[str], max_bytes: int) -> CheckedUpload:
    """What `file` is, or a `ValidationError` in French that names it and says how to mend it."""
    name = clean_name(file.name or "")
    kind, allowed = kind_of(name), [key for key in KINDS if key in set(kinds)]
    if kind not in allowed:
        labels = ", ".join(KINDS[key].label for key in allowed)
        raise ValidationError(
            f"«\u00a0{name}\u00a0»\u00a0: ce type de fichier n’est pas accepté. Acceptés\u00a0: {labels}."
        )
    if not file.size:
        raise ValidationError(f"«\u00a0{name}\u00a0» est vide.")
    if file.size > max_bytes:
        limit = max_bytes // 1_000_000
        raise ValidationError(
            f"«\u00a0{name}\u00a0» dépasse {limit}\u00a0Mo. Réduisez-le ou déposez-le en plusieurs parties."
        )
    if not holds(file, kind):
        raise ValidationError(
            f"«\u00a0{name}\u00a0»\u00a0: le contenu n’est pas celui d’un fichier {KINDS[kind].label}. "
            "Enregistrez-le de nouveau dans ce format."
        )
    return CheckedUpload(file, name, kind, file.size, digest(file))


def clean_name(raw: str) -> str:
    """A name that is safe to show and to offer: no path, no control or direction character, 120 characters."""
    text = unicodedata.normalize("NFC", raw).replace("\\", "/").rpartition("/")[2]
    text = "".join(letter for letter in text if not unicodedata.category(letter).startswith("C"))
    text = "".join("-" if letter in ':*?"<>|' else letter for letter in text)
    stem, dot, ending = " ".join(text.split()).rpartition(".")
    if not dot:
        stem, ending = ending, ""
    ending = ending[:10]
    stem = stem.strip(" .")[: MAX_NAME - len(ending) - 1] or "fichier"
    return f"{stem}.{ending}" if ending else stem


def holds(file: UploadedFile, kind: str) -> bool:
    """True where the content of `file` is of the kind that its name claims."""
    expected = KINDS[kind]
    file.seek(0)
    try:
        if expected.is_archive:
            return archive_holds(file, expected)
        found = {match.extension.lstrip(".") for match in puremagic.magic_stream(file)}
        if expected.content_type.startswith("image/"):
            file.seek(0)
            with Image.open(file) as image:
                if image.width * image.height > MAX_PIXELS:
                    return False
    except Exception:  # a file that trips a parser is refused like any other that is not what it claims
        return False
    finally:
        file.seek(0)
    return bool(found & {kind, *expected.aliases})


def archive_holds(file: UploadedFile, expected: Kind) -> bool:
    """True for an office document of the expected kind, within bounds and without macros."""
    with zipfile.ZipFile(file) as archive:
        members = archive.infolist()
        names = {member.filename for member in members}
        if len(members) > MAX_ARCHIVE_MEMBERS or sum(member.file_size for member in members) > MAX_ARCHIVE_BYTES:
            return False
        if any(name.lower().endswith("vbaproject.bin") or name.startswith("Basic/") for name in names):
            return False
        if expected.member:
            return {"[Content_Types].xml", expected.member} <= names
        if "mimetype" not in names or archive.getinfo("mimetype").file_size > 100:
            return False
        return archive.read("mimetype").decode("ascii").strip() == expected.mimetype


def digest(file: File) -> str:
    """The SHA-256 of the content, in hexadecimal."""
    total = hashlib.sha256()
    file.seek(0)
    for chunk in file.chunks():
        total.update(chunk)
    file.seek(0)
    return total.hexdigest()


def store(
    upload: CheckedUpload, field_id: str, candidature: Candidature | None = None, *, draft: Draft | None = None
) -> Attachment:
    """Keep a checked file for a draft or a candidature. Where an antivirus is set, the file waits for its answer."""
    attachment = Attachment(
        id=upload.id,
        candidature=candidature,
        draft=draft,
        field_id=field_id,
        name=upload.name,
        content_type=KINDS[upload.kind].content_type,
        size=upload.size,
        sha256=upload.sha256,
        scan=Scan.PENDING if settings.CLAMD_URL else Scan.NONE,
    )
    attachment.file.save(f"{upload.id}.{upload.kind}", upload.file, save=False)
    attachment.save(force_insert=True)
    if settings.CLAMD_URL:
        wake("attachment-scans")
    return attachment


def adopt(attachment: Attachment, candidature: Candidature) -> Attachment:
    """Give a waiting file to a candidature; one that another candidature took meanwhile is copied.

    Returns the attachment of `candidature`.
    """
    if Attachment.objects.filter(pk=attachment.pk, candidature=None).update(candidature=candidature, draft=None):
        attachment.candidature, attachment.draft = candidature, None
        return attachment
    copy = Attachment(
        candidature=candidature,
        field_id=attachment.field_id,
        name=attachment.name,
        content_type=attachment.content_type,
        size=attachment.size,
        sha256=attachment.sha256,
        scan=attachment.scan,
    )
    with attachment.file.open("rb") as content:
        copy.file.save(f"{copy.pk}.{kind_of(attachment.name)}", ContentFile(content.read()), save=False)
    copy.save(force_insert=True)
    return copy


def receive(draft: Draft, field: FilesField, files: Iterable[UploadedFile]) -> list[str]:
    """Take files into a draft, one by one; return what is said of those that cannot enter it.

    A field of one file replaces the one it holds; a field of several refuses those beyond its number.
    """
    refused: list[str] = []
    for file in files:
        try:
            checked = check(file, field.kinds, field.max_bytes)
        except ValidationError as error:
            refused += error.messages
            continue
        held = draft.attachments.filter(field_id=field.field_id)
        if held.filter(sha256=checked.sha256, name=checked.name).exists():
            continue  # the same file sent twice by a retry
        if field.max_files > 1 and held.count() >= field.max_files:
            refused.append(
                f"«\u00a0{checked.name}\u00a0»\u00a0: {field.max_files} fichiers au plus. Retirez-en un d’abord."
            )
            continue
        former = list(held) if field.max_files == 1 else []
        store(checked, field.field_id, draft=draft)
        for each in former:
            remove(draft, str(each.pk))
    return refused


def remove(draft: Draft, pk: str) -> bool:
    """Take one file out of a draft, row first; False where the draft does not hold it."""
    try:
        attachment = draft.attachments.filter(pk=uuid.UUID(pk)).first()
    except ValueError:
        return False
    if attachment is None:
        return False
    attachment.delete()
    attachment.file.delete(save=False)
    return True


def discard_all(draft: Draft) -> None:
    """Remove the files of a draft: rows now, contents once that is certain."""
    files = [attachment.file for attachment in draft.attachments.all()]
    draft.attachments.all().delete()
    transaction.on_commit(lambda: [file.storage.delete(file.name) for file in files])


def serve(attachment: Attachment) -> FileResponse:
    """The file as a download that a browser neither runs, nor guesses, nor keeps. The caller checks who asks.

    Raises `Http404` for one that the antivirus has not cleared: it is served to nobody.
    """
    if not attachment.is_served:
        raise Http404("Ce fichier attend la réponse de l’antivirus, ou il l’a refusé.")
    try:
        content = attachment.file.open("rb")
    except FileNotFoundError as error:
        raise Http404("Ce fichier n’est plus là.") from error
    response = FileResponse(content, as_attachment=True, filename=attachment.name, content_type=attachment.content_type)
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response["Cache-Control"] = "private, no-store"
    response["Cross-Origin-Resource-Policy"] = "same-origin"
    return response


def nice_size(size: int) -> str:
    """A size in bytes as people read it: « 240 Ko », « 1,2 Mo » (powers of ten)."""
    if size < 1_000_000:
        return f"{max(1, round(size / 1000))}\u00a0Ko"
    return f"{size / 1_000_000:.1f}".replace(".", ",") + "\u00a0Mo"
