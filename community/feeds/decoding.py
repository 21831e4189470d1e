"""The body of an answer, decompressed within bounds: a small file may hold a huge one."""

import http.client
import zlib

from community.feeds.errors import FeedError

CHUNK = 64 * 1024
GZIP_OR_ZLIB = zlib.MAX_WBITS | 32


def read_body(response: http.client.HTTPResponse, size: int) -> bytes:
    """At most `size` bytes, before and after decompression. Raises FeedError above, or for an unknown encoding."""
    encoding = response.getheader("Content-Encoding", "identity").strip().lower()
    if encoding in ("", "identity"):
        return _plain(response, size)
    if encoding in ("gzip", "x-gzip", "deflate"):
        return _inflated(response, size)
    raise FeedError("La source répond dans un encodage que le site ne lit pas.")


def _plain(response: http.client.HTTPResponse, size: int) -> bytes:
    body = bytearray()
    while chunk := response.read(CHUNK):
        body += chunk
        _check(len(body), size)
    return bytes(body)


def _inflated(response: http.client.HTTPResponse, size: int) -> bytes:
    inflate = zlib.decompressobj(GZIP_OR_ZLIB)
    body, received = bytearray(), 0
    try:
        while chunk := response.read(CHUNK):
            received += len(chunk)
            _check(received, size)
            while chunk:
                body += inflate.decompress(chunk, size + 1 - len(body))
                _check(len(body), size)
                chunk = inflate.unconsumed_tail
    except zlib.error as error:
        raise FeedError("La réponse de la source est mal compressée.") from error
    if not inflate.eof:
        raise FeedError("La réponse de la source est incomplète.")
    return bytes(body)


def _check(length: int, size: int) -> None:
    if length > size:
        raise FeedError(f"Le flux dépasse {size // (1024 * 1024) or 1} Mo.")
