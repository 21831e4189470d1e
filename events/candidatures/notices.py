"""E-mails of a filing: one to the applicant, one to the team, written with the change they tell of."""

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.urls import reverse

from events.candidatures.call_letters import filled
from events.candidatures.eligibility import Eligibility
from events.candidatures.models import Candidature, CandidaturePage
from nec_cms.mail import queue_mail

OWN_WORDS = "candidatures/mail/own_words.txt"


def tell_of_filing(candidature: Candidature, page: CandidaturePage) -> None:
    """Queue the receipt and the team's notice. An applicant without address gets none."""
    contact = page.contact
    context = {
        "candidature": candidature,
        "eligibility": Eligibility.from_json(candidature.eligibility),
        "page": page,
        "contact": contact,
        "receipt_url": absolute(receipt_path(page, candidature)),
        "space_url": absolute(reverse("candidatures:space")),
        "desk_url": absolute(reverse("candidatures_candidature_modeladmin_inspect", args=[candidature.pk])),
    }
    if candidature.contact_email:
        template = "candidatures/mail/filing_receipt.txt"
        if page.receipt_mail:
            template, context = OWN_WORDS, context | {"text": receipt_words(page, candidature, context)}
        queue_mail(candidature.contact_email, template, context, reply_to=contact)
    queue_mail(
        candidature.team.email,
        "candidatures/mail/filing_team.txt",
        context,
        reply_to=candidature.contact_email or contact,
    )


def receipt_words(page: CandidaturePage, candidature: Candidature, context: Mapping[str, Any]) -> str:
    """The editor's message with its places filled."""
    tiers = [
        f"{tier.label}\u00a0: {'critères réunis' if tier.met else 'critères à réunir'}\n"
        + "\n".join(f"- {reason}" for reason in tier.reasons)
        for tier in context["eligibility"].tiers
    ]
    return filled(
        page.receipt_mail,
        {
            "numero": candidature.number,
            "titre": candidature.title,
            "structure": candidature.organisation,
            "contact": candidature.contact_name,
            "niveaux": "\n\n".join(tiers),
            "recu": context["receipt_url"],
            "espace": context["space_url"],
            "adresse": context["contact"],
        },
    )


def receipt_path(page: CandidaturePage, candidature: Candidature) -> str:
    """Where a candidature's receipt is shown."""
    return page.get_url() + page.reverse_subpage("receipt", kwargs={"token": candidature.token})


def absolute(path: str) -> str:
    return f"{settings.BASE_URL}{path}"
