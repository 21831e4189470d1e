"""The porteur's space: sign-in by e-mail link, own files, own events. Nobody else's, ever."""

from collections.abc import Callable
from datetime import timedelta
from functools import wraps
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.contrib.auth import login, logout
from django.db.models import Q
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from events.candidatures import signin, snapshot, uploads
from events.candidatures.eligibility import Eligibility
from events.candidatures.followup import followup
from events.candidatures.models import Attachment, Candidature
from events.candidatures.states import State, can_move
from events.candidatures.timeline import NEXT, timeline
from events.models import EventPage
from nec_cms.hooks import porteur_panels
from nec_cms.models import User
from nec_cms.origin import same_origin_post
from nec_cms.rate_limit import client_address, wait

SESSION = timedelta(hours=12)
BY_ADDRESS, BY_EMAIL = (30, timedelta(hours=1)), (5, timedelta(minutes=15))
"""Links that may be asked for: from one network address, for one e-mail address."""

View = Callable[..., HttpResponse]


class SignInForm(forms.Form):
    email = forms.EmailField(
        label="Votre adresse électronique",
        help_text="Celle de votre candidature ou de votre événement.",
        max_length=254,
        widget=forms.EmailInput({"autocomplete": "email"}),
        error_messages={
            "required": "Indiquez votre adresse.",
            "invalid": "Cette adresse n’est pas complète. Exemple\u00a0: camille.exemple@example.org",
        },
    )
    suite = forms.CharField(required=False, widget=forms.HiddenInput)


def private(view: View) -> View:
    """For signed-in people; others are sent to the sign-in page and come back. Nothing is kept by any cache."""

    @never_cache
    @wraps(view)
    def checked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not request.user.is_authenticated:
            return redirect(f"{reverse('candidatures:space')}?{urlencode({'suite': request.get_full_path()})}")
        return view(request, *args, **kwargs)

    return checked


@never_cache
@same_origin_post
@require_http_methods(["GET", "HEAD", "POST"])
def space(request: HttpRequest) -> HttpResponse:
    """The space of who is signed in; for others the form that asks for a link."""
    if request.user.is_authenticated:
        return home(request, request.user)
    if request.method != "POST":
        suite = signin.safe_path(request.GET.get("suite", ""))
        return render(request, "candidatures/space/sign_in.html", {"form": SignInForm(initial={"suite": suite})})
    form = SignInForm(request.POST)
    if not form.is_valid():
        return render(request, "candidatures/space/sign_in.html", {"form": form}, status=422)
    email = form.cleaned_data["email"].lower()
    seconds = max(wait("sign-in", client_address(request), *BY_ADDRESS), wait("sign-in", email, *BY_EMAIL))
    if seconds:
        context = {"form": form, "minutes": -(-seconds // 60)}
        response = render(request, "candidatures/space/sign_in.html", context, status=429)
        response["Retry-After"] = str(seconds)
        return response
    signin.send_link(email, form.cleaned_data["suite"])
    return HttpResponseRedirect(reverse("candidatures:link_sent"), status=303)


@require_safe
def link_sent(request: HttpRequest) -> HttpResponse:
    """The same words whether the address is known or not."""
    return render(request, "candidatures/space/link_sent.html", {"minutes": signin.LIFETIME.seconds // 60})


@never_cache
@same_origin_post
@require_http_methods(["GET", "HEAD", "POST"])
def enter(request: HttpRequest, token: str) -> HttpResponse:
    """A button on GET, so that what scans mails uses nothing up; the post redeems and leaves the token behind."""
    if request.method != "POST":
        valid = signin.find(token) is not None
        response = render(request, "candidatures/space/enter.html", {"valid": valid}, status=200 if valid else 410)
    elif link := signin.redeem(token):
        login(request, link.user, backend="django.contrib.auth.backends.ModelBackend")
        request.session.set_expiry(int(SESSION.total_seconds()))
        return HttpResponseRedirect(link.next_path or reverse("candidatures:space"), status=303)
    else:
        response = render(request, "candidatures/space/enter.html", {"valid": False}, status=410)
    response["Referrer-Policy"] = "same-origin"
    return response


@require_POST
def leave(request: HttpRequest) -> HttpResponse:
    logout(request)
    return HttpResponseRedirect(reverse("candidatures:space"), status=303)


def home(request: HttpRequest, user: User) -> HttpResponse:
    candidatures = list(
        Candidature.objects.seen_by(user).select_related("territory").prefetch_related("log").order_by("-filed_at")
    )
    events = EventPage.objects.filter(Q(porteurs=user) | Q(candidature__in=candidatures)).distinct()
    panels = [(panel, panel.context(user)) for panel in porteur_panels()]
    context = {
        "files": [
            {"candidature": each, "timeline": timeline(each.log.all()), "next": NEXT[each.state]}
            for each in candidatures
        ],
        "events": events.order_by("-start_date", "title"),
        "panels": [render_to_string(panel.template, dict(found), request) for panel, found in panels if found],
    }
    return render(request, "candidatures/space/home.html", context)


@private
@require_safe
def candidature(request: HttpRequest, pk: int) -> HttpResponse:
    """One file: where it stands, its answers, its attachments."""
    files = Candidature.objects.seen_by(request.user)
    found = get_object_or_404(files.prefetch_related("log", "attachments").select_related("event"), pk=pk)
    context = {
        "candidature": found,
        "eligibility": Eligibility.from_json(found.eligibility),
        "timeline": timeline(found.log.all()),
        "next": NEXT[found.state],
        "steps": list(snapshot.read(found.form_snapshot, found.form_data)),
        "followup": followup(found),
        "is_owner": found.porteur_id == request.user.pk or found.contact_email == request.user.email.lower(),
        "may_withdraw": can_move(found.state, State.WITHDRAWN),
        "attachments": [{"file": each, "size": uploads.nice_size(each.size)} for each in found.attachments.all()],
    }
    return render(request, "candidatures/space/candidature.html", context)


@private
@require_safe
def attachment(request: HttpRequest, pk: str) -> HttpResponse:
    """A file of one's own candidature, as a download."""
    return uploads.serve(
        get_object_or_404(Attachment, pk=pk, candidature__in=Candidature.objects.seen_by(request.user))
    )
