"""The files of public issues, made by the worker where what they are made of has changed."""

import logging
from typing import Any

from django.core.files.base import ContentFile
from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from wagtail.models import Page

from revue import epub, manuscript, pdf
from revue.models import Format, IssueFile, IssuePage

logger = logging.getLogger(__name__)
MAKERS = {Format.EPUB: epub.make, Format.PDF: pdf.make}


def make_all() -> int:
    """Look at every issue whole: a contributor's name, a picture or the engine may have changed."""
    return make_due(thorough=True)


def make_due(*, thorough: bool = False) -> int:
    """Make what is missing or stale; return how many files were made. One failure keeps no other back.

    An issue of which no page was published since its files were made is passed over, unless `thorough`.
    """
    made = 0
    for issue in IssuePage.objects.live().public().select_related("series", "cover", "signatory").iterator(50):
        if not thorough and _is_settled(issue):
            continue
        book = None
        for kind in Format:
            if kind == Format.PDF and issue.printed_pdf_id:
                continue
            book = book or manuscript.of(issue)
            made += make(issue, kind, book)
    return made


def _is_settled(issue: IssuePage) -> bool:
    """Whether each of its files was made, or tried, after the last publication of one of its pages."""
    pages = Page.objects.filter(path__startswith=issue.path)
    changed = pages.aggregate(latest=Max("last_published_at"))["latest"]
    wanted = {Format.EPUB} if issue.printed_pdf_id else set(Format)
    tried = {each.format for each in issue.files.all() if changed is None or each.tried_at > changed}
    return wanted <= tried


def make(issue: IssuePage, kind: Format, book: manuscript.Book) -> bool:
    """Make one file where its fingerprint has changed; True where it was made. The old file stays until then."""
    row, _ = IssueFile.objects.get_or_create(issue=issue, format=kind)
    wanted = book.fingerprint(kind)
    IssueFile.objects.filter(pk=row.pk).update(tried_at=timezone.now())
    if row.fingerprint == wanted and (row.file or row.error):
        return False
    try:
        content = MAKERS[kind](book)
    except Exception as failure:  # kept for the desk; tried again when the issue or the engine changes
        logger.exception("Issue %s could not be made as %s", issue.pk, kind)
        reason = f"{kind.label}\u00a0: {failure or type(failure).__name__}"
        IssueFile.objects.filter(pk=row.pk).update(error=reason, fingerprint=wanted)
        return False
    _swap(row, wanted, content, f"{issue.slug}.{kind}")
    return True


def _swap(row: IssueFile, wanted: str, content: bytes, name: str) -> None:
    storage: Any = row.file.storage
    old = row.file.name
    stored = storage.save(row.file.field.generate_filename(row, name), ContentFile(content))
    with transaction.atomic():
        IssueFile.objects.filter(pk=row.pk).update(
            file=stored, fingerprint=wanted, size=len(content), built_at=timezone.now(), error=""
        )
        if old:
            transaction.on_commit(lambda: storage.delete(old))
