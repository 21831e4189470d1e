"""The kit's page, its files and its zip: for those whom access.py names, and nobody else."""

from collections.abc import Callable
from functools import wraps
from urllib.parse import urlencode

from django.conf import settings
from django.db.models import F
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.http import quote_etag
from django.views.decorators.http import require_safe

from events.kits.access import may_see_kit
from events.kits.archive import zipped
from events.kits.models import Kit, KitFile
from events.kits.presentation import kit_context
from events.kits.wording import slug as short_slug
from events.models import EventPage

CONTENT_TYPES = {
    "SVG": "image/svg+xml",
    "PNG": "image/png",
    "PDF": "application/pdf",
    "TXT": "text/plain; charset=utf-8",
}
# A drawing opened by itself may run nothing and load nothing.
SANDBOX = "default-src 'none'; style-src 'unsafe-inline'; sandbox"

EventView = Callable[..., HttpResponseBase]


def for_those_who_may(view: EventView) -> EventView:
    """Anonymous visitors are sent to sign in; others without a right to the kit get 404, as for no event at all."""

    @require_safe
    @wraps(view)
    def checked(request: HttpRequest, slug: str, **kwargs: str) -> HttpResponseBase:
        if not request.user.is_authenticated:
            response: HttpResponseBase = redirect(f"{settings.PORTEUR_LOGIN_URL}?{urlencode({'suite': request.path})}")
        else:
            event = EventPage.objects.filter(slug=slug).select_related("kit").first()
            if event is None or not may_see_kit(request.user, event):
                raise Http404
            response = view(request, event, **kwargs)
        patch_cache_control(response, private=True, no_store=True)
        response["X-Content-Type-Options"] = "nosniff"
        response["X-Robots-Tag"] = "noindex"
        return response

    return checked


@for_those_who_may
def kit_page(request: HttpRequest, event: EventPage) -> HttpResponse:
    """What the kit holds, or how the work on it stands."""
    return render(request, "kits/kit.html", kit_context(event))


@for_those_who_may
def kit_file(request: HttpRequest, event: EventPage, name: str) -> HttpResponseBase:
    """One file, as a download; with `?apercu`, for the page that shows it (not counted)."""
    file = get_object_or_404(KitFile, kit__event=event, name=name)
    preview = "apercu" in request.GET
    etag = quote_etag(file.digest[:32])
    if unchanged := get_conditional_response(request, etag=etag):
        return unchanged
    if request.method == "HEAD":
        response: HttpResponseBase = HttpResponse()
    else:
        try:
            response = FileResponse(file.file.open("rb"))
        except FileNotFoundError as missing:
            raise Http404 from missing
        if not preview:
            KitFile.objects.filter(pk=file.pk).update(downloads=F("downloads") + 1)
    response["Content-Type"] = CONTENT_TYPES[file.format]
    response["Content-Length"] = file.size
    response["Content-Disposition"] = f'{"inline" if preview else "attachment"}; filename="{file.name}"'
    response["ETag"] = etag
    response["Content-Security-Policy"] = SANDBOX
    return response


@for_those_who_may
def kit_zip(request: HttpRequest, event: EventPage) -> HttpResponseBase:
    """Every file of the kit in one archive."""
    kit: Kit | None = getattr(event, "kit", None)
    if kit is None or not kit.is_available:
        raise Http404
    files = kit.files.all()
    etag = quote_etag(kit.fingerprint[:32])
    if unchanged := get_conditional_response(request, etag=etag):
        return unchanged
    if request.method == "GET":
        kit.files.update(downloads=F("downloads") + 1)
    folder = f"kit-nec-{short_slug(event.short_name)}"
    contents = ((file.name, file.content()) for file in files)
    response = StreamingHttpResponse(zipped(folder, contents), content_type="application/zip")
    response["Content-Disposition"] = f'attachment; filename="{folder}.zip"'
    response["ETag"] = etag
    return response
