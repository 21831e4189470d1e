"""A draft, step by step, until it is filed. Its address is its key: no account, no cookie, nothing in any cache."""

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.template.loader import render_to_string
from django.template.response import TemplateResponse
from django.utils import timezone

from events.candidatures import caution, draft_letters, drafts, uploads
from events.candidatures.call_views import refused
from events.candidatures.eligibility import Eligibility, assess
from events.candidatures.filing import file_draft
from events.candidatures.filing_facts import facts_of_form
from events.candidatures.french import french_day
from events.candidatures.models import CandidaturePage, Draft
from events.candidatures.moments import french_moment
from events.candidatures.notices import receipt_path
from events.candidatures.rulebook import current_rules
from events.candidatures.steps import StepView, asked_steps
from events.candidatures.widgets import REMOVE
from events.french_dates import hour


def step_url(page: CandidaturePage, token: str, place: int) -> str:
    return page.get_url() + page.reverse_subpage("step", kwargs={"token": token, "place": place})


def draft_url(page: CandidaturePage, name: str, token: str) -> str:
    return page.get_url() + page.reverse_subpage(name, kwargs={"token": token})


def dispatch(request: HttpRequest, page: CandidaturePage, token: str, action: str, place: int = 0) -> HttpResponse:
    """Find the draft, then answer. One that was filed says so (409) or leads to its receipt."""
    draft = drafts.find(page, token)
    if draft is None:
        return unknown(request, page)
    draft.page = page
    if draft.candidature is not None:
        return filed_already(request, page, draft, action)
    today = timezone.localdate()
    if not page.is_open(today) or page.outside_url:
        return refused(request, page, today)
    return caution.private(ACTIONS[action](request, draft, token, place))


def unknown(request: HttpRequest, page: CandidaturePage) -> HttpResponse:
    """No draft has this address, or not any more: how to find it again."""
    if not request.accepts("text/html"):
        return caution.private(JsonResponse({"error": "unknown"}, status=404))
    from events.candidatures.call_views import ResumeForm

    context = page.get_context(request) | {"form": ResumeForm(), "call_url": page.get_url(), "unknown": True}
    return caution.private(TemplateResponse(request, "candidatures/form/resume.html", context, status=404))


def filed_already(request: HttpRequest, page: CandidaturePage, draft: Draft, action: str) -> HttpResponse:
    """Filing again gives the same receipt; anything else is told that the file is filed."""
    receipt = receipt_path(page, draft.candidature)
    if not request.accepts("text/html"):
        return caution.private(JsonResponse({"error": "filed", "url": receipt}, status=409))
    if action == "file" or request.method != "POST":
        return caution.private(HttpResponseRedirect(receipt, status=303))
    context = page.get_context(request) | {"candidature": draft.candidature, "receipt_url": receipt}
    return caution.private(TemplateResponse(request, "candidatures/form/filed.html", context, status=409))


def step(request: HttpRequest, draft: Draft, token: str, place: int) -> HttpResponse:
    """One step. A post saves it, right or wrong, then goes where the button said."""
    steps = draft.page.form_steps
    if not 1 <= place <= len(steps):
        return HttpResponseRedirect(draft_url(draft.page, "draft", token))
    if request.method == "POST":
        return save(request, draft, token, place)
    views = asked_steps(drafts.form_of(draft))
    current = next((view for view in views if view.place == place), None)
    if current is None:
        return HttpResponseRedirect(draft_url(draft.page, "draft", token))
    return show_step(request, draft, token, views, current if "corriger" in request.GET else current.without_errors())


def save(request: HttpRequest, draft: Draft, token: str, place: int) -> HttpResponse:
    if seconds := caution.pause(request, caution.SAVE):
        return caution.too_many(request, seconds)
    template = draft.page.form_steps[place - 1]
    try:
        draft = keep_page(draft, drafts.save_step(draft, template, request.POST, request.POST.get("vu")))
    except drafts.Stale:
        return stale(request, draft, token, place)
    if draft.candidature_id:
        return filed_already(request, draft.page, draft, "step")
    change_files(request, draft, place)
    views = asked_steps(drafts.form_of(draft, request.refused))
    current = next((view for view in views if view.place == place), views[0])
    if not request.accepts("text/html"):
        return JsonResponse(saved_json(request, draft, current))
    draft_letters.send_first_link(draft)
    return onward(request, draft, token, views, current)


def keep_page(draft: Draft, saved: Draft) -> Draft:
    saved.page = draft.page
    return saved


def change_files(request: HttpRequest, draft: Draft, place: int) -> None:
    """Files that came with the step's form, and the one whose button was pressed. Each is apart from the others."""
    form = drafts.form_of(draft)
    request.refused = {}
    for field in form.steps[place - 1].fields:
        sent = request.FILES.getlist(field.clean_name)
        if field.clean_name in form.file_fields and sent:
            request.refused[field.clean_name] = uploads.receive(draft, form.file_fields[field.clean_name], sent)
    if removed := request.POST.get(REMOVE):
        uploads.remove(draft, removed)


