"""What kits bring to the worker, the porteur's space and the admin."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.contrib.auth.models import AbstractBaseUser
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path
from django.views.decorators.http import require_POST
from wagtail import hooks
from wagtail_modeladmin.helpers import PermissionHelper
from wagtail_modeladmin.options import ModelAdmin, modeladmin_register

from events.kits.brand_kit import forget_old_requests
from events.kits.build import SWEEP, ask_for_stale, build_due, ensure_kit
from events.kits.models import Kit
from events.kits.sharing import forget_closed_links
from nec_cms.hooks import PorteurPanel, Sweep


@hooks.register("register_sweep")
def build_kits() -> Sweep:
    return Sweep(SWEEP, timedelta(seconds=30), build_due)


@hooks.register("register_sweep")
def find_stale_kits() -> Sweep:
    return Sweep("stale-kits", timedelta(hours=1), ask_for_stale)


@hooks.register("register_sweep")
def keep_no_longer_than_said() -> Sweep:
    return Sweep("kits-retention", timedelta(hours=12), forget)


def forget() -> None:
    """What is kept for a time is erased after it."""
    forget_old_requests()
    forget_closed_links()


class KitsPanel(PorteurPanel):
    """The kits of the events that a person carries."""

    order = 30
    template = "kits/porteur_panel.html"

    def context(self, user: AbstractBaseUser) -> Mapping[str, Any] | None:
        kits = list(Kit.objects.filter(event__porteurs=user).select_related("event").order_by("-event__start_date"))
        return {"kits": kits} if kits else None


hooks.register("register_porteur_panel", KitsPanel)


class LookOnly(PermissionHelper):
    """Kits are made by the worker: nobody adds, edits or deletes one by hand."""

    def user_can_list(self, user: AbstractBaseUser) -> bool:
        return user.has_perm("kits.view_kit")

    def user_can_inspect_obj(self, user: AbstractBaseUser, obj: Kit) -> bool:
        return user.has_perm("kits.view_kit")

    def user_can_create(self, user: AbstractBaseUser) -> bool:
        return False

    def user_can_edit_obj(self, user: AbstractBaseUser, obj: Kit) -> bool:
        return False

    def user_can_delete_obj(self, user: AbstractBaseUser, obj: Kit) -> bool:
        return False


class KitAdmin(ModelAdmin):
    model = Kit
    menu_label = "Kits"
    menu_icon = "download"
    menu_order = 350
    permission_helper_class = LookOnly
    list_display = ("event", "state", "built_at", "error")
    list_filter = ("state",)
    list_select_related = ("event",)
    search_fields = ("event__title",)
    ordering = ("-requested_at",)
    inspect_view_enabled = True
    inspect_view_fields = ("event", "state", "built_at", "error", "attempts", "next_try")
    history_view_enabled = False


modeladmin_register(KitAdmin)


@hooks.register("register_admin_urls")
def rebuild_url() -> list[URLPattern]:
    return [path("kits/<int:kit_id>/composer/", rebuild, name="kits_rebuild")]


@require_POST
@permission_required("kits.change_kit", raise_exception=True)
def rebuild(request: HttpRequest, kit_id: int) -> HttpResponse:
    """Ask for a kit again, whatever its state."""
    kit = get_object_or_404(Kit.objects.select_related("event"), pk=kit_id)
    Kit.objects.filter(pk=kit.pk).update(fingerprint="")
    ensure_kit(kit.event)
    messages.success(request, f"Le kit de {kit.event.title} va être composé de nouveau.")
    return redirect(KitAdmin().url_helper.get_action_url("inspect", kit.pk))
