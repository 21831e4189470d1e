"""The other pages of a draft: its recap, its filing, its pause, its removal."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils import timezone

from events.candidatures import caution, draft_letters, drafts
from events.candidatures.draft_steps import draft_url, live_eligibility, step_url
from events.candidatures.filing import file_draft
from events.candidatures.french import french_day
from events.candidatures.models import Draft
from events.candidatures.moments import french_moment
from events.candidatures.notices import receipt_path
from events.candidatures.snapshot import answered_steps
from events.candidatures.steps import asked_steps


def recap(request: HttpRequest, draft: Draft, token: str, place: int) -> HttpResponse:
    """The whole draft on one page: what is answered, what is missing, where to change it, and the button that files."""
    return show_recap(request, draft, token)


def show_recap(
    request: HttpRequest, draft: Draft, token: str, status: int = 200, *, suspect: bool = False, tried: bool = False
) -> TemplateResponse:
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
