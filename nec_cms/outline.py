"""The outline of a body: its headings, each with an anchor of its own, for contents and links to a part."""

from collections.abc import Iterable
from typing import Any

from django.utils.text import slugify

HEADING = "heading"
TAKEN = frozenset({"contenu", "erreurs", "fil", "menu", "menu-recherche", "navigation", "ouvrir-menu", "pied-de-page"})
"""Identifiers of the shell, which a heading may not take."""


def anchor(title: str, taken: set[str]) -> str:
    """An identifier made from `title`, unlike those `taken`, to which it is added."""
    stem = slugify(title) or "partie"
    if stem in TAKEN or stem[0].isdigit():
        stem = f"partie-{stem}"
    found, number = stem, 2
    while found in taken:
        found, number = f"{stem}-{number}", number + 1
    taken.add(found)
    return found


def anchored(body: Iterable[Any]) -> list[tuple[Any, str]]:
    """Each block of a body with the anchor of the heading it is, or an empty text."""
    taken: set[str] = set()
    return [(child, anchor(str(child.value), taken) if child.block_type == HEADING else "") for child in body]


def contents(body: Iterable[Any]) -> list[dict[str, str]]:
    """The headings of a body as ``{id, title}``, for the component `contents.html`."""
    return [{"id": found, "title": str(child.value)} for child, found in anchored(body) if found]
