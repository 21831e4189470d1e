"""The page behind an expert's or a partner's link. No account, no cookie: the token is the right to answer."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from events.candidatures import exchanges, snapshot
from events.candidatures.errors import Refused
from events.candidatures.followup_forms import OpinionForm
from events.candidatures.french import counted, french_day
from events.candidatures.models import OutsideOpinion
from events.french_dates import DATE_TO_COME, date_range
from nec_cms.origin import same_origin_post


@never_cache
@same_origin_post
@require_http_methods(["GET", "HEAD", "POST"])
def opinion(request: HttpRequest, token: str) -> HttpResponse:
    """The question, what was chosen to be shown, and the answer; 410 once answered or expired."""
    related = ("candidature__territory", "format")
    found = get_object_or_404(OutsideOpinion.objects.select_related(*related), token=token)
    context = {"opinion": found, "form": None, "done": bool(found.answered_at)}
    status = 410
    if found.is_open(timezone.now()):
        form = OpinionForm(request.POST if request.method == "POST" else None, kind=found.kind)
        if request.method == "POST" and form.is_valid():
            try:
                exchanges.give_opinion(token, form.cleaned_data["answer"], form.cleaned_data["text"])
            except Refused:
                return _page(request, context, 410)
            return HttpResponseRedirect(reverse("candidatures:opinion", args=[token]), status=303)
        until = french_day(timezone.localdate(found.expires_at))
        context |= {"form": form, "until": until, "facts": facts(found), "answers": shown(found)}
        status = 422 if form.errors else 200
    elif found.answered_at:
        status = 200
    return _page(request, context, status)


def facts(opinion: OutsideOpinion) -> list[dict[str, str]]:
    """What anybody who is asked needs: name, dates, place, people. No contact, no money."""
    file = opinion.candidature
    start, end = file.event_start, file.event_end
    dates = date_range(start, end if end and start and end > start else None) if start else DATE_TO_COME
    lines = [("Événement", file.title), ("Dates", dates), ("Territoire", file.territory.name if file.territory else "")]
    if file.audience:
        lines.append(("Public attendu", counted(file.audience, "personne", "personnes")))
    if opinion.format:
        lines.append(("Votre format", opinion.format.title))
    return [{"term": term, "text": text} for term, text in lines if text]


def shown(opinion: OutsideOpinion) -> list[snapshot.Answer]:
    """The answers that the team chose to show."""
    chosen, file = set(opinion.shown), opinion.candidature
    steps = snapshot.read(file.form_snapshot, file.form_data)
    return [answer for step in steps for answer in step.answers if answer.id in chosen]


def _page(request: HttpRequest, context: dict, status: int) -> HttpResponse:
    response = render(request, "candidatures/opinion.html", context, status=status)
    response["Referrer-Policy"] = "same-origin"
    response["X-Robots-Tag"] = "noindex, nofollow"
    return response
