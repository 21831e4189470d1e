"""The antivirus (clamd), where one is set: files wait for its answer and are served to nobody meanwhile.

The dialogue is clamd's INSTREAM: the content in chunks, each after its length on four bytes, closed by a length of
zero (clamd(8)). A scanner that is down or silent leaves the file waiting; it never makes it safe.
"""

import logging
import socket
import struct
from collections.abc import Iterable
from urllib.parse import urlsplit

from django.conf import settings

from events.candidatures.models import Attachment, Scan

logger = logging.getLogger(__name__)

TIMEOUT = 30
"""Seconds granted to each exchange with the scanner."""
BATCH = 50


class ScannerDown(Exception):
    """The scanner did not answer, or not as it should."""


def scan_pending() -> int:
    """Ask the scanner about the files that wait; return how many got an answer. It stops where the scanner is down."""
    if not settings.CLAMD_URL:
        return 0
    answered = 0
    for attachment in Attachment.objects.filter(scan=Scan.PENDING).order_by("created_at")[:BATCH]:
        try:
            with attachment.file.open("rb") as content:
                clean = is_clean(content.chunks())
        except FileNotFoundError:
            logger.warning("Attachment %s has no file", attachment.pk)
            continue
        except ScannerDown as error:
            logger.warning("clamd does not answer: %s", error)
            break
        outcome = Scan.CLEAN if clean else Scan.INFECTED
        answered += Attachment.objects.filter(pk=attachment.pk, scan=Scan.PENDING).update(scan=outcome)
    return answered


def is_clean(chunks: Iterable[bytes]) -> bool:
    """True where clamd finds nothing in this content, False where it names a threat. Raises `ScannerDown`."""
    try:
        with connect() as channel:
            channel.sendall(b"zINSTREAM\0")
            for chunk in chunks:
                channel.sendall(struct.pack("!L", len(chunk)) + chunk)
            channel.sendall(struct.pack("!L", 0))
            answer = b""
            while not answer.endswith(b"\0"):
                part = channel.recv(4096)
                if not part:
                    break
                answer += part
    except OSError as error:
        raise ScannerDown(str(error)) from error
    text = answer.rstrip(b"\0\n").decode("utf-8", "replace")
    if text.endswith("OK"):
        return True
    if text.endswith("FOUND"):
        return False
    raise ScannerDown(text or "no answer")


def connect() -> socket.socket:
    """A connection to `CLAMD_URL`: ``tcp://host:3310`` or ``unix:///path/to/clamd.ctl``."""
    parts = urlsplit(settings.CLAMD_URL)
    if parts.scheme == "unix":
        channel = socket.socket(socket.AF_UNIX)
        channel.settimeout(TIMEOUT)
        channel.connect(parts.path)
        return channel
    return socket.create_connection((parts.hostname or "127.0.0.1", parts.port or 3310), TIMEOUT)
