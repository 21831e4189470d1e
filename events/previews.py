"""The ways in which the editor can look at an event before it is published."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from django.conf import settings

from events.presentation import shared_image

if TYPE_CHECKING:
    from events.models import EventPage

LISTS, SHARED = "listes", "partage"
MODES = [("", "Page"), (LISTS, "Dans les listes"), (SHARED, "Lien partagé")]
TEMPLATES = {LISTS: "events/previews/cards.html", SHARED: "events/previews/shared.html"}


def context(event: EventPage, mode: str) -> dict[str, Any]:
    """The variables of a preview beside those of the event's page."""
    if mode != SHARED:
        return {}
    picture = shared_image(event)
    address = picture.url if picture else ""
    for base in (settings.BASE_URL, settings.WAGTAILADMIN_BASE_URL):
        address = address.removeprefix(base)  # the editor may have come by another name of this site
    return {"shared_image": picture, "shared_src": address, "shared_host": urlsplit(settings.BASE_URL).hostname}
