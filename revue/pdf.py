"""An issue as a PDF, tagged (PDF/UA-1): cover, contents, articles, notes. Set by typst, its engine pinned.

The words travel as JSON, never inside the template's source, so that markup in them prints literally; the template
sees its own folder alone and our own fonts. Equal inputs give equal bytes.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import typst

from nec_cms.motif import as_svg
from nec_cms.typefaces import FONTS
from revue.engines import OWN_FONTS, TYPST
from revue.manuscript import Book, Node

TIMESTAMP = 1_704_067_200  # 1 January 2024, 00:00 UTC: any fixed instant will do
COLUMNS, ROWS = 6, 4
COVER, MOTIF = "couverture", "motif.svg"


def make(book: Book) -> bytes:
    """The PDF of an issue. Raises typst.TypstError where it cannot be set (a sign that no font covers, for one)."""
    with TemporaryDirectory(prefix="numero-") as name:
        folder = Path(name)
        (folder / "main.typ").write_bytes((TYPST / "issue.typ").read_bytes())
        (folder / MOTIF).write_text(as_svg(book.seed, COLUMNS, ROWS, colours=book.colours), encoding="utf-8")
        for picture in book.pictures.values():
            (folder / picture.name).write_bytes(picture.content)
        cover = ""
        if book.cover:
            cover = f"{COVER}-{book.cover.name}"
            (folder / cover).write_bytes(book.cover.content)
        fonts = typst.Fonts(
            include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS), str(OWN_FONTS)]
        )
        compiler = typst.Compiler(
            str(folder / "main.typ"),
            root=name,
            font_paths=fonts,
            ignore_system_fonts=True,
            sys_inputs={"data": json.dumps(told(book, cover), ensure_ascii=False)},
        )
        result = compiler.compile(format="pdf", pdf_standards=["ua-1"], timestamp=TIMESTAMP)
    if not isinstance(result, bytes):
        raise TypeError("A PDF is one file.")
    return result


def told(book: Book, cover: str) -> dict[str, Any]:
    """What the template receives."""
    dark, accent, paper = book.colours
    facts = [book.credits, f"Licence\u00a0: {book.licence}."]
    facts += [f"ISSN {book.issn}."] if book.issn else []
    facts += [f"DOI\u00a0: {book.doi}."] if book.doi else []
    return {
        "label": book.label,
        "title": book.title,
        "number": str(book.number),
        "series": book.series,
        "season": book.season,
        "introduction": book.introduction,
        "facts": [fact for fact in facts if fact.strip()],
        "colours": {"dark": dark, "accent": accent, "paper": paper},
        "cover": cover,
        "cover_alt": book.cover_alt,
        "motif": MOTIF,
        "pieces": [
            {
                "slug": piece.slug,
                "title": piece.title,
                "rubrique": piece.rubrique,
                "standfirst": piece.standfirst,
                "byline": piece.byline,
                "nodes": list(_levelled(piece.nodes)),
                "notes": piece.notes,
            }
            for piece in book.pieces
        ],
    }


def _levelled(nodes: list[Node]) -> Iterator[Node]:
    """The nodes with no level of heading skipped, as PDF/UA wants: a title of the third follows one of the second."""
    last = 1
    for node in nodes:
        if node["kind"] != "heading":
            yield node
            continue
        last = min(node["level"], last + 1)
        yield {**node, "level": last}
