"""A person's own data: everything on one page of JSON, and its erasure where nothing obliges to keep it."""

from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils import timezone

from events.candidatures import drafts, snapshot
from events.candidatures.models import Attachment, Candidature, CoPorteur, Draft, SignInLink
from events.candidatures.states import LABELLED, OPEN, State
from nec_cms.models import User

ERASED = "Effacé à la demande de la personne"


def export(user: User) -> dict[str, Any]:
    """What the site holds about a person, in plain values: account, drafts, files with answers, history, messages."""
    files = Candidature.objects.seen_by(user).prefetch_related("log", "attachments", "messages")
    return {
        "exporté le": timezone.localtime().isoformat(),
        "compte": {
            "adresse": user.email,
            "prénom": user.first_name,
            "nom": user.last_name,
            "créé le": user.date_joined.isoformat(),
        },
        "brouillons": [
            {
                "enregistré le": each.saved_at.isoformat(),
                "gardé jusqu’au": each.expires_at.isoformat(),
                "réponses": each.data,
            }
            for each in own_drafts(user)
        ],
        "candidatures": [exported(file) for file in files],
        "partagées avec vous": list(
            CoPorteur.objects.filter(email=user.email.lower()).values_list("candidature__title", flat=True)
        ),
    }


def exported(file: Candidature) -> dict[str, Any]:
    """One file in plain values."""
    return {
        "numéro": file.number,
        "état": file.get_state_display(),
        "déposée le": file.filed_at.isoformat(),
        "réponses": {
            answer.label: answer.lines
            for step in snapshot.read(file.form_snapshot, file.form_data)
            for answer in step.answers
            if not answer.is_empty
        },
        "éligibilité au jour du dépôt": file.eligibility,
        "pièces": [{"nom": each.name, "octets": each.size, "sha256": each.sha256} for each in file.attachments.all()],
        "messages": [
            {"le": each.at.isoformat(), "de l’équipe": each.from_team, "texte": each.body}
            for each in file.messages.all()
        ],
        "historique": [
            {"le": each.at.isoformat(), "action": each.action, "état": each.to_state}
            for each in file.log.all()
            if each.to_state
        ],
    }


def own_drafts(user: User) -> list[Draft]:
    return list(Draft.objects.filter(contact_email=user.email.lower(), candidature=None))


@dataclass(frozen=True)
class Erasure:
    """What an erasure removes, and what is kept, with the reason in French."""

    drafts: list[Draft]
    files: list[Candidature]
    kept: list[tuple[Candidature, str]]


def plan(user: User) -> Erasure:
    """What can be erased now, of the files that the person owns."""
    removed, kept = [], []
    for file in Candidature.objects.owned_by(user).order_by("-filed_at"):
        if file.state in OPEN:
            kept.append((file, "En cours d’examen\u00a0: retirez-la d’abord."))
        elif file.state in LABELLED or file.state == State.BRAND:
            kept.append((file, "Accordée\u00a0: elle justifie l’usage de la marque, l’événement ou la subvention."))
        else:
            removed.append(file)
    return Erasure(own_drafts(user), removed, kept)


@transaction.atomic
def erase(user: User) -> Erasure:
    """Carry out the plan: drafts go; of a closed file stay its number, its state, its territory and its dates."""
    found = plan(user)
    for draft in found.drafts:
        drafts.discard(draft)
    for file in found.files:
        contents = [attachment.file for attachment in file.attachments.all()]
        Attachment.objects.filter(candidature=file).delete()
        for content in contents:
            transaction.on_commit(lambda content=content: content.storage.delete(content.name))
        file.messages.all().delete()
        file.co_porteurs.all().delete()
        file.form_data, file.title, file.organisation = {}, ERASED, ""
        file.contact_name, file.contact_email, file.porteur = "", "", None
        file.save()
    CoPorteur.objects.filter(email=user.email.lower()).delete()
    if not found.kept:
        user.email, user.first_name, user.last_name = f"efface-{user.pk}@compte.invalid", "", ""
        user.is_active = False
    end_sessions(user)
    return found


def end_sessions(user: User) -> None:
    """Sign the person out everywhere: every session depends on a password that nobody knows, drawn anew here."""
    user.set_unusable_password()
    user.save()
    SignInLink.objects.filter(user=user, used_at=None).update(used_at=timezone.now())
