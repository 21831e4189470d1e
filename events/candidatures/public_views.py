"""What the page of the call answers: the form, its errors, and the receipt."""

from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse

from events.candidatures import snapshot
from events.candidatures.dossier_form import CONFIRM, TRAP, DossierForm
from events.candidatures.eligibility import Eligibility, Rules, requirements
from events.candidatures.filing import file_candidature
from events.candidatures.french import french_day
from events.candidatures.models import Candidature, CandidaturePage
from events.candidatures.moments import french_moment
from events.candidatures.notices import receipt_path
from events.candidatures.territory_choice import TerritoryDirectory


def call(request: HttpRequest, page: CandidaturePage, today: date) -> HttpResponse:
    """The call with its form; a post files it and leads to the receipt (303), or shows what is to be mended (422)."""
    takes_forms = page.is_open(today) and not page.outside_url
    if request.method != "POST":
        form = page.get_form(initial=prefilled(request, page)) if takes_forms else None
        return show(request, page, form, today)
    if not takes_forms:
        return show(request, page, None, today, status=403)
    form = page.get_form(request.POST, request.FILES)
    if form.is_valid():
        filing = file_candidature(page, form)
        return HttpResponseRedirect(receipt_path(page, filing.candidature), status=303)
    form.keep_files()
    response = show(request, page, form, today, status=422)
    response["Cache-Control"] = "private, no-store"
    return response


def show(
    request: HttpRequest, page: CandidaturePage, form: DossierForm | None, today: date, status: int = 200
) -> HttpResponse:
    context = page.get_context(request) | {
        "form": form,
        "is_open": page.is_open(today),
        "closed": closed(page, today),
        "tiers": requirements(Rules()),
        "trap": TRAP,
        "confirm": CONFIRM,
    }
    return TemplateResponse(request, page.get_template(request), context, status=status)


def closed(page: CandidaturePage, today: date) -> dict[str, str]:
    """What is said instead of the form before the opening and after the last day."""
    if page.opens_on and today < page.opens_on:
        title, text = "L’appel n’est pas encore ouvert", f"Il ouvre le {french_day(page.opens_on)}."
    elif page.closes_on:
        title, text = (
            "L’appel est clos",
            f"Il l’est depuis le {french_day(page.closes_on)}. Écrivez-nous pour la suite.",
        )
    else:
        title, text = "L’appel est clos", "Écrivez-nous pour la suite."
    return {"title": title, "text": text, "url": f"mailto:{page.contact}"}


def prefilled(request: HttpRequest, page: CandidaturePage) -> dict[str, Any]:
    """First values of the form: the territory of ``?territoire=``, where the directory has it."""
    slug = request.GET.get("territoire", "")
    field = next((field for field in page.get_form_fields() if field.role == "territory"), None)
    if not slug or field is None or slug not in TerritoryDirectory().by_slug:
        return {}
    return {field.clean_name: (slug, "")}


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
    }
    response = TemplateResponse(request, "candidatures/receipt.html", context)
    response["Cache-Control"] = "private, no-store"
    response["Referrer-Policy"] = "same-origin"
    response["X-Robots-Tag"] = "noindex, nofollow"
    return response
