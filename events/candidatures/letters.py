"""What the team's work tells people by e-mail, and the preview of it."""

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser
from django.template.loader import render_to_string
from django.urls import reverse

from events.candidatures.models import Candidature, Team
from events.models import EventPage
from nec_cms.mail import queue_mail

FOLDER = "candidatures/mail"


def announce(file: Candidature, reason: str) -> None:
    """Tell the applicant where the file now stands and why; the answer goes to the team."""
    if file.contact_email:
        queue_mail(
            file.contact_email,
            f"{FOLDER}/decision_{file.state}.txt",
            {"candidature": file, "reason": reason},
            reply_to=file.team.email,
        )


def preview(file: Candidature, state: str, reason: str) -> str:
    """The very text, subject first, that `announce` would send if the file went to `state`."""
    context = {"candidature": file, "reason": reason, "base_url": settings.BASE_URL}
    return render_to_string(f"{FOLDER}/decision_{state}.txt", context).strip()


def tell_team(file: Candidature, event: EventPage) -> None:
    """Tell the team that an event page waits for somebody to read it over and publish it."""
    editor = reverse("wagtailadmin_pages:edit", args=[event.pk])
    queue_mail(file.team.email, f"{FOLDER}/decision_team.txt", {"candidature": file, "event": event, "editor": editor})


def hand_over(file: Candidature, former: Team, actor: AbstractBaseUser, reason: str) -> None:
    """Tell a team that it has been given a file."""
    queue_mail(
        file.team.email,
        f"{FOLDER}/decision_reassigned.txt",
        {
            "candidature": file,
            "former": former,
            "actor": actor,
            "reason": reason,
            "desk": reverse("candidatures_candidature_modeladmin_inspect", args=[file.pk]),
        },
    )
