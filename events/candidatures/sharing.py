"""What the owner of a file does with it: share it, withdraw it. One door each, with log and e-mails."""

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.urls import reverse

from events.candidatures import decisions, letters
from events.candidatures.errors import NotAllowed, Unfit
from events.candidatures.journal import Action, record
from events.candidatures.models import Candidature, CoPorteur
from events.candidatures.notices import absolute
from events.candidatures.states import State
from nec_cms.mail import queue_mail

MAX_SHARED = 10
"""People with whom one file is shared, at most."""
NOT_YOURS = "Seule la personne qui a déposé ce dossier peut faire cela."


def owned(candidature: Candidature, actor: AbstractBaseUser) -> Candidature:
    """The file under its lock. Raises `NotAllowed` for anyone but its owner."""
    files = Candidature.objects.owned_by(actor).select_related("team", "assignee").select_for_update(of=("self",))
    file = files.filter(pk=candidature.pk).first()
    if file is None:
        raise NotAllowed(NOT_YOURS)
    return file


@transaction.atomic
def share(candidature: Candidature, actor: AbstractBaseUser, email: str, role: str) -> CoPorteur:
    """Share a file with an address, which is told by e-mail; asked again, the role changes and no message leaves."""
    file = owned(candidature, actor)
    address = email.strip().lower()
    if address == file.contact_email or address == actor.email.lower():
        raise Unfit("Cette adresse est déjà celle du dossier.")
    if file.co_porteurs.exclude(email=address).count() >= MAX_SHARED:
        raise Unfit(f"Un dossier se partage avec {MAX_SHARED} personnes au plus.")
    shared, created = CoPorteur.objects.update_or_create(
        candidature=file, email=address, defaults={"role": role}, create_defaults={"role": role, "invited_by": actor}
    )
    if created:
        context = {"candidature": file, "shared": shared, "space_url": absolute(reverse("candidatures:space"))}
        queue_mail(address, "candidatures/mail/shared.txt", context, reply_to=file.contact_email)
        record(file, Action.SHARED, actor, detail=f"Avec {address}, {shared.get_role_display().lower()}.")
    return shared


@transaction.atomic
def unshare(candidature: Candidature, actor: AbstractBaseUser, pk: int) -> bool:
    """Take a person out of a file; False where the file is not shared with them."""
    file = owned(candidature, actor)
    shared = file.co_porteurs.filter(pk=pk).first()
    if shared is None:
        return False
    shared.delete()
    record(file, Action.SHARED, actor, detail=f"Plus avec {shared.email}.")
    return True


@transaction.atomic
def withdraw(candidature: Candidature, actor: AbstractBaseUser, reason: str) -> Candidature:
    """Withdraw a file that is not decided yet; the team is told. Raises what `decisions.check_move` raises."""
    file = owned(candidature, actor)
    decisions.check_move(file, State.WITHDRAWN)
    words = reason.strip() or "Retirée par la structure."
    decisions.write(file, State.WITHDRAWN, actor, words)
    letters.announce(file, words)
    desk = absolute(reverse("candidatures_candidature_modeladmin_inspect", args=[file.pk]))
    queue_mail(
        file.team.email,
        "candidatures/mail/withdrawn_team.txt",
        {"candidature": file, "reason": words, "desk_url": desk},
        reply_to=file.contact_email,
    )
    return file
