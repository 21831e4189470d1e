"""Hooks that the calendar offers to plugins, registered the Wagtail way. docs/plugins.md has a heading for each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.http import HttpRequest, HttpResponseBase
from wagtail import hooks
from wagtail.admin.ui.components import Component

if TYPE_CHECKING:
    from events.models import EventPage


@dataclass(frozen=True)
class EventPreview:
    """Hook `register_event_preview`: one more way to look at an event while it is being edited."""

    name: str
    """Identifier, unique: letters, digits, hyphens."""

    label: str
    """What the editor chooses, e.g. « Affiche »."""

    render: Callable[[EventPage, HttpRequest], HttpResponseBase]
    """Given the event as it stands in the form, saved or not."""


EventPanel = Callable[["EventPage", HttpRequest], Component | None]
"""Hook `register_event_panel`: the hook function itself is given the event and the request, and returns what the
editor's tab « Communication » shows of it, or None. An event that was never saved has no `pk`."""


def event_previews() -> list[EventPreview]:
    """What plugins bring, in their own order."""
    return [function() for function in hooks.get_hooks("register_event_preview")]


def event_panels(event: EventPage, request: HttpRequest) -> list[Component]:
    """What plugins show of this event in its editor."""
    shown = (function(event, request) for function in hooks.get_hooks("register_event_panel"))
    return [component for component in shown if component is not None]
