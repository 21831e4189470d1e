"""The files of one event's kit, for whoever may edit the event: look, replace, add, go back to what is made."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views import View
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from events.kits.access import keep_private, may_replace_files, may_see_kit
from events.kits.contents import shown_file, shown_files
from events.kits.desk.forms import AddForm, ReplaceForm
from events.kits.kit_page import moment_of
from events.kits.models import Kit, KitFile, KitUpload
from events.kits.serving import serve_file
from events.kits.uploading import add_file, replace_file, withdraw
from events.models import EventPage

SHOWN_AS_IMAGES = ("PNG", "JPEG", "SVG")


class KitFilesView(WagtailAdminTemplateMixin, View):
    """What all views of this page share: the event, its kit, and whether the person may change it (403)."""

    template_name = "kits/desk/files.html"
    header_icon = "download"
    page_title = "Fichiers du kit"
    _show_breadcrumbs = True
    event: EventPage
    kit: Kit

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.event = get_object_or_404(EventPage.objects.select_related("kit"), pk=kwargs["pk"])
        if not may_replace_files(request.user, self.event):
            raise PermissionDenied
        kit: Kit | None = getattr(self.event, "kit", None)
        if kit is None:
            raise Http404
        self.kit = kit

    def get_page_subtitle(self) -> str:
        return self.event.title

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        edit = {"url": reverse("wagtailadmin_pages:edit", args=[self.event.pk]), "label": self.event.title}
        here = {"url": "", "label": self.page_title}
        return [*super().get_breadcrumbs_items(), edit, here]

    def show(
        self, *, bound: ReplaceForm | None = None, adding: AddForm | None = None, status: int = 200
    ) -> HttpResponse:
        files = shown_files(self.kit)
        made = {file.name: file for file in self.kit.files.all()}
        rows = [self.row(file, made.get(file.name), bound) for file in files]
        context = self.get_context_data(
            event=self.event,
            kit=self.kit,
            rows=rows,
            adding=adding or AddForm(self.kit),
            page_of_kit=self.kit.get_absolute_url() if may_see_kit(self.request.user, self.event) else "",
        )
        return self.render_to_response(context, status=status)

    def row(self, file: Any, made: KitFile | None, bound: ReplaceForm | None) -> dict[str, Any]:
        """One file: as it is shown, whether it was sent, and the form that replaces it."""
        is_bound = bound is not None and made is not None and bound.made.pk == made.pk
        return {
            "file": file,
            "upload": file if file.is_upload else None,
            "stands_for_made": file.is_upload and made is not None,
            "sent": moment_of(file.sent_at) if file.is_upload else "",
            "form": (bound if is_bound else ReplaceForm(made)) if made else None,
            "opened": is_bound,
            "as_image": file.format in SHOWN_AS_IMAGES,
            "address": reverse("kits_desk:file", args=[self.event.pk, file.name]),
        }

    def back(self, said: str) -> HttpResponse:
        messages.success(self.request, said)
        return redirect("kits_desk:files", self.event.pk)


class FilesView(KitFilesView):
    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        return self.show()


class AddView(KitFilesView):
    """A file beside the others."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        form = AddForm(self.kit, request.POST, request.FILES)
        if not form.is_valid():
            return self.show(adding=form, status=422)
        sent = form.cleaned_data
        upload = add_file(self.kit, sent["file"], sent["label"], sent["use"], sent["alt"], request.user)
        return self.back(f"«\u00a0{upload.label}\u00a0» est dans le kit.")


class ReplaceView(KitFilesView):
    """A file in the place of a made one."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, pk: int, file_pk: int) -> HttpResponse:
        made = get_object_or_404(KitFile, pk=file_pk, kit=self.kit)
        form = ReplaceForm(made, request.POST, request.FILES)
        if not form.is_valid():
            return self.show(bound=form, status=422)
        replace_file(made, form.cleaned_data["file"], form.cleaned_data["alt"], request.user)
        return self.back(f"{made.name} est remplacé par votre fichier.")


class WithdrawView(KitFilesView):
    """Back to the made file; or out of the kit, for a file that was added."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, pk: int, upload_pk: int) -> HttpResponse:
        upload = get_object_or_404(KitUpload, pk=upload_pk, kit=self.kit)
        name = upload.name
        withdraw(upload)
        made = self.kit.files.filter(name=name).exists()
        return self.back(f"{name} est de nouveau le fichier généré." if made else f"{name} n’est plus dans le kit.")


class FileView(KitFilesView):
    """One file, to look at; not counted as a download."""

    def get(self, request: HttpRequest, pk: int, name: str) -> HttpResponseBase:
        file = shown_file(self.kit, name)
        if file is None:
            raise Http404
        return keep_private(serve_file(request, file, inline=True)[0])
