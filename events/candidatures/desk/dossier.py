"""The page of a file: its answers beside what instruction needs to know and may do."""

from typing import Any

from django.apps import apps
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone

from events.candidatures import complements, conflicts, snapshot, uploads
from events.candidatures.desk.action_list import offered
from events.candidatures.desk.checklist import checklist
from events.candidatures.desk.presentation import Row
from events.candidatures.desk.tabs import tabs
from events.candidatures.desk.views import FileView
from events.candidatures.models import Candidature
from events.candidatures.moments import french_moment


class DossierView(FileView):
    template_name = "candidatures/desk/dossier.html"

    def files(self, request: HttpRequest) -> QuerySet[Candidature]:
        return super().files(request).prefetch_related("attachments")

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        return self.render_to_response(self.get_context_data())

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        decision = getattr(self.file, "decision", None)
        why = conflicts.why(self.request.user, self.file)
        return super().get_context_data(
            file=self.file,
            row=Row(self.file, timezone.localdate()),
            steps=list(steps(self.file)),
            actions=offered(self.file, in_conflict=bool(why)),
            conflict_why=why,
            filed_at=french_moment(self.file.filed_at),
            tabs=tabs(self.file, "inspect"),
            checklist=checklist(self.file),
            complement=complements.open_complement(self.file),
            event=event_links(self.file, self.request),
            decision=decision,
            decided_at=french_moment(decision.decided_at) if decision else "",
            **kwargs,
        )


class AttachmentView(FileView):
    """A file of an answer, as a download, for the team alone."""

    def files(self, request: HttpRequest) -> QuerySet[Candidature]:
        return Candidature.objects.instructed_by(request.user)

    def get(self, request: HttpRequest, pk: int, attachment: Any) -> HttpResponseBase:
        return uploads.serve(get_object_or_404(self.file.attachments, pk=attachment))


SEEN_IN_PAGE = ("image/png", "image/jpeg", "image/webp")
"""Types that a page may show by itself; a PDF opens in the browser's own reader."""


class PreviewView(AttachmentView):
    """A picture or a PDF, to look at without keeping it; any other type is a download."""

    def get(self, request: HttpRequest, pk: int, attachment: Any) -> HttpResponseBase:
        response = super().get(request, pk, attachment)
        content_type = response["Content-Type"]
        if content_type in (*SEEN_IN_PAGE, "application/pdf"):
            response["Content-Disposition"] = response["Content-Disposition"].replace("attachment", "inline", 1)
        if content_type == "application/pdf":  # a sandbox would close the browser's reader; nothing may be loaded
            response["Content-Security-Policy"] = "default-src 'none'; style-src 'unsafe-inline'"
        return response


def steps(file: Candidature) -> list[dict[str, Any]]:
    """The steps with their answers; an answer made of files has the stored files and their sizes beside it."""
    stored: dict[str, list[dict[str, Any]]] = {}
    for attachment in file.attachments.all():
        look = attachment.content_type in (*SEEN_IN_PAGE, "application/pdf")
        shown = {
            "file": attachment,
            "size": uploads.nice_size(attachment.size),
            "picture": attachment.content_type in SEEN_IN_PAGE,
            "look": look,
        }
        stored.setdefault(attachment.field_id, []).append(shown)
    return [
        {
            "title": step.title,
            "answers": [{"answer": answer, "attachments": stored.get(answer.id, [])} for answer in step.answers],
        }
        for step in snapshot.read(file.form_snapshot, file.form_data)
    ]


def event_links(file: Candidature, request: HttpRequest) -> dict[str, Any] | None:
    """The drafted event with the addresses that this person may open; None before a label."""
    if file.event is None:
        return None
    may_edit = file.event.permissions_for_user(request.user).can_edit()
    links = {"page": file.event, "editor": "", "draft": "", "kit": ""}
    if may_edit:
        links["editor"] = reverse("wagtailadmin_pages:edit", args=[file.event.pk])
        links["draft"] = reverse("wagtailadmin_pages:view_draft", args=[file.event.pk])
    if apps.is_installed("events.kits"):
        links["kit"] = reverse("kits:page", args=[file.event.slug])
    return links
