"""What kits bring to the worker, the porteur's space and the admin."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.templatetags.static import static
from django.urls import URLPattern, URLResolver, include, path
from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail import hooks
from wagtail_modeladmin.options import modeladmin_register

from events.hooks import EventPreview
from events.kits.brand_kit import forget_old_requests
from events.kits.build import SWEEP, ask_for_stale, build_due
from events.kits.desk import urls
from events.kits.desk.admin import KitsGroup, rebuild
from events.kits.desk.panel import kit_panel
from events.kits.models import BrandSettings, Family, Kit
from events.kits.previews import preview_of
from events.kits.share_image import KitShareImage
from events.kits.sharing import forget_closed_links
from nec_cms.hooks import PorteurPanel, Sweep

hooks.register("register_event_panel", kit_panel)
hooks.register("register_share_image", KitShareImage)
modeladmin_register(KitsGroup)


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


@hooks.register("register_event_preview")
def banner_preview() -> EventPreview:
    return EventPreview("kit-banniere", "Bannière du kit", preview_of(Family.SOCIAL))


@hooks.register("register_event_preview")
def poster_preview() -> EventPreview:
    return EventPreview("kit-affiche", "Affiche du kit", preview_of(Family.PRINT))


@hooks.register("register_admin_urls")
def desk_urls() -> list[URLPattern | URLResolver]:
    return [
        path("kits-de-communication/", include(urls)),
        path("kits/<int:kit_id>/composer/", rebuild, name="kits_rebuild"),
    ]


@hooks.register("insert_global_admin_css")
def desk_style() -> SafeString:
    return format_html('<link rel="stylesheet" href="{}">', static("kits/desk.css"))


@hooks.register("after_edit_setting")
def offer_to_build_again(request: HttpRequest, instance: object) -> HttpResponse | None:
    """A changed brand changes every kit: the next page offers to build them now, and shows how far it has come."""
    if isinstance(instance, BrandSettings) and request.user.has_perm("kits.change_kit"):
        return redirect("kits_desk:all")
    return None
