"""One file as a ZIP, streamed: its answers, its history, and its attachments under their own names."""

import zipfile
from collections.abc import Iterator

from django.utils.text import slugify

from events.candidatures import journal, snapshot
from events.candidatures.models import Candidature
from events.candidatures.moments import french_moment
from events.candidatures.spreadsheets import CHUNK, Pipe
from events.candidatures.states import label_of


def name_of(file: Candidature) -> str:
    """`nec-2026-00042-nec-metz.zip`, in plain letters."""
    return f"{slugify(f'{file.number} {file.title}')[:100].strip('-')}.zip"


def pieces(file: Candidature) -> Iterator[bytes]:
    """The archive. An attachment that the storage has lost is named in it instead of failing the whole."""
    pipe, lost = Pipe(), []
    with zipfile.ZipFile(pipe, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("reponses.txt", answers_text(file))
        archive.writestr("historique.txt", history_text(file))
        yield pipe.take()
        for number, attachment in enumerate(file.attachments.order_by("created_at", "pk"), start=1):
            try:
                source = attachment.file.open("rb")
            except OSError:
                lost.append(attachment.name)
                continue
            info = zipfile.ZipInfo(f"pieces/{number:02}-{attachment.name}", attachment.created_at.timetuple()[:6])
            info.compress_type = zipfile.ZIP_DEFLATED
            with source, archive.open(info, "w", force_zip64=True) as target:
                while chunk := source.read(CHUNK):
                    target.write(chunk)
                    if pipe.pieces:
                        yield pipe.take()
        if lost:
            archive.writestr("pieces-manquantes.txt", "\n".join(lost))
    yield pipe.take()


def answers_text(file: Candidature) -> str:
    """The answers as plain text, in the words of the form that was answered."""
    parts = [f"{file.number}\n{file.title}\n"]
    for step in snapshot.read(file.form_snapshot, file.form_data):
        parts.append(f"\n{step.title.upper()}\n")
        parts += [f"\n{answer.label}\n" + "\n".join(f"  {line}" for line in answer.lines) for answer in step.answers]
    return "\n".join(parts) + "\n"


def history_text(file: Candidature) -> str:
    """The log as plain text."""
    lines = []
    for entry in file.log.select_related("actor"):
        states = " → ".join(label_of(state) for state in (entry.from_state, entry.to_state) if state)
        who = f", {entry.actor}" if entry.actor else ""
        lines.append(
            f"{french_moment(entry.at)}{who} : {journal.label(entry.action)} {states}\n  {entry.detail}".rstrip()
        )
    return "\n".join(lines) + "\n"
