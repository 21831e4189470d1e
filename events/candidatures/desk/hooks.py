"""What the desk adds to Wagtail's admin."""

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import URLResolver, include, path
from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail import hooks
from wagtail_modeladmin.options import modeladmin_register

from events.candidatures.desk import urls
from events.candidatures.desk.admin import InstructionGroup
from events.candidatures.desk.panel import ToTreatPanel
from events.candidatures.models import Candidature
from events.models import EventPage

modeladmin_register(InstructionGroup)


@hooks.register("register_admin_urls")
def desk_urls() -> list[URLResolver]:
    return [path("candidatures/", include(urls))]


@hooks.register("construct_homepage_panels")
def to_treat(request: HttpRequest, panels: list) -> None:
    panels.append(ToTreatPanel())


@hooks.register("insert_global_admin_css")
def desk_style() -> SafeString:
    return format_html('<link rel="stylesheet" href="{}">', static("candidatures/desk.css"))


@hooks.register("register_kit_access")
def team_sees_the_kit(user: AbstractBaseUser | AnonymousUser, event: EventPage) -> bool:
    """The team that instructed the file may look at the kit that came of it."""
    return Candidature.objects.instructed_by(user).filter(event=event).exists()
