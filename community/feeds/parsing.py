"""From the bytes of a feed to plain entries. Knows neither Django nor the network.

`python -m community.feeds.parsing` reads bytes and writes JSON: see `apart.py`, which runs it in a process of its own.
"""

import calendar
import hashlib
import html
import json
import re
import resource
import sys
import unicodedata
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlsplit

import feedparser
import nh3

MOST_ENTRIES = 200
MEMORY = 512 * 1024 * 1024
"""Bytes of address space that the process may take."""
TITLE, SUMMARY, AUTHOR, GUID, LINK = 300, 700, 160, 500, 1000
BETWEEN_BLOCKS = re.compile(r"<(?=/?(?:p|br|div|li|ul|ol|h[1-6]|tr|td|blockquote)\b)", re.IGNORECASE)
DIRECTIONS = set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


class NotAFeed(Exception):
    """Neither RSS nor Atom."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry, as plain text. `published` is a UTC timestamp in seconds, None where the feed gives none."""

    guid: str
    link: str
    title: str
    summary: str
    author: str
    published: int | None


def parse(content: bytes, content_type: str = "") -> list[Entry]:
    """The entries that have a usable link, in the feed's order, 200 at most; a guid that comes twice counts once.

    Raises NotAFeed.
    """
    headers = {"content-type": content_type} if content_type else {}
    document = feedparser.parse(content, response_headers=headers, sanitize_html=False)
    if not document.get("version") and not document.entries:
        raise NotAFeed
    entries: dict[str, Entry] = {}
    for raw in document.entries[:MOST_ENTRIES]:
        if entry := _entry(raw):
            entries.setdefault(entry.guid, entry)
    return list(entries.values())


def plain(markup: str, length: int) -> str:
    """Text alone: no markup, no script, no control or direction sign; one line, cut at a word with an ellipsis."""
    bare = nh3.clean(BETWEEN_BLOCKS.sub(" <", markup), tags=set(), clean_content_tags={"script", "style"})
    text = "".join(
        " " if unicodedata.category(sign) == "Cc" else sign for sign in html.unescape(bare) if sign not in DIRECTIONS
    )
    text = " ".join(text.split())
    if len(text) <= length:
        return text
    return text[: length - 1].rsplit(" ", 1)[0].rstrip(" ,;:.") + "…"


def web_link(address: Any) -> str:
    """An http or https address, or nothing."""
    address = str(address or "").strip()
    if len(address) > LINK or any(sign.isspace() or unicodedata.category(sign) == "Cc" for sign in address):
        return ""
    try:
        parts = urlsplit(address)
        named = bool(parts.hostname)
    except ValueError:
        return ""
    return address if parts.scheme.lower() in ("http", "https") and named else ""


def _entry(raw: Any) -> Entry | None:
    link = web_link(raw.get("link"))
    title = plain(str(raw.get("title") or ""), TITLE)
    if not (link and title):
        return None
    guid = str(raw.get("id") or link)
    if len(guid) > GUID or "\x00" in guid:
        guid = "sha256:" + hashlib.sha256(guid.encode("utf-8", "replace")).hexdigest()
    contents = raw.get("content") or [{}]
    summary = raw.get("summary") or contents[0].get("value") or ""
    author = plain(str(raw.get("author") or ""), AUTHOR)
    return Entry(guid, link, title, plain(str(summary), SUMMARY), author, _published(raw))


def _published(raw: Any) -> int | None:
    for name in ("published_parsed", "updated_parsed"):
        moment = raw.get(name)
        if moment is None:
            continue
        try:
            stamp = calendar.timegm(moment)
            if 1990 <= datetime.fromtimestamp(stamp, UTC).year <= 2200:
                return stamp
        except (ValueError, OverflowError, OSError, TypeError):
            continue
    return None


def main() -> None:
    """Bytes on the standard input, the content type as argument; JSON on the standard output."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    try:
        answer: dict[str, Any] = {"entries": [asdict(entry) for entry in parse(sys.stdin.buffer.read(), sys.argv[1])]}
    except NotAFeed:
        answer = {"entries": None}
    json.dump(answer, sys.stdout)


if __name__ == "__main__":
    main()
