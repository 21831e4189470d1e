"""The whole form tried by its editors, as it is drafted: step after step, to the recap, and nothing is stored.

What was answered so far travels in the page itself; files are checked and let go.
"""

from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from events.candidatures import caution, drafts
from events.candidatures.draft_steps import live_eligibility
from events.candidatures.models import CandidaturePage, Draft
from events.candidatures.snapshot import answered_steps
from events.candidatures.steps import StepView, asked_steps, belongs


def rehearse(request: HttpRequest, page: CandidaturePage) -> HttpResponse:
    """One step of the rehearsal, or its recap. Raises `Http404` for whoever may not edit the page."""
    if not page.permissions_for_user(request.user).can_edit():
        raise Http404
    page = page.get_latest_revision_as_object()
    steps = page.form_steps
    if not steps:
        raise Http404
    data = {key: values for step in steps for key, values in drafts.of_step(request.POST, step).items()}
    draft = Draft(page=page, data=data)
    views = asked_steps(drafts.form_of(draft))
    if request.method != "POST":
        return caution.private(show(request, page, views, views[0].without_errors(), draft))
    sent = request.POST.get("etape", "1")
    current = next((view for view in views if str(view.place) == sent), views[0])
    wanted = request.POST.get("aller", "")
    if not wanted and current.problems:
        response = show(request, page, views, current, draft)
        response.status_code = 422
        return caution.private(response)
    following = next((view for view in views if str(view.place) == wanted), None) or next(
        (view for view in views if view.number == current.number + 1), None
    )
    if following is None or wanted == "recapitulatif":
        return caution.private(recap(request, page, views))
    return caution.private(show(request, page, views, following.without_errors(), draft))


def show(
    request: HttpRequest, page: CandidaturePage, views: list[StepView], current: StepView, draft: Draft
) -> TemplateResponse:
    others = [
        (key, value)
        for key, values in draft.data.items()
        if not any(belongs(key, field) for field in current.step.fields)
        for value in values
    ]
    if not current.is_touched and not current.errors:
        fresh = page.get_form()
        fresh.asked = current.form.asked
        current = StepView(fresh, current.step, current.place, current.number, show_errors=False)
    context = page.get_context(request) | {
        "rehearsal": True,
        "hidden": [*others, ("etape", current.place)],
        "current": current,
        "steps": views,
        "before": next((view for view in views if view.number == current.number - 1), None),
        "next": next((view for view in views if view.number == current.number + 1), None),
        "action": page.get_url() + page.reverse_subpage("rehearsal"),
        "eligibility": live_eligibility(views[0]),
        "call_url": page.get_url(),
    }
    return TemplateResponse(request, "candidatures/form/step.html", context)


def recap(request: HttpRequest, page: CandidaturePage, views: list[StepView]) -> TemplateResponse:
    entries = [
        {"view": view, "answers": answers}
        for view, answers in zip(views, answered_steps(views[0].form, views), strict=True)
    ]
    context = page.get_context(request) | {
        "entries": entries,
        "eligibility": live_eligibility(views[0]),
        "again_url": page.get_url() + page.reverse_subpage("rehearsal"),
    }
    return TemplateResponse(request, "candidatures/form/rehearsal.html", context)
