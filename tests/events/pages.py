"""What a reader sees of a page: its texts, without its tags."""

import re
from html import unescape
from typing import Any

from django.test import Client


def get(client: Client, url: str) -> str:
    """The HTML of a page that answers 200."""
    response = client.get(url)
    assert response.status_code == 200, url
    return response.content.decode()


def texts(html: str, pattern: str) -> list[str]:
    """The text of each element that the pattern's first group holds, on one line."""
    return [text(found) for found in re.findall(pattern, html, re.DOTALL)]


def text(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).replace("\u00a0", " ").replace("\u202f", " ").split())


def agenda_rows(html: str) -> list[tuple[str, str]]:
    """(dates, title) of each row of the agenda, in order."""
    dates = texts(html, r'<p class="agenda-date">(.*?)</p>')
    return list(zip(dates, texts(html, r'<h3 class="agenda-title">(.*?)</h3>'), strict=True))


def edition_rows(html: str) -> list[tuple[str, str]]:
    """(dates, title) of each row of past editions, in order."""
    dates = texts(html, r'<p class="row-date">(.*?)</p>')
    return list(zip(dates, texts(html, r'<h3 class="row-title">(.*?)</h3>'), strict=True))


def titles(events: Any) -> list[str]:
    return [event.title for event in events]


AGENDA, EDITIONS = "/nec-locaux/agenda/", "/nec-locaux/editions/"
