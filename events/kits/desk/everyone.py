"""Building every kit again, and watching it done."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.views import View
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from events.kits.build import ask_for_all
from events.kits.models import Kit, KitState


def progress() -> dict[str, int]:
    """How many kits there are, how many wait or are being made, how many failed."""
    states = list(Kit.objects.values_list("state", flat=True))
    waiting = sum(state in (KitState.DUE, KitState.BUILDING) for state in states)
    failed = states.count(KitState.FAILED)
    return {"total": len(states), "waiting": waiting, "failed": failed, "done": len(states) - waiting}


class KitsView(WagtailAdminTemplateMixin, View):
    """For the communication team (403 to others)."""

    template_name = "kits/desk/all.html"
    header_icon = "download"
    page_title = "Recomposer tous les kits"
    _show_breadcrumbs = True

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not request.user.has_perm("kits.change_kit"):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        return [*super().get_breadcrumbs_items(), {"url": "", "label": self.page_title}]


class AllView(KitsView):
    def get(self, request: HttpRequest) -> HttpResponse:
        failures = Kit.objects.filter(state=KitState.FAILED).select_related("event").order_by("event__title")
        return self.render_to_response(self.get_context_data(progress=progress(), failures=failures))

    def post(self, request: HttpRequest) -> HttpResponse:
        asked = ask_for_all()
        messages.success(request, f"{asked} kits vont être recomposés\u00a0: les fichiers qui changent, et eux seuls.")
        return redirect("kits_desk:all")


class ProgressView(KitsView):
    """The same figures, for the page that follows them."""

    def get(self, request: HttpRequest) -> HttpResponse:
        return JsonResponse(progress())
