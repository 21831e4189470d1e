"""Handing the files of a kit over, one or all, to somebody whom a view has let in; counted, without a name."""

from django.db.models import F
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.utils.cache import get_conditional_response

from events.kits.archive import archive_etag, zipped
from events.kits.contents import shown_file, shown_files
from events.kits.models import Kit, KitFile, KitUpload, ShownFile
from events.kits.serving import serve_file
from events.kits.wording import slug as short_slug
from events.models import EventPage


def hand_file(request: HttpRequest, event: EventPage, name: str) -> tuple[HttpResponseBase, bool]:
    """One file of the event's kit, counted where it is handed over (the second value); Http404 where there is none."""
    kit: Kit | None = getattr(event, "kit", None)
    file = shown_file(kit, name) if kit else None
    if file is None:
        raise Http404
    response, handed_over = serve_file(request, file, inline="apercu" in request.GET)
    if handed_over:
        count([file])
    return response, handed_over


def hand_zip(request: HttpRequest, event: EventPage) -> tuple[HttpResponseBase, bool]:
    """The whole kit as an archive, written as it is sent; Http404 where there is no file yet."""
    kit: Kit | None = getattr(event, "kit", None)
    files = shown_files(kit) if kit else []
    if not files:
        raise Http404
    folder = f"kit-nec-{short_slug(event.short_name)}"
    etag = archive_etag(folder, ((file.name, file.digest) for file in files))
    if unchanged := get_conditional_response(request, etag=etag):
        return unchanged, False
    handed_over = request.method == "GET"
    if handed_over:
        count(files)
        contents = ((file.name, file.content()) for file in files)
        response: HttpResponseBase = StreamingHttpResponse(zipped(folder, contents))
    else:
        response = HttpResponse()
    response["Content-Type"] = "application/zip"
    response["Content-Disposition"] = f'attachment; filename="{folder}.zip"'
    response["ETag"] = etag
    response["Accept-Ranges"] = "none"
    return response, handed_over


def count(files: list[ShownFile]) -> None:
    """One download more for each: a number, and nothing of who, when or from where."""
    for model in (KitFile, KitUpload):
        if keys := [file.pk for file in files if isinstance(file, model)]:
            model.objects.filter(pk__in=keys).update(downloads=F("downloads") + 1)
