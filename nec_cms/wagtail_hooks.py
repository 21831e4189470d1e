"""The core's own periodic work, and what it adds to the admin: the site's colours, and a page in the settings."""

from datetime import timedelta

from django.core.management import call_command
from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from nec_cms import extensions
from nec_cms.hooks import Sweep
from nec_cms.mail import send_due
from nec_cms.work import forget_finished


@hooks.register("register_sweep")
def send_mails() -> Sweep:
    return Sweep("mail", timedelta(seconds=20), send_due)


@hooks.register("register_sweep")
def publish_scheduled() -> Sweep:
    return Sweep("publication", timedelta(minutes=1), lambda: call_command("publish_scheduled"))


@hooks.register("register_sweep")
def forget_tasks() -> Sweep:
    return Sweep("task-records", timedelta(hours=6), lambda: forget_finished(timezone.now() - timedelta(days=2)))


class AdministratorsMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return bool(request.user.is_superuser)


@hooks.register("register_admin_urls")
def extension_urls() -> list[URLPattern]:
    return [
        path("extensions/", extensions.index, name="extensions"),
        path("extensions/<slug:name>/", extensions.usage, name="extension_usage"),
    ]


@hooks.register("register_settings_menu_item")
def extensions_menu_item() -> MenuItem:
    return AdministratorsMenuItem("Extensions", reverse("extensions"), icon_name="cogs", order=900)


@hooks.register("insert_global_admin_css")
def admin_style() -> SafeString:
    return format_html('<link rel="stylesheet" href="{}">', static("nec/admin.css"))
