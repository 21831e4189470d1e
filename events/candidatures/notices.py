"""E-mails of a filing: one to the applicant, one to the team, written with the change they tell of."""

from django.conf import settings
from django.urls import reverse

from events.candidatures.eligibility import Eligibility
from events.candidatures.models import Candidature, CandidaturePage
from nec_cms.mail import queue_mail


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
        queue_mail(candidature.contact_email, "candidatures/mail/filing_receipt.txt", context, reply_to=contact)
    queue_mail(
        candidature.team.email,
        "candidatures/mail/filing_team.txt",
        context,
        reply_to=candidature.contact_email or contact,
    )


def receipt_path(page: CandidaturePage, candidature: Candidature) -> str:
    """Where a candidature's receipt is shown."""
    return page.get_url() + page.reverse_subpage("receipt", kwargs={"token": candidature.token})


def absolute(path: str) -> str:
    return f"{settings.BASE_URL}{path}"
