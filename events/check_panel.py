"""In the event editor: what the page still lacks, as last saved."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils import timezone
from wagtail.admin.panels import Panel

from events.content_checks import gaps


class ChecksPanel(Panel):
    """The list of what is missing, each with its tab; hidden on a new page and where nothing is."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "events/admin/checks.html"

        def get_context_data(self, parent_context: Mapping[str, Any] | None = None) -> dict[str, Any]:
            return super().get_context_data(parent_context) | {"gaps": self.gaps}

        @property
        def gaps(self) -> list[Any]:
            return gaps(self.instance, timezone.now()) if self.instance.pk else []

        def is_shown(self) -> bool:
            return bool(self.gaps)