def onward(request: HttpRequest, draft: Draft, token: str, views: list[StepView], current: StepView) -> HttpResponse:
    """Where a saved step leads: to the step or the page of the button, to the next one, or to what is to be mended."""
    page, posted = draft.page, request.POST
    wanted = posted.get("aller", "")
    if posted.get(REMOVE):
        return HttpResponseRedirect(step_url(page, token, current.place), status=303)
    if any(request.refused.values()):
        return show_step(request, draft, token, views, current, status=422)
    if wanted == "pause":
        return HttpResponseRedirect(draft_url(page, "paused", token), status=303)
    if wanted == "recapitulatif":
        return HttpResponseRedirect(draft_url(page, "draft", token), status=303)
    if wanted.isascii() and wanted.isdigit() and len(wanted) < 4:
        return HttpResponseRedirect(step_url(page, token, int(wanted)), status=303)
    if current.problems:
        return show_step(request, draft, token, views, current, status=422)
    following = next((view for view in views if view.number == current.number + 1), None)
    if following is None:
        return HttpResponseRedirect(draft_url(page, "draft", token), status=303)
    return HttpResponseRedirect(step_url(page, token, following.place), status=303)


def stale(request: HttpRequest, draft: Draft, token: str, place: int) -> HttpResponse:
    """409: the step was changed in another tab. What was typed here is shown, and the person chooses."""
    saved = hour(timezone.localtime(draft.saved_at).time())
    if not request.accepts("text/html"):
        return JsonResponse({"error": "stale", "saved": saved}, status=409)
    ours = draft.page.form_steps[place - 1]
    fresh = Draft.objects.get(pk=draft.pk)
    fresh.page = draft.page
    seen = drafts.stamp(fresh.data, ours)
    fresh.data = {**fresh.data, **drafts.of_step(request.POST, ours)}
    views = asked_steps(drafts.form_of(fresh))
    current = next((view for view in views if view.place == place), views[0])
    response = show_step(request, fresh, token, views, current.without_errors(), status=409, seen=seen)
    response.context_data["stale_at"] = saved
    return response


def show_step(
    request: HttpRequest,
    draft: Draft,
    token: str,
    views: list[StepView],
    current: StepView,
    status: int = 200,
    seen: str = "",
) -> TemplateResponse:
    page = draft.page
    if not current.is_touched and not current.errors:
        fresh = page.get_form()
        fresh.asked = current.form.asked
        current = StepView(fresh, current.step, current.place, current.number, show_errors=False)
    before = next((view for view in views if view.number == current.number - 1), None)
    context = page.get_context(request) | {
        "current": current,
        "steps": views,
        "titles": [view.title for view in views],
        "before": before,
        "next": next((view for view in views if view.number == current.number + 1), None),
        "seen": seen or drafts.stamp(draft.data, current.step),
        "saved_at": hour(timezone.localtime(draft.saved_at).time()),
        "action": step_url(page, token, current.place),
        "eligibility": live_eligibility(views[0]),
        "token": token,
        "call_url": page.get_url(),
        "draft_url": draft_url(page, "draft", token),
    }
    return TemplateResponse(request, "candidatures/form/step.html", context, status=status)


def live_eligibility(view: StepView, today: date | None = None) -> Eligibility:
    """What the draft may ask for if it were filed today."""
    return assess(facts_of_form(view.form), current_rules(), today or timezone.localdate())


def saved_json(request: HttpRequest, draft: Draft, current: StepView) -> dict[str, Any]:
    """What the page's script shows after a save: the hour, the questions that are asked, the brackets."""
    eligibility = live_eligibility(current)
    return {
        "saved": hour(timezone.localtime(draft.saved_at).time()),
        "seen": drafts.stamp(draft.data, current.step),
        "asked": [each["field"].name for each in current.questions if each["asked"]],
        "tiers": [{"name": tier.name, "met": tier.met} for tier in eligibility.tiers],
        "eligibility": render_to_string("components/eligibility.html", {"tiers": eligibility.tiers, "level": 3}),
    }


def recap(request: HttpRequest, draft: Draft, token: str, place: int) -> HttpResponse:
    """The whole draft on one page: what is answered, what is missing, where to change it, and the button that files."""
    return show_recap(request, draft, token)


