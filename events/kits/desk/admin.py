"""Records that nobody edits by hand: the kits with their state, and who took the kit of the brand."""

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.contrib.auth.models import AbstractBaseUser
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST
from wagtail_modeladmin.helpers import PermissionHelper
from wagtail_modeladmin.options import ModelAdmin, ModelAdminGroup

from events.kits.build import ensure_kit
from events.kits.models import BrandRequest, Kit


class LookOnly(PermissionHelper):
    """Made by the worker or by the public: nobody adds, edits or deletes one by hand."""

    def user_can_list(self, user: AbstractBaseUser) -> bool:
        return bool(user.has_perm(f"kits.view_{self.opts.model_name}"))

    def user_can_inspect_obj(self, user: AbstractBaseUser, obj: Model) -> bool:
        return self.user_can_list(user)

    def user_can_create(self, user: AbstractBaseUser) -> bool:
        return False

    def user_can_edit_obj(self, user: AbstractBaseUser, obj: Model) -> bool:
        return False

    def user_can_delete_obj(self, user: AbstractBaseUser, obj: Model) -> bool:
        return False


class KitAdmin(ModelAdmin):
    model = Kit
    menu_label = "Kits des événements"
    menu_icon = "download"
    permission_helper_class = LookOnly
    list_display = ("event", "state", "built_at", "error")
    list_filter = ("state",)
    list_select_related = ("event",)
    search_fields = ("event__title",)
    ordering = ("-requested_at",)
    inspect_view_enabled = True
    inspect_view_fields = ("event", "state", "built_at", "error", "attempts", "next_try")
    history_view_enabled = False


class BrandRequestAdmin(ModelAdmin):
    model = BrandRequest
    menu_label = "Demandes du kit de la marque"
    menu_icon = "mail"
    permission_helper_class = LookOnly
    list_display = ("structure", "name", "email", "accepted_at")
    list_filter = ("accepted_at",)
    list_export = ("structure", "name", "email", "accepted_at")
    search_fields = ("structure", "name", "email")
    history_view_enabled = False


class KitsGroup(ModelAdminGroup):
    menu_label = "Kits"
    menu_icon = "download"
    menu_order = 350
    items = (KitAdmin, BrandRequestAdmin)


@require_POST
@permission_required("kits.change_kit", raise_exception=True)
def rebuild(request: HttpRequest, kit_id: int) -> HttpResponse:
    """Ask for a kit again, whatever its state."""
    kit = get_object_or_404(Kit.objects.select_related("event"), pk=kit_id)
    Kit.objects.filter(pk=kit.pk).update(fingerprint="")
    kit.files.update(fingerprint="")
    ensure_kit(kit.event)
    messages.success(request, f"Le kit de {kit.event.title} va être composé de nouveau.")
    return redirect(KitAdmin().url_helper.get_action_url("inspect", kit.pk))
