"""Pages of the porteur's space about what one owns: sharing, withdrawing, reusing, one's data and sessions."""

from typing import Any

from django import forms
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from events.candidatures import dossier_pdf, personal_data, reuse, sharing
from events.candidatures.draft_letters import resume_path
from events.candidatures.errors import Refused
from events.candidatures.models import Candidature, CoPorteur
from events.candidatures.space_views import private

BOTH = ["GET", "HEAD", "POST"]


class ShareForm(forms.Form):
    """Whom to share a file with."""

    email = forms.EmailField(
        label="Son adresse électronique",
        max_length=254,
        widget=forms.EmailInput({"autocomplete": "off"}),
        error_messages={
            "required": "Indiquez une adresse.",
            "invalid": "Cette adresse n’est pas complète. Exemple\u00a0: camille.exemple@example.org",
        },
    )
    role = forms.ChoiceField(
        label="Ce que cette personne peut faire",
        choices=CoPorteur.Role.choices,
        widget=forms.RadioSelect,
        initial=CoPorteur.Role.EDIT,
        error_messages={"required": "Choisissez."},
    )


class WithdrawForm(forms.Form):
    reason = forms.CharField(
        label="Pourquoi, en un mot",
        required=False,
        max_length=1000,
        widget=forms.Textarea({"rows": 3}),
        help_text="Facultatif. L’équipe d’instruction le lira.",
    )


def own(request: HttpRequest, pk: int) -> Candidature:
    return get_object_or_404(Candidature.objects.owned_by(request.user).select_related("team"), pk=pk)


def show(request: HttpRequest, name: str, status: int = 200, **context: Any) -> HttpResponse:
    return render(request, f"candidatures/space/{name}.html", context, status=status)


@private
@require_http_methods(BOTH)
def share(request: HttpRequest, pk: int) -> HttpResponse:
    """With whom a file is shared; add or remove somebody."""
    file = own(request, pk)
    here = HttpResponseRedirect(reverse("candidatures:share", args=[pk]), status=303)
    removed = request.POST.get("retirer", "")
    if removed.isascii() and removed.isdigit():
        sharing.unshare(file, request.user, int(removed[:9]))
        return here
    form = ShareForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            sharing.share(file, request.user, form.cleaned_data["email"], form.cleaned_data["role"])
            return here
        except Refused as refusal:
            form.add_error("email", str(refusal))
    status = 422 if form.errors else 200
    return show(request, "share", status, candidature=file, form=form, shared=file.co_porteurs.order_by("email"))


@private
@require_http_methods(BOTH)
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Withdraw a file, once confirmed."""
    file = own(request, pk)
    form = WithdrawForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            sharing.withdraw(file, request.user, form.cleaned_data["reason"])
            return HttpResponseRedirect(reverse("candidatures:candidature", args=[pk]), status=303)
        except Refused as refusal:
            return show(request, "withdraw", 409, candidature=file, refusal=str(refusal))
    return show(request, "withdraw", 422 if form.errors else 200, candidature=file, form=form)


@private
@require_POST
def again(request: HttpRequest, pk: int) -> HttpResponse:
    """Begin a draft with the answers of a former file."""
    file = own(request, pk)
    begun = reuse.duplicate(file)
    if begun is None:
        return HttpResponseRedirect(reverse("candidatures:candidature", args=[pk]), status=303)
    draft, token = begun
    return HttpResponseRedirect(resume_path(draft.page, token), status=303)


@private
@require_safe
def pdf(request: HttpRequest, pk: int) -> HttpResponse:
    """A copy of one's file."""
    return dossier_pdf.response(get_object_or_404(Candidature.objects.seen_by(request.user), pk=pk))


@private
@require_http_methods(BOTH)
def my_data(request: HttpRequest) -> HttpResponse:
    """What the site holds about me; erase it, once confirmed by a box."""
    if request.method == "POST" and request.POST.get("confirmer") == "oui":
        personal_data.erase(request.user)
        logout(request)
        return HttpResponseRedirect(reverse("candidatures:space"), status=303)
    status = 422 if request.method == "POST" else 200
    return show(request, "my_data", status, plan=personal_data.plan(request.user), unconfirmed=status == 422)


@private
@require_safe
def my_data_file(request: HttpRequest) -> HttpResponse:
    """My data, to take away."""
    response = JsonResponse(personal_data.export(request.user), json_dumps_params={"ensure_ascii": False, "indent": 2})
    response["Content-Disposition"] = 'attachment; filename="mes-donnees.json"'
    return response


@private
@require_POST
def leave_everywhere(request: HttpRequest) -> HttpResponse:
    """End all the person's sessions, on every device."""
    personal_data.end_sessions(request.user)
    logout(request)
    return HttpResponseRedirect(reverse("candidatures:space"), status=303)
