"""An issue as EPUB 3.3, accessible (EPUB Accessibility 1.1): navigation, language, alternative texts, metadata.

Written with the standard library's zipfile. The same issue gives the same bytes: entries are in a fixed order and
bear one fixed time.
"""

import io
import zipfile
from xml.sax.saxutils import escape, quoteattr

from nec_cms.motif import as_svg
from revue import xhtml
from revue.manuscript import Book

MOMENT = (2024, 1, 1, 0, 0, 0)
CONTAINER = (
    '<?xml version="1.0" encoding="utf-8"?>\n'
    '<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="EPUB/numero.opf" media-type="application/oebps-package+xml"/></rootfiles></container>\n'
)
STYLE = """body { line-height: 1.5; }
h1, h2, h3 { line-height: 1.15; hyphens: none; }
img { max-width: 100%; height: auto; }
figure { margin: 1.5em 0; }
figcaption, .mention, .signature, .notes { font-size: .85em; }
.rubrique { font-weight: bold; }
.chapeau { font-size: 1.2em; }
blockquote { margin: 1.5em 0; padding-left: 1em; border-left: .2em solid; font-size: 1.15em; }
blockquote footer { font-size: .8em; }
table { border-collapse: collapse; }
th, td { padding: .3em .6em; border-bottom: 1px solid; text-align: left; vertical-align: top; }
.titre { margin-top: 15%; }
"""
SUMMARY = (
    "Texte dans l’ordre de lecture, titres hiérarchisés, sommaire, notes liées dans les deux sens, images décrites ou "
    "marquées décoratives."
)


def make(book: Book) -> bytes:
    """The EPUB of an issue."""
    cover, cover_type, cover_bytes = _cover(book)
    pages = [("couverture.xhtml", xhtml.cover(book, cover)), ("titre.xhtml", xhtml.title_page(book))]
    names = [f"piece-{number:02d}.xhtml" for number in range(1, len(book.pieces) + 1)]
    entries = [(each.rubrique, each.title, name) for each, name in zip(book.pieces, names, strict=True)]
    pages.append(("nav.xhtml", xhtml.navigation(book, entries or [("", book.title, "titre.xhtml")])))
    pages += [(name, xhtml.piece(each)) for name, each in zip(names, book.pieces, strict=True)]
    pictures = [(cover, cover_type, cover_bytes)]
    pictures += [(each.name, each.media_type, each.content) for _, each in sorted(book.pictures.items())]
    package = _package(book, [name for name, _ in pages], pictures)
    files = [("META-INF/container.xml", CONTAINER.encode()), ("EPUB/numero.opf", package.encode())]
    files += [("EPUB/style.css", STYLE.encode()), *((f"EPUB/{name}", content) for name, content in pages)]
    files += [(f"EPUB/{name}", content) for name, _, content in pictures]
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        _add(archive, "mimetype", b"application/epub+zip", zipfile.ZIP_STORED)
        for name, content in files:
            _add(archive, name, content, zipfile.ZIP_DEFLATED)
    return target.getvalue()


def _add(archive: zipfile.ZipFile, name: str, content: bytes, compression: int) -> None:
    entry = zipfile.ZipInfo(name, MOMENT)
    entry.compress_type, entry.create_system, entry.external_attr = compression, 3, 0o644 << 16
    archive.writestr(entry, content, compresslevel=9 if compression else None)


def _cover(book: Book) -> tuple[str, str, bytes]:
    if book.cover:
        return f"couverture-{book.cover.name}", book.cover.media_type, book.cover.content
    return "couverture.svg", "image/svg+xml", _drawn(book).encode()


def _drawn(book: Book) -> str:
    """The drawn cover: number, theme, motif, in the issue's colours."""
    dark, accent, _ = book.colours
    lines = _wrapped(book.title, 22)
    text = f'font-family="sans-serif" font-weight="bold" fill="{dark}"'
    titles = "".join(
        f'<text x="48" y="{470 + 56 * rank}" font-size="50" {text}>{escape(line)}</text>'
        for rank, line in enumerate(lines)
    )
    motif = as_svg(book.seed, 6, 2, colours=book.colours)
    motif = motif.replace("<svg", '<svg x="0" y="600" width="600" height="200"', 1)
    label = quoteattr(book.cover_alt)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 800" role="img" aria-label={label}>'
        f'<rect width="600" height="800" fill="{accent}"/>'
        f'<text x="48" y="72" font-size="28" {text}>{escape(book.label)}</text>'
        f'<text x="552" y="72" font-size="28" text-anchor="end" {text}>{escape(book.season)}</text>'
        f'<text x="40" y="370" font-size="320" {text}>{book.number}</text>{titles}{motif}</svg>'
    )


def _wrapped(title: str, width: int) -> list[str]:
    lines: list[str] = []
    for word in title.split():
        if lines and len(lines[-1]) + len(word) < width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines[:3]


def _package(book: Book, pages: list[str], pictures: list[tuple[str, str, bytes]]) -> str:
    facts = [
        f'<dc:identifier id="identifiant">{escape(book.identifier)}</dc:identifier>',
        f"<dc:title>{escape(f'{book.label}, {book.title}')}</dc:title>",
        "<dc:language>fr</dc:language>",
        f"<dc:date>{book.date}</dc:date>",
        "<dc:publisher>Numérique en Commun[s]</dc:publisher>",
        f"<dc:rights>{escape(f'{book.licence} {book.licence_url}'.strip())}</dc:rights>",
        f'<meta property="dcterms:modified">{book.modified}</meta>',
    ]
    facts += [f"<dc:description>{escape(book.introduction)}</dc:description>"] if book.introduction else []
    facts += [f"<dc:source>{escape(book.url)}</dc:source>"] if book.url else []
    schema = [("accessMode", "textual"), ("accessMode", "visual"), ("accessModeSufficient", "textual")]
    schema += [("accessibilityFeature", each) for each in ("tableOfContents", "structuralNavigation", "readingOrder")]
    schema += [("accessibilityFeature", "alternativeText"), ("accessibilityHazard", "none")]
    schema += [("accessibilitySummary", SUMMARY)]
    facts += [f'<meta property="schema:{name}">{value}</meta>' for name, value in schema]
    items = ['<item id="style" href="style.css" media-type="text/css"/>']
    spine = []
    for number, name in enumerate(pages):
        nav = ' properties="nav"' if name == "nav.xhtml" else ""
        items.append(f'<item id="page-{number}" href="{name}" media-type="application/xhtml+xml"{nav}/>')
        spine.append(f'<itemref idref="page-{number}"/>')
    for number, (name, kind, _) in enumerate(pictures):
        cover = ' properties="cover-image"' if number == 0 else ""
        items.append(f'<item id="image-{number}" href={quoteattr(name)} media-type="{kind}"{cover}/>')
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<package xmlns="http://www.idpf.org/2007/opf" version="3.0" '
        'unique-identifier="identifiant" xml:lang="fr" dir="ltr">\n'
        f'<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">\n{chr(10).join(facts)}\n</metadata>\n'
        f"<manifest>\n{chr(10).join(items)}\n</manifest>\n<spine>\n{chr(10).join(spine)}\n</spine>\n</package>\n"
    )
