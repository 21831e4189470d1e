"""The lines that an iCalendar file is made of (RFC 5545, 3.1 to 3.3). Pure.

Written here rather than by the library that reads them in the tests: it takes half a millisecond for an event, and a
calendar of ten thousand must leave in a second.
"""

import re
from datetime import UTC, date, datetime

LONGEST = 75
"""Octets of a line, its break aside (3.1)."""

SPECIAL = re.compile(r"[\\;,\x00-\x08\x0a-\x1f\x7f]")
ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": None})
CONTROLS = {code: None for code in range(32) if chr(code) not in "\t\n\r"} | {127: None}


def line(name: str, value: str) -> bytes:
    """A property, its value ready, folded where it is long; never inside a character."""
    content = f"{name}:{value}".encode()
    if len(content) <= LONGEST:
        return content + b"\r\n"
    parts = []
    start, room = 0, LONGEST
    while start < len(content):
        end = min(start + room, len(content))
        while end < len(content) and content[end] & 0xC0 == 0x80:  # the middle of a character of several octets
            end -= 1
        parts.append(content[start:end])
        start, room = end, LONGEST - 1  # the space that opens a continuation counts
    return b"\r\n ".join(parts) + b"\r\n"


def text(value: str) -> str:
    """A TEXT value (3.3.11): escaped, with line breaks kept and control characters left out."""
    if not SPECIAL.search(value):
        return value
    return value.replace("\r\n", "\n").translate(CONTROLS).translate(ESCAPES)


def utc(moment: datetime) -> str:
    """A DATE-TIME in UTC (3.3.5): `20261003T070000Z`."""
    return moment.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")


def local(moment: datetime) -> str:
    """A DATE-TIME as the clocks of its place show it, its zone told beside it: `20261003T090000`."""
    return moment.strftime("%Y%m%dT%H%M%S")


def day(value: date) -> str:
    """A DATE (3.3.4): `20261003`."""
    return value.strftime("%Y%m%d")
