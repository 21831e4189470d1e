"""The picture of an event's kit that anybody may see: the one shown where the event's address is shared."""

from urllib.parse import urljoin

from django.conf import settings
from django.db.models import Model
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe

from events.kits.contents import shown_file
from events.kits.models import KitFile
from events.kits.serving import serve_file
from events.models import EventPage
from nec_cms.hooks import SharedImage, ShareImage

NAME = "linkedin-publication-1200x627.png"
KEPT = 3600
"""How long those who show it may keep it, in seconds."""


class KitShareImage(ShareImage):
    """The banner of a published event whose kit is made."""

    def picture(self, page: Model) -> SharedImage | None:
        if not isinstance(page, EventPage) or not page.live:
            return None
        file = KitFile.objects.filter(kit__event_id=page.pk, name=NAME).only("alt", "width", "height").first()
        if file is None:
            return None
        address = urljoin(f"{settings.BASE_URL}/", reverse("kits:picture", args=[page.slug]))
        return SharedImage(address, file.alt, file.width, file.height)


@require_safe
def picture(request: HttpRequest, slug: str) -> HttpResponseBase:
    """The banner, for everybody while the event is published; 404 from the moment it is not."""
    event = get_object_or_404(EventPage.objects.live().select_related("kit"), slug=slug)
    file = shown_file(event.kit, NAME) if hasattr(event, "kit") else None
    if file is None:
        raise Http404
    response, _ = serve_file(request, file, inline=True)
    patch_cache_control(response, public=True, max_age=KEPT)
    return response
