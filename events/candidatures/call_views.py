"""What everyone sees: the call, its first step, and the way back to a draft. Nothing here sets a cookie."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse, QueryDict
from django.template.response import TemplateResponse
from django.utils import timezone

from events.candidatures import caution, draft_letters, drafts, uploads
from events.candidatures.draft_steps import saved_json, step_url
from events.candidatures.eligibility import requirements
from events.candidatures.french import french_day
from events.candidatures.models import CandidaturePage
from events.candidatures.rulebook import current_rules
from events.candidatures.steps import asked_steps
from events.candidatures.territory_choice import TerritoryDirectory
from events.formats.models import FormatPage

PREFILL = ("territoire", "formats")


class ResumeForm(forms.Form):
    """The address of somebody who began a dossier."""

    email = forms.EmailField(
        label="Votre adresse électronique",
        help_text="Celle que vous avez donnée dans le dossier.",
        max_length=254,
        widget=forms.EmailInput({"autocomplete": "email"}),
        error_messages={
            "required": "Indiquez votre adresse.",
            "invalid": "Cette adresse n’est pas complète. Exemple\u00a0: camille.exemple@example.org",
        },
    )


def call(request: HttpRequest, page: CandidaturePage, today: date) -> HttpResponse:
    """The call: what it asks for, how it goes, and where to begin."""
    takes_forms = page.is_open(today) and not page.outside_url
    context = page.get_context(request) | {
        "is_open": page.is_open(today),
        "takes_forms": takes_forms,
        "closed": closed(page, today),
        "tiers": requirements(current_rules()),
        "steps": page.form_steps,
        "begin_url": page.get_url() + page.reverse_subpage("begin") + carried(request.GET),
        "resume_url": page.get_url() + page.reverse_subpage("resume"),
        "resume_form": ResumeForm(),
    }
    return TemplateResponse(request, page.get_template(request), context)


def carried(query: QueryDict) -> str:
    """The territory and the formats of an address, for the next one."""
    kept = QueryDict(mutable=True)
    for name in PREFILL:
        if value := query.get(name, "")[:500].replace("\x00", ""):
            kept[name] = value
    return f"?{kept.urlencode()}" if kept else ""


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


def begin(request: HttpRequest, page: CandidaturePage, today: date) -> HttpResponse:
    """The first step. A post begins a draft with it, whatever it still lacks, and leads to its own address."""
    if not page.is_open(today) or page.outside_url or not page.form_steps:
        return HttpResponseRedirect(page.get_url()) if request.method != "POST" else refused(request, page, today)
    if request.method != "POST":
        return first_step(request, page, page.get_form(), request.GET)
    if seconds := caution.pause(request, caution.BEGIN):
        return caution.too_many(request, seconds)
    step = page.form_steps[0]
    data = drafts.of_step(request.POST, step)
    files = {name: request.FILES.getlist(name) for name in request.FILES}
    form = page.get_form(request.POST)
    if caution.is_suspect(request.POST) or not (any(map(any, data.values())) or files):
        form.full_clean()
        response = first_step(request, page, form, request.POST, suspect=caution.is_suspect(request.POST))
        response.status_code = 422
        return caution.private(response)
    draft, token = drafts.begin(page, data | prefilled(page, request.POST))
    for field in (form.file_fields[each.clean_name] for each in step.fields if each.clean_name in form.file_fields):
        uploads.receive(draft, field, files.get(field.field_id, []))
    if request.accepts("text/html"):
        draft_letters.send_first_link(draft)
    return leave_first_step(request, page, draft, token)


def leave_first_step(request: HttpRequest, page: CandidaturePage, draft: Any, token: str) -> HttpResponse:
    """To the second step, or back to the first at the draft's own address, where something is to be mended."""
    steps = asked_steps(drafts.form_of(draft))
    if not request.accepts("text/html"):
        return JsonResponse(saved_json(request, draft, steps[0]) | {"url": step_url(page, token, 1)}, status=201)
    place = steps[1].place if len(steps) > 1 and not steps[0].problems else 1
    address = step_url(page, token, place) + ("" if place > 1 else "?corriger")
    return caution.private(HttpResponseRedirect(address, status=303))


def preview(request: HttpRequest, page: CandidaturePage, place: int) -> HttpResponse:
    """The call (0) or one of its steps, empty, for its editor."""
    return (
        first_step(request, page, page.get_form(), QueryDict(), place=place)
        if place
        else call(request, page, timezone.localdate())
    )


def first_step(
    request: HttpRequest,
    page: CandidaturePage,
    form: Any,
    carries: QueryDict,
    suspect: bool = False,
    place: int = 1,
) -> TemplateResponse:
    steps = asked_steps(form)
    current = next((step for step in steps if step.place == place), steps[0])
    context = page.get_context(request) | {
        "current": current,
        "steps": steps,
        "titles": [step.title for step in steps],
        "action": page.get_url() + page.reverse_subpage("begin"),
        "carried": {name: carries.get(name, "")[:500] for name in PREFILL if carries.get(name)},
        "trap": caution.TRAP,
        "trapped": carries.get(caution.TRAP, ""),
        "confirm": caution.CONFIRM,
        "is_suspect": suspect,
        "next": next((step for step in steps if step.number == current.number + 1), None),
        "call_url": page.get_url(),
    }
    return TemplateResponse(request, "candidatures/form/step.html", context)


def prefilled(page: CandidaturePage, posted: QueryDict) -> Mapping[str, list[str]]:
    """First answers that came with the address: the territory by its slug, the formats by theirs, comma separated."""
    roles = {field.role: field.clean_name for field in page.get_form_fields() if field.role in ("territory", "formats")}
    found = {}
    slug = posted.get("territoire", "")
    if "territory" in roles and slug in TerritoryDirectory().by_slug:
        found[roles["territory"]] = [slug]
    slugs = [each for each in posted.get("formats", "").split(",") if each][:30]
    if "formats" in roles and slugs:
        pages = FormatPage.objects.live().public().filter(slug__in=slugs).order_by("title")
        found[roles["formats"]] = [str(pk) for pk in pages.values_list("pk", flat=True)]
    return {name: values for name, values in found.items() if values}


def refused(request: HttpRequest, page: CandidaturePage, today: date) -> HttpResponse:
    """403: answers came on a day when the call takes none."""
    response = call(request, page, today)
    response.status_code = 403
    return caution.private(response)


def resume(request: HttpRequest, page: CandidaturePage) -> HttpResponse:
    """Ask for the link of a draft by e-mail; the same answer whether there is one or not."""
    form = ResumeForm(request.POST if request.method == "POST" else None)
    context = page.get_context(request) | {"form": form, "call_url": page.get_url()}
    if request.method == "POST" and form.is_valid():
        email = form.cleaned_data["email"].lower()
        seconds = max(caution.pause(request, caution.LINK), caution.pause(request, caution.BY_EMAIL, who=email))
        if seconds:
            return caution.too_many(request, seconds)
        draft_letters.send_links(page, email)
        context["sent"] = True
    response = TemplateResponse(request, "candidatures/form/resume.html", context)
    if request.method == "POST":
        response.status_code = 200 if context.get("sent") else 422
        caution.private(response)
    return response
