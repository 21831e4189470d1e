"""The receipt of a candidature, for whoever holds its address."""

from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from events.candidatures import dossier_pdf, snapshot
from events.candidatures.eligibility import Eligibility
from events.candidatures.models import Candidature, CandidaturePage
from events.candidatures.moments import french_moment


def copy(request: HttpRequest, page: CandidaturePage, token: str) -> HttpResponse:
    """The same as a PDF, for whoever holds the address of the receipt."""
    candidature = Candidature.objects.filter(page=page, token=token).first()
    if candidature is None:
        raise Http404("Cet accusé de réception n’existe pas.")
    return dossier_pdf.response(candidature)


def receipt(request: HttpRequest, page: CandidaturePage, token: str) -> HttpResponse:
    """What was filed and what happens next, for whoever holds the address."""
    candidature = Candidature.objects.filter(page=page, token=token).first()
    if candidature is None:
        raise Http404("Cet accusé de réception n’existe pas.")
    context = page.get_context(request) | {
        "candidature": candidature,
        "filed_at": french_moment(candidature.filed_at),
        "eligibility": Eligibility.from_json(candidature.eligibility),
        "steps": list(snapshot.read(candidature.form_snapshot, candidature.form_data)),
        "contact": page.contact,
        "pdf_url": page.get_url() + page.reverse_subpage("receipt_pdf", kwargs={"token": token}),
    }
    response = TemplateResponse(request, "candidatures/receipt.html", context)
    response["Cache-Control"] = "private, no-store"
    response["Referrer-Policy"] = "same-origin"
    response["X-Robots-Tag"] = "noindex, nofollow"
    return response
