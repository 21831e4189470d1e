"""The pages of the desk. Each asks whether the person may edit the issue; those that publish, whether they may."""

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_POST, require_safe
from wagtail.admin import messages

from revue import publishing, readiness
from revue.models import IssuePage, Publication


class MinuteField(forms.DateTimeField):
    """A minute that exists once: not one that the change of hour skips or repeats."""

    def to_python(self, value: Any) -> Any:
        try:
            return super().to_python(value)
        except forms.ValidationError as refused:
            if refused.code != "ambiguous_timezone":
                raise
            raise forms.ValidationError(
                "Cette heure n’existe pas, ou existe deux fois, la nuit du changement d’heure\u00a0: choisissez-en une "
                "autre."
            ) from refused


class ScheduleForm(forms.Form):
    """The minute at which an issue is to come out, by the clock of Paris."""

    at = MinuteField(
        label="Jour et heure de parution (heure de Paris)",
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        input_formats=["%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S", "%d/%m/%Y %H:%M"],
        error_messages={
            "required": "Donnez un jour et une heure.",
            "invalid": "Donnez un jour et une heure, par exemple 02/12/2026 09:00.",
        },
    )

    def clean_at(self) -> Any:
        at = self.cleaned_data["at"]
        if at <= timezone.now():
            raise forms.ValidationError("Cette heure est passée\u00a0: publiez maintenant, ou choisissez-en une autre.")
        return at


def editable(request: HttpRequest, pk: int, *, to_publish: bool = False) -> IssuePage:
    """The issue, for who may edit it (or publish it); 403 for anybody else."""
    issue = get_object_or_404(IssuePage.objects.select_related("series", "cover", "signatory"), pk=pk)
    allowed = issue.permissions_for_user(request.user)
    if not (allowed.can_publish() if to_publish else allowed.can_edit() or allowed.can_publish()):
        raise PermissionDenied
    return issue


@require_safe
def desk(request: HttpRequest, pk: int) -> HttpResponse:
    return _desk(request, editable(request, pk), ScheduleForm())


def _desk(request: HttpRequest, issue: IssuePage, form: ScheduleForm, status: int = 200) -> HttpResponse:
    state = readiness.of(issue)
    context = {
        "issue": issue,
        "state": state,
        "form": form,
        "publication": Publication.objects.filter(issue=issue).first(),
        "failed_files": issue.files.exclude(error=""),
        "may_publish": issue.permissions_for_user(request.user).can_publish(),
        "edit_url": reverse("wagtailadmin_pages:edit", args=[issue.pk]),
        "add_url": reverse("wagtailadmin_pages:add", args=["revue", "articlepage", issue.pk]),
        "header_title": f"Parution\u00a0: {issue.label}",
    }
    return render(request, "revue/admin/desk.html", context, status=status)


@require_POST
def publish(request: HttpRequest, pk: int) -> HttpResponse:
    issue = editable(request, pk, to_publish=True)
    try:
        publishing.publish_issue(issue, request.user)
    except publishing.NotPublishedError as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, f"{issue.label} a paru, avec tous ses articles.")
    return redirect("revue_desk", issue.pk)


@require_POST
def schedule(request: HttpRequest, pk: int) -> HttpResponse:
    issue = editable(request, pk, to_publish=True)
    form = ScheduleForm(request.POST)
    if issue.live or not form.is_valid():
        return _desk(request, issue, form, status=422)
    planned = publishing.schedule(issue, form.cleaned_data["at"], request.user)
    when = timezone.localtime(planned.at)
    messages.success(request, f"{issue.label} paraîtra le {when:%d/%m/%Y} à {when:%H:%M}, heure de Paris.")
    return redirect("revue_desk", issue.pk)


@require_POST
def cancel(request: HttpRequest, pk: int) -> HttpResponse:
    issue = editable(request, pk, to_publish=True)
    publishing.cancel(issue, request.user)
    messages.success(request, "La parution programmée est annulée.")
    return redirect("revue_desk", issue.pk)


@require_POST
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    issue = editable(request, pk, to_publish=True)
    publishing.withdraw_issue(issue, request.user)
    messages.success(request, f"{issue.label} n’est plus en ligne, ni aucun de ses articles.")
    return redirect("revue_desk", issue.pk)


@require_safe
@xframe_options_sameorigin
def preview(request: HttpRequest, pk: int, article_pk: int | None = None) -> HttpResponse:
    """The issue, or one of its articles, as it will be: from the latest drafts, its links leading to the drafts."""
    issue = editable(request, pk)
    drafts = readiness.drafts(issue)
    shown = issue.get_latest_revision_as_object()
    shown.preview_url = reverse("revue_preview", args=[pk])
    shown.preview_articles = drafts
    for draft in drafts:
        draft.preview_url = reverse("revue_preview_article", args=[pk, draft.pk])
        draft.__dict__["issue"] = shown
    page: Any = shown if article_pk is None else next((each for each in drafts if each.pk == article_pk), None)
    if page is None:
        raise PermissionDenied
    response = page.make_preview_request(request, "")
    response.headers["X-Robots-Tag"] = "noindex"
    return response
