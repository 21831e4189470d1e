"""What an event's editor shows of its kit."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from wagtail.admin.ui.components import Component

from events.kits.access import may_replace_files, may_see_kit
from events.kits.kit_page import moment_of
from events.kits.models import Kit
from events.models import EventPage


class KitPanel(Component):
    """Where the kit stands, and where its files are."""

    template_name = "kits/desk/panel.html"

    def __init__(self, event: EventPage, request: HttpRequest) -> None:
        self.event, self.request = event, request

    def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
        kit: Kit | None = getattr(self.event, "kit", None) if self.event.pk else None
        user = self.request.user
        return {
            "kit": kit,
            "built": moment_of(kit.built_at) if kit and kit.built_at else "",
            "page_of_kit": kit.get_absolute_url() if kit and may_see_kit(user, self.event) else "",
            "files": reverse("kits_desk:files", args=[self.event.pk])
            if kit and may_replace_files(user, self.event)
            else "",
        }


def kit_panel(event: EventPage, request: HttpRequest) -> Component:
    return KitPanel(event, request)