def show_recap(
    request: HttpRequest, draft: Draft, token: str, status: int = 200, *, suspect: bool = False, tried: bool = False
) -> TemplateResponse:
    from events.candidatures.snapshot import answered_steps

    page = draft.page
    views = asked_steps(drafts.form_of(draft))
    form = views[0].form
    entries = [
        {"view": view, "url": step_url(page, token, view.place), "answers": answers}
        for view, answers in zip(views, answered_steps(form, views), strict=True)
    ]
    todo = next((entry for entry in entries if entry["view"].problems), None)
    context = page.get_context(request) | {
        "draft": draft,
        "form": form,
        "entries": entries,
        "todo": todo,
        "is_complete": todo is None,
        "tried": tried,
        "eligibility": live_eligibility(views[0]),
        "until": french_day(timezone.localtime(draft.expires_at).date()),
        "saved_at": french_moment(draft.saved_at),
        "file_url": draft_url(page, "file", token),
        "paused_url": draft_url(page, "paused", token),
        "forget_url": draft_url(page, "forget", token),
        "trap": caution.TRAP,
        "trapped": request.POST.get(caution.TRAP, ""),
        "confirm": caution.CONFIRM,
        "is_suspect": suspect,
    }
    return TemplateResponse(request, "candidatures/form/recap.html", context, status=status)


def file(request: HttpRequest, draft: Draft, token: str, place: int) -> HttpResponse:
    """File the draft (303 to its receipt), or say what is to be mended (422). A visit leads to the recap."""
    page = draft.page
    if request.method != "POST":
        return HttpResponseRedirect(draft_url(page, "draft", token), status=303)
    email = draft.contact_email
    seconds = max(
        caution.pause(request, caution.FILE),
        caution.pause(request, caution.FILED_BY_EMAIL, who=email) if email else 0,
    )
    if seconds:
        return caution.too_many(request, seconds)
    form = drafts.form_of(draft)
    if not form.is_valid():
        return show_recap(request, draft, token, status=422, tried=True)
    if caution.is_suspect(request.POST):
        return show_recap(request, draft, token, status=422, suspect=True)
    filing = file_draft(draft, form)
    return HttpResponseRedirect(receipt_path(page, filing.candidature), status=303)


def paused(request: HttpRequest, draft: Draft, token: str, place: int) -> HttpResponse:
    """The draft is kept: its address, and a message that holds it. A post sends the message."""
    sent = False
    if request.method == "POST":
        seconds = caution.pause(request, caution.LINK)
        if draft.contact_email:
            seconds = max(seconds, caution.pause(request, caution.BY_EMAIL, who=draft.contact_email))
        if seconds:
            return caution.too_many(request, seconds)
        sent = bool(draft.contact_email) and bool(draft_letters.send_links(draft.page, draft.contact_email))
    context = draft.page.get_context(request) | {
        "draft": draft,
        "sent": sent,
        "until": french_day(timezone.localtime(draft.expires_at).date()),
        "draft_url": request.build_absolute_uri(draft_url(draft.page, "draft", token)),
        "paused_url": draft_url(draft.page, "paused", token),
    }
    return TemplateResponse(request, "candidatures/form/paused.html", context)


def forget(request: HttpRequest, draft: Draft, token: str, place: int) -> HttpResponse:
    """Remove the draft with its files, once confirmed."""
    if request.method == "POST" and drafts.discard(draft):
        context = draft.page.get_context(request) | {"gone": True, "call_url": draft.page.get_url()}
    else:
        context = draft.page.get_context(request) | {
            "draft_url": draft_url(draft.page, "draft", token),
            "action": draft_url(draft.page, "forget", token),
        }
    return TemplateResponse(request, "candidatures/form/forget.html", context)


def upload(request: HttpRequest, draft: Draft, token: str, place: int) -> HttpResponse:
    """One file at once, for the page's script: it enters the draft or is refused alone."""
    if request.method != "POST":
        return HttpResponseRedirect(draft_url(draft.page, "draft", token), status=303)
    if seconds := caution.pause(request, caution.UPLOAD):
        response = JsonResponse({"errors": ["Trop d’envois\u00a0: attendez un peu, puis réessayez."]}, status=429)
        response["Retry-After"] = str(seconds)
        return response
    form = drafts.form_of(draft)
    field = form.file_fields.get(request.POST.get("champ", ""))
    if field is None:
        return JsonResponse({"errors": ["Ce champ n’existe plus\u00a0: rechargez la page."]}, status=404)
    errors: list[str] = []
    if removed := request.POST.get(REMOVE):
        uploads.remove(draft, removed)
    else:
        errors = uploads.receive(draft, field, request.FILES.getlist("fichier"))
    fresh = drafts.form_of(draft)
    fresh.full_clean()
    return JsonResponse(
        {"errors": errors, "html": str(fresh[field.field_id]), "saved": hour(timezone.localtime().time())},
        status=422 if errors else 200,
    )


ACTIONS = {
    "draft": recap,
    "step": step,
    "file": file,
    "paused": paused,
    "forget": forget,
    "upload": upload,
}
