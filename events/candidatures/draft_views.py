"""A draft, step by step, until it is filed. Its address is its key: no account, no cookie, nothing in any cache."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.template.response import TemplateResponse
from django.utils import timezone

from events.candidatures import caution, drafts, uploads
from events.candidatures.call_views import ResumeForm, refused
from events.candidatures.draft_pages import file, forget, paused, recap
from events.candidatures.draft_steps import draft_url, step
from events.candidatures.models import CandidaturePage, Draft
from events.candidatures.notices import receipt_path
from events.candidatures.widgets import REMOVE
from events.french_dates import hour


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
