"""A zip streamed as it is written, with equal bytes for equal files."""

from collections.abc import Iterable, Iterator
from hashlib import sha256
from zipfile import ZIP_STORED, ZipFile, ZipInfo

# The first date that the format knows: any fixed one will do.
DATE = (1980, 1, 1, 0, 0, 0)


class _Outlet:
    """What ZipFile writes to: it cannot seek, and is emptied after each file."""

    def __init__(self) -> None:
        self._chunks: list[bytes] = []

    def write(self, chunk: bytes) -> int:
        self._chunks.append(bytes(chunk))
        return len(chunk)

    def flush(self) -> None:
        """Nothing is kept back."""

    def take(self) -> bytes:
        taken, self._chunks = b"".join(self._chunks), []
        return taken


def zipped(folder: str, files: Iterable[tuple[str, bytes]]) -> Iterator[bytes]:
    """The archive, piece by piece: each file under `folder`, stored (PNG and PDF are compressed already).

    One file at a time is in memory.
    """
    outlet = _Outlet()
    with ZipFile(outlet, "w", ZIP_STORED) as archive:
        for name, content in files:
            entry = ZipInfo(f"{folder}/{name}", DATE)
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, content)
            yield outlet.take()
    yield outlet.take()


def archive_etag(folder: str, digests: Iterable[tuple[str, str]]) -> str:
    """A strong entity tag of the archive, from the name and the digest of each of its files, in order."""
    told = sha256(folder.encode())
    for name, digest in digests:
        told.update(f"\0{name}\0{digest}".encode())
    return f'"{told.hexdigest()[:32]}"'
