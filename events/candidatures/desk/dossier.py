"""The page of a file: its answers beside what instruction needs to know and may do."""

from typing import Any

from django.apps import apps
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone

from events.candidatures import conflicts, journal, snapshot, uploads
from events.candidatures.desk.action_list import offered
from events.candidatures.desk.presentation import Row
from events.candidatures.desk.views import FileView
from events.candidatures.models import Attachment, Candidature, LogEntry
from events.candidatures.moments import french_moment
from events.candidatures.states import label_of


class DossierView(FileView):
    template_name = "candidatures/desk/dossier.html"

    def files(self, request: HttpRequest) -> QuerySet[Candidature]:
        return super().files(request).prefetch_related("attachments", "log__actor")

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
            history=[line(entry) for entry in self.file.log.all()],
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


def steps(file: Candidature) -> list[dict[str, Any]]:
    """The steps with their answers; an answer made of files has the stored files and their sizes beside it."""
    stored: dict[str, list[tuple[Attachment, str]]] = {}
    for attachment in file.attachments.all():
        stored.setdefault(attachment.field_id, []).append((attachment, uploads.nice_size(attachment.size)))
    return [
        {
            "title": step.title,
            "answers": [{"answer": answer, "attachments": stored.get(answer.id, [])} for answer in step.answers],
        }
        for step in snapshot.read(file.form_snapshot, file.form_data)
    ]


def line(entry: LogEntry) -> dict[str, Any]:
    """A line of the history in French."""
    states = [label_of(state) for state in (entry.from_state, entry.to_state) if state]
    return {
        "entry": entry,
        "when": french_moment(entry.at),
        "label": journal.label(entry.action),
        "move": " → ".join(states),
    }


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
