"""Messages between team and porteur, and opinions asked from outside: one door for each, with log and e-mails."""

from collections.abc import Iterable
from datetime import timedelta

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone

from events.candidatures import decisions, letters, uploads
from events.candidatures.errors import InvalidMove, NotAllowed, Unfit
from events.candidatures.file_field import Received
from events.candidatures.journal import Action, record
from events.candidatures.models import Candidature, Message, Note, OutsideOpinion
from events.formats.models import FormatPage

OPINION_DAYS = 21
"""Days that a link to give an opinion works, unless the team says otherwise (1 to 90)."""


@transaction.atomic
def send(candidature: Candidature, author: AbstractBaseUser, body: str, files: Received | None = None) -> Message:
    """A message to the other side: of the team where `author` instructs the file, else of its porteur.

    Raises `NotAllowed` for anybody else, `Unfit` for an empty message or a file without address.
    """
    if not body.strip():
        raise Unfit("Écrivez votre message.")
    file = Candidature.objects.instructed_by(author).filter(pk=candidature.pk).first()
    from_team = file is not None
    if from_team:
        file = decisions.locked(candidature, author)
        if not file.contact_email:
            raise Unfit("Ce dossier n’indique pas d’adresse où répondre.")
    else:
        file = (
            Candidature.objects.of_porteur(author).select_related("team", "assignee").filter(pk=candidature.pk).first()
        )
        if file is None:
            raise NotAllowed("Ce dossier n’est pas le vôtre.")
    message = Message.objects.create(candidature=file, author=author, from_team=from_team, body=body.strip())
    keep_files(file, message.field_id, files)
    record(file, Action.MESSAGE, author, detail="À la structure." if from_team else "À l’équipe.")
    letters.deliver(message)
    return message


def keep_files(file: Candidature, field_id: str, files: Received | None) -> list:
    """Store checked files under a name that is not a field of the form."""
    return [uploads.store(upload, field_id, file) for upload in files.fresh] if files is not None else []


@transaction.atomic
def note(candidature: Candidature, author: AbstractBaseUser, body: str) -> Note:
    """An internal note. Raises `NotAllowed`, and `Unfit` for an empty one."""
    file = decisions.locked(candidature, author)
    if not body.strip():
        raise Unfit("Écrivez votre note.")
    return Note.objects.create(candidature=file, author=author, body=body.strip())


@transaction.atomic
def note_seen(candidature: Candidature, actor: AbstractBaseUser) -> int:
    """The complements that came have been read: they leave « À traiter ». Returns how many."""
    file = decisions.locked(candidature, actor)
    return file.complements.filter(answered_at__isnull=False, seen_at=None).update(seen_at=timezone.now())


@transaction.atomic
def ask_opinion(
    candidature: Candidature,
    actor: AbstractBaseUser,
    *,
    kind: str,
    name: str,
    email: str,
    question: str,
    shown: Iterable[str] = (),
    days: int = OPINION_DAYS,
    format: FormatPage | None = None,
) -> OutsideOpinion:
    """Send a link to somebody without account, who will see `shown` (UUIDs of questions) and nothing else."""
    file = decisions.locked(candidature, actor)
    if not 1 <= days <= 90:
        raise Unfit("Un lien vaut de 1 à 90 jours.")
    opinion = OutsideOpinion.objects.create(
        candidature=file,
        kind=kind,
        name=name,
        email=email,
        question=question,
        shown=list(shown),
        format=format,
        asked_by=actor,
        expires_at=timezone.now() + timedelta(days=days),
    )
    record(file, Action.OPINION_ASKED, actor, detail=f"À {name} ({email}).")
    letters.ask_opinion(opinion)
    return opinion


@transaction.atomic
def give_opinion(token: str, answer: str, text: str) -> OutsideOpinion:
    """Keep the answer of whoever holds the link, once. Raises `InvalidMove` where it was used or has expired."""
    opinion = (
        OutsideOpinion.objects.select_for_update(of=("self",))
        .select_related("candidature__team", "candidature__assignee")
        .filter(token=token)
        .first()
    )
    if opinion is None or not opinion.is_open(timezone.now()):
        raise InvalidMove(message="Ce lien ne sert plus.")
    opinion.answer, opinion.text, opinion.answered_at = answer, text.strip(), timezone.now()
    opinion.save()
    record(opinion.candidature, Action.OPINION_GIVEN, None, detail=f"De {opinion.name}.")
    letters.tell_of_opinion(opinion)
    return opinion
