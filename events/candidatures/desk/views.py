"""What the desk's own views share: the file is one of the person's teams, or it does not exist for them."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.views import View
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from events.candidatures.desk.presentation import Row
from events.candidatures.errors import AlreadyDecided, Refused
from events.candidatures.models import Candidature
from events.candidatures.moments import french_moment


class FileView(WagtailAdminTemplateMixin, View):
    """A view of one file, `pk` in its address: 404 for a file of another team, and for a stranger to the desk."""

    header_icon = "form"
    _show_breadcrumbs = True
    file: Candidature

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.file = get_object_or_404(self.files(request), pk=kwargs["pk"])

    def files(self, request: HttpRequest) -> QuerySet[Candidature]:
        related = ("team", "territory", "porteur", "event", "assignee", "decision__decided_by")
        return Candidature.objects.instructed_by(request.user).select_related(*related)

    def conflict(self, refusal: Refused | None = None, label: str = "") -> HttpResponse:
        """The file is no longer where the person saw it: say where it stands, who took it there and when (409)."""
        file = Candidature.objects.select_related("team", "decision__decided_by").get(pk=self.file.pk)
        decision, last = getattr(file, "decision", None), file.log.select_related("actor").last()
        if refusal is None and decision:
            refusal = AlreadyDecided(decision)
        context = self.get_context_data(
            file=file,
            row=Row(file, timezone.localdate()),
            label=label,
            message=str(refusal or ""),
            decision=decision,
            last=last,
            last_at=french_moment(last.at) if last else "",
        )
        self.template_name = "candidatures/desk/conflict.html"
        return self.render_to_response(context, status=409)

    def barred(self, message: str) -> HttpResponse:
        """The person has a conflict of interest with the file (403)."""
        context = self.get_context_data(file=self.file, row=Row(self.file, timezone.localdate()), message=message)
        self.template_name = "candidatures/desk/barred.html"
        return self.render_to_response(context, status=403)

    @property
    def file_url(self) -> str:
        return file_url(self.file)

    def get_page_title(self) -> str:
        return self.file.number

    def get_page_subtitle(self) -> str:
        return self.file.title

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        return [
            *self.breadcrumbs_items,
            {"url": reverse("candidatures_candidature_modeladmin_index"), "label": "Candidatures"},
            {"url": self.file_url, "label": self.file.number},
        ]


def file_url(file: Candidature) -> str:
    """Where the desk shows a file."""
    return reverse("candidatures_candidature_modeladmin_inspect", args=[file.pk])
