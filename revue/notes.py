"""Notes of an article: called in its text by ``[^1]``, kept in a list of their own, shown beside the paragraph.

A note stands right after the paragraph that calls it, so that it is read in its place; on wide screens the style sheet
moves it to the margin. Call and note lead to each other.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from wagtail.blocks import RichTextBlock, StreamBlock
from wagtail.rich_text import RichText

from nec_cms.blocks import INLINE_FEATURES
from nec_cms.body import UnfrozenStreamField
from nec_cms.typography import french_spaces

CALL = re.compile(r"[ \u00a0\u202f]?\[\^(\d{1,3})\]")
_TOKENS = re.compile(r"(<[^>]*>)")
_ENDS = frozenset({"</p>", "</ul>", "</ol>", "</h3>", "</h4>", "</blockquote>"})


class NoteBlocks(StreamBlock):
    note = RichTextBlock(label="note", features=INLINE_FEATURES, icon="openquote")


class NotesField(UnfrozenStreamField):
    """The notes of an article, in order: the first is called by ``[^1]``."""

    block_class = NoteBlocks

    def __init__(self, **kwargs: Any) -> None:
        told = (
            "Dans le texte, écrivez [^1] là où la première note est appelée, [^2] pour la deuxième, et ainsi de suite."
        )
        super().__init__(**{"verbose_name": "notes", "blank": True, "help_text": told} | kwargs)


def calls(body: Iterable[Any]) -> list[int]:
    """The numbers of the notes called in the text blocks of a body, in order."""
    texts = [block.value.source for block in body if isinstance(block.value, RichText)]
    return [int(number) for text in texts for number in CALL.findall(text)]


def mismatches(body: Iterable[Any], total: int) -> list[str]:
    """What is wrong between calls and notes, in French: each note is called once, in order."""
    called = calls(body)
    found = []
    if missing := sorted({number for number in called if not 1 <= number <= total}):
        found.append(f"Note appelée mais absente\u00a0: {', '.join(map(str, missing))}.")
    if uncalled := [number for number in range(1, total + 1) if number not in called]:
        found.append(f"Note jamais appelée dans le texte\u00a0: {', '.join(map(str, uncalled))}.")
    if len(set(called)) != len(called):
        found.append("Une note est appelée deux fois\u00a0: chaque appel a la sienne.")
    elif not found and called != sorted(called):
        found.append("Les notes ne sont pas appelées dans l’ordre.")
    return found


def web(article: Any, context: Mapping[str, Any] | None = None) -> SafeString:
    """The body of an article as HTML, its notes in place."""
    html = str(article.body.render_as_block(dict(context or {})))
    notes = [RichText(french_spaces(block.value.source)) for block in article.notes]
    # Safe: what the templates of the blocks rendered, and notes rendered as rich text; nothing else is added.
    return mark_safe(placed(html, [str(note) for note in notes]))  # noqa: S308


def placed(html: str, notes: list[str]) -> str:
    """The HTML with links for the calls ``[^n]`` and each note after the block that calls it.

    A call without note stays as it was typed. A note is placed once, where it is called first.
    """
    waiting: list[int] = []
    seen: set[int] = set()
    depth = 0

    def call(match: re.Match[str]) -> str:
        number = int(match[1])
        if not 1 <= number <= len(notes) or number in seen:
            return match[0]
        seen.add(number)
        waiting.append(number)
        return (
            f'<sup class="note-call"><a href="#note-{number}" id="appel-{number}" role="doc-noteref">'
            f'<span class="visually-hidden">Note </span>{number}</a></sup>'
        )

    made = []
    for token in _TOKENS.split(html):
        if not token.startswith("<"):
            made.append(CALL.sub(call, token))
            continue
        depth += token.startswith(("<ul", "<ol", "<blockquote")) - token.startswith(("</ul", "</ol", "</blockquote"))
        made.append(token)
        if waiting and not depth and token in _ENDS:
            made += [_note(number, notes[number - 1]) for number in waiting]
            waiting.clear()
    return "".join([*made, *(_note(number, notes[number - 1]) for number in waiting)])


def _note(number: int, text: str) -> str:
    # Safe: the note was rendered as rich text, which Wagtail cleans when it is stored.
    return format_html(
        '<div class="note" id="note-{}" role="note"><span class="note-number" aria-hidden="true">{}</span>'
        '<div class="note-text">{}</div>'
        '<a class="note-back" href="#appel-{}">Retour à l’appel de la note {}</a></div>',
        number,
        number,
        mark_safe(text),  # noqa: S308
        number,
        number,
    )
