"""The steps of a draft: shown, saved right or wrong, and where each button leads."""

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.template.loader import render_to_string
from django.template.response import TemplateResponse
from django.utils import timezone

from events.candidatures import caution, draft_letters, drafts, uploads
from events.candidatures.eligibility import Eligibility, assess
from events.candidatures.filing_facts import facts_of_form
from events.candidatures.models import CandidaturePage, Draft
from events.candidatures.rulebook import current_rules
from events.candidatures.steps import StepView, asked_steps
from events.candidatures.widgets import REMOVE
from events.french_dates import hour


def step_url(page: CandidaturePage, token: str, place: int) -> str:
    return page.get_url() + page.reverse_subpage("step", kwargs={"token": token, "place": place})


def draft_url(page: CandidaturePage, name: str, token: str) -> str:
    return page.get_url() + page.reverse_subpage(name, kwargs={"token": token})


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
        return HttpResponseRedirect(draft_url(draft.page, "draft", token), status=303)
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
    request.refused = {}
    form = drafts.form_of(draft) if request.FILES else None
    for field in form.steps[place - 1].fields if form else ():
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
    if current.newly_asked(posted.get("montre")):
        return HttpResponseRedirect(f"{step_url(page, token, current.place)}?nouvelle#nouvelle", status=303)
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
        "appeared": "nouvelle" in request.GET,
        "call_url": page.get_url(),
        "draft_url": draft_url(page, "draft", token),
    }
    return TemplateResponse(request, "candidatures/form/step.html", context, status=status)


def live_eligibility(view: StepView, today: date | None = None) -> Eligibility:
    """What the draft may ask for if it were filed today."""
    return assess(facts_of_form(view.form), current_rules(), today or timezone.localdate(), filed=False)


def saved_json(request: HttpRequest, draft: Draft, current: StepView) -> dict[str, Any]:
    """What the page's script shows after a save: the hour, the questions that are asked, the brackets."""
    eligibility = live_eligibility(current)
    return {
        "saved": hour(timezone.localtime(draft.saved_at).time()),
        "seen": drafts.stamp(draft.data, current.step),
        "asked": [each["field"].name for each in current.questions if each["asked"]],
        "tiers": [{"name": tier.name, "met": tier.met} for tier in eligibility.tiers],
        "eligibility": render_to_string("components/tools/eligibility.html", {"tiers": eligibility.tiers, "level": 3}),
    }
