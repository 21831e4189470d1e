"""One private file as an answer: its headers, its conditions, the part of it that was asked for (RFC 9110, 13 and 14).

Nothing here asks who may have it: the views do, before.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath
from typing import IO

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag

from events.kits.models import ShownFile

CONTENT_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
}
"""By the ending of a name; anything else is served as bytes without a meaning."""
SHOWN_INLINE = {".jpeg", ".jpg", ".pdf", ".png", ".svg", ".txt"}
# A drawing or a card opened by itself may run nothing and load nothing.
SANDBOX = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
CHUNK = 64 * 1024
_RANGE = re.compile(r"^bytes=(?:(\d{1,18})-(\d{0,18})|-(\d{1,18}))$")


@dataclass(frozen=True, slots=True)
class Span:
    """The bytes `start` to `stop` (excluded) of a file of `size` bytes."""

    start: int
    stop: int
    size: int

    @property
    def is_whole(self) -> bool:
        return (self.start, self.stop) == (0, self.size)


class UnsatisfiableRangeError(ValueError):
    """The part that was asked for begins after the end of the file."""


def asked_span(header: str, size: int) -> Span:
    """The part that a `Range` header asks for; the whole where there is none, or one that is not ours to serve.

    Several parts at once are answered by the whole, as RFC 9110 14.2 allows. Raises UnsatisfiableRangeError.
    """
    match = _RANGE.match(header.strip())
    if match is None:
        return Span(0, size, size)
    first, last, suffix = match.groups()
    if suffix is not None:
        start, stop = max(0, size - int(suffix)), size
    else:
        start = int(first)
        stop = min(size, int(last) + 1) if last else size
        if last and int(last) < start:
            return Span(0, size, size)
    if start >= size or start == stop:
        raise UnsatisfiableRangeError
    return Span(start, stop, size)


def etag_of(file: ShownFile) -> str:
    return quote_etag(file.digest[:32])


def serve_file(request: HttpRequest, file: ShownFile, *, inline: bool = False) -> tuple[HttpResponseBase, bool]:
    """The answer, and whether it hands the file over (and not a head, a preview, or the end of a download).

    Raises Http404 where the storage has lost the file.
    """
    etag = etag_of(file)
    if unchanged := get_conditional_response(request, etag=etag):
        return dress(unchanged, file, etag, inline), False
    span = Span(0, file.size, file.size)
    if request.headers.get("If-Range", etag) == etag:
        try:
            span = asked_span(request.headers.get("Range", ""), file.size)
        except UnsatisfiableRangeError:
            refused = HttpResponse(status=416, headers={"Content-Range": f"bytes */{file.size}"})
            return dress(refused, file, etag, inline), False
    if request.method == "HEAD":
        response: HttpResponseBase = HttpResponse()
    else:
        try:
            response = StreamingHttpResponse(Part(file.file.open("rb"), span))
        except FileNotFoundError as missing:
            raise Http404 from missing
    if not span.is_whole:
        response.status_code = 206
        response["Content-Range"] = f"bytes {span.start}-{span.stop - 1}/{span.size}"
    response["Content-Length"] = span.stop - span.start
    handed_over = request.method == "GET" and not inline and span.start == 0
    return dress(response, file, etag, inline), handed_over


class Part:
    """The bytes of a span, in pieces. The file is closed with the answer, begun or not."""

    def __init__(self, opened: IO[bytes], span: Span) -> None:
        self.opened, self.span = opened, span

    def __iter__(self) -> Iterator[bytes]:
        self.opened.seek(self.span.start)
        left = self.span.stop - self.span.start
        while left > 0 and (piece := self.opened.read(min(CHUNK, left))):
            left -= len(piece)
            yield piece

    def close(self) -> None:
        self.opened.close()


def dress(response: HttpResponseBase, file: ShownFile, etag: str, inline: bool) -> HttpResponseBase:
    """The headers that every answer about a file carries."""
    content_headers(response, file.name, etag, inline=inline)
    response["Accept-Ranges"] = "bytes"
    return response


def content_headers(response: HttpResponseBase, name: str, etag: str, *, inline: bool) -> None:
    """What a browser must know of a file before it does anything with it. `inline` is for what may be looked at."""
    ending = PurePath(name).suffix.lower()
    shown = inline and ending in SHOWN_INLINE
    response["Content-Type"] = CONTENT_TYPES.get(ending, "application/octet-stream")
    response["Content-Disposition"] = f'{"inline" if shown else "attachment"}; filename="{name}"'
    response["ETag"] = etag
    response["Content-Security-Policy"] = SANDBOX
    response["X-Content-Type-Options"] = "nosniff"
