"""What the team's work tells people by e-mail, and the preview of it.

A decision is announced in the words of the team where it has set some, else in the site's.
"""

from typing import Any

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser
from django.template.loader import render_to_string
from django.urls import reverse

from events.candidatures.french import french_day, french_euros
from events.candidatures.letter_places import filled
from events.candidatures.models import Candidature, Complement, Grant, LetterText, Message, OutsideOpinion, Report, Team
from events.models import EventPage
from nec_cms.mail import queue_mail
from nec_cms.typography import french_spaces

FOLDER = "candidatures/mail"
OWN_WORDS = f"{FOLDER}/decision_own_words.txt"


def announce(file: Candidature, reason: str, complement: Complement | None = None) -> None:
    """Tell the applicant where the file now stands and why; the answer goes to the team."""
    if file.contact_email:
        template, context = _letter(file, file.state, reason, complement)
        queue_mail(file.contact_email, template, context, reply_to=file.team.email)


def preview(
    file: Candidature, state: str, reason: str, complement: Complement | None = None, awarded: Any = None
) -> str:
    """The very text, subject first, that `announce` would send if the file went to `state`."""
    template, context = _letter(file, state, reason, complement, awarded)
    return render_to_string(template, {"base_url": settings.BASE_URL, **context}).strip()


def _letter(
    file: Candidature, state: str, reason: str, complement: Complement | None, awarded: Any = None
) -> tuple[str, dict[str, Any]]:
    """The template of a state's letter and its variables."""
    grant = Grant.objects.filter(candidature=file).first() if awarded is None else None
    awarded = grant.awarded if grant else awarded
    amount = french_euros(awarded) if awarded else ""
    own = LetterText.objects.filter(team=file.team, state=state).first()
    if own is not None:
        values = places(file, reason, amount)
        return OWN_WORDS, {
            "candidature": file,
            "subject": french_spaces(filled(own.subject, values)),
            "body": french_spaces(filled(own.body, values)),
        }
    context = {"candidature": file, "reason": reason, "amount": amount}
    if complement is not None:
        asked = {field["id"]: field["label"] for step in file.form_snapshot for field in step["fields"]}
        context["fields"] = [asked[field] for field in complement.fields if field in asked]
        context["due_on"] = french_day(complement.due_on)
        context["answer_url"] = reverse("candidatures:complement", args=[file.pk])
    return f"{FOLDER}/decision_{state}.txt", context


def places(file: Candidature, reason: str, amount: str = "") -> dict[str, str]:
    """What fills the places of a team's letter."""
    return {
        "numero": file.number,
        "titre": file.title,
        "structure": file.organisation,
        "contact": file.contact_name,
        "equipe": str(file.team),
        "motivation": reason,
        "montant": amount,
        "espace": f"{settings.BASE_URL}{reverse('candidatures:space')}",
    }


def tell_team(file: Candidature, event: EventPage) -> None:
    """Tell the team that an event page waits for somebody to read it over and publish it."""
    editor = reverse("wagtailadmin_pages:edit", args=[event.pk])
    queue_mail(file.team.email, f"{FOLDER}/decision_team.txt", {"candidature": file, "event": event, "editor": editor})


def hand_over(file: Candidature, former: Team, actor: AbstractBaseUser, reason: str) -> None:
    """Tell a team that it has been given a file."""
    context = {"candidature": file, "former": former, "actor": actor, "reason": reason, "desk": _desk(file)}
    queue_mail(file.team.email, f"{FOLDER}/decision_reassigned.txt", context)


def tell_follower(file: Candidature, actor: AbstractBaseUser) -> None:
    """Tell somebody that he or she now follows a file."""
    context = {"candidature": file, "actor": actor, "desk": _desk(file)}
    queue_mail(file.assignee.email, f"{FOLDER}/file_assigned.txt", context)


def tell_of_answer(file: Candidature, complement: Complement) -> None:
    """The complement has come: tell whoever follows the file, and thank the porteur."""
    context = {"candidature": file, "complement": complement, "desk": _desk(file)}
    queue_mail(follower(file), f"{FOLDER}/complement_received.txt", context, reply_to=file.contact_email)
    if file.contact_email:
        queue_mail(file.contact_email, f"{FOLDER}/complement_thanks.txt", context, reply_to=file.team.email)


def deliver(message: Message) -> None:
    """A message of the team to the porteur, or of the porteur to whoever follows the file."""
    file = message.candidature
    if message.from_team:
        if not file.contact_email:
            return
        to, template, answers_to = file.contact_email, "message_to_porteur.txt", file.team.email
        page = reverse("candidatures:messages", args=[file.pk])
    else:
        to, template, answers_to = follower(file), "message_to_team.txt", file.contact_email or file.team.email
        page = reverse("candidatures_desk:exchanges", args=[file.pk])
    context = {"candidature": file, "message": message, "page": page}
    queue_mail(to, f"{FOLDER}/{template}", context, reply_to=answers_to)


def ask_opinion(opinion: OutsideOpinion) -> None:
    """Send the link to an expert or a partner."""
    file = opinion.candidature
    context = {
        "opinion": opinion,
        "team": file.team,
        "until": french_day(opinion.expires_at.date()),
        "page": reverse("candidatures:opinion", args=[opinion.token]),
    }
    queue_mail(opinion.email, f"{FOLDER}/opinion_{opinion.kind}.txt", context, reply_to=file.team.email)


def tell_of_opinion(opinion: OutsideOpinion) -> None:
    """Tell whoever follows the file that an answer from outside has come."""
    file = opinion.candidature
    context = {"candidature": file, "opinion": opinion, "desk": _desk(file)}
    queue_mail(follower(file), f"{FOLDER}/opinion_received.txt", context)


def tell_porteur_of_grant(grant: Grant, template: str, report: Report | None = None, reason: str = "") -> None:
    """Where the grant stands, to the porteur; the answer goes to the team."""
    file = grant.candidature
    if not file.contact_email:
        return
    context = {
        "candidature": file,
        "grant": grant,
        "awarded": french_euros(grant.awarded),
        "payable": french_euros(grant.payable) if grant.payable is not None else "",
        "report": report,
        "reason": reason,
        "page": reverse("candidatures:grant", args=[file.pk]),
    }
    queue_mail(file.contact_email, f"{FOLDER}/{template}.txt", context, reply_to=file.team.email)


def tell_team_of_grant(grant: Grant, text: str) -> None:
    """Something of the porteur's about the grant, to whoever follows the file."""
    file = grant.candidature
    context = {
        "candidature": file,
        "text": french_spaces(text),
        "page": reverse("candidatures_desk:grant", args=[file.pk]),
    }
    queue_mail(follower(file), f"{FOLDER}/grant_team.txt", context, reply_to=file.contact_email or file.team.email)


def follower(file: Candidature) -> str:
    """The address of whoever follows the file; the team's where nobody does."""
    return file.assignee.email if file.assignee else file.team.email


def _desk(file: Candidature) -> str:
    return reverse("candidatures_candidature_modeladmin_inspect", args=[file.pk])
