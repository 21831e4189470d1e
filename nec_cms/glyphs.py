"""Which characters the site's own fonts can draw, read from the fonts themselves (OpenType `cmap`, formats 4, 12)."""

import struct
import unicodedata
from functools import cache

from nec_cms.typefaces import FONTS


def uncovered(text: str) -> list[str]:
    """The characters of the text, in order and once each, that no font of the kits can draw.

    For the fields of an event: what is listed there could not be printed on a poster. Spaces and control characters
    are never printed.
    """
    covered = _covered()
    missing: dict[str, None] = {}
    for character in unicodedata.normalize("NFC", text):
        if character.isspace() or unicodedata.category(character) in ("Cc", "Cs", "Co", "Cn"):
            continue
        if ord(character) not in covered and not _drawn_apart(character, covered):
            missing[character] = None
    return list(missing)


def _drawn_apart(character: str, covered: frozenset[int]) -> bool:
    """Whether a shaper can draw it from its parts, or draws nothing for it (joiners, selectors)."""
    if unicodedata.category(character) == "Cf" or 0xFE00 <= ord(character) <= 0xFE0F:
        return True
    parts = unicodedata.normalize("NFD", character)
    return len(parts) > 1 and all(ord(part) in covered for part in parts)


@cache
def _covered() -> frozenset[int]:
    points: set[int] = set()
    for path in sorted(FONTS.glob("*.ttf")):
        points |= _font_points(path.read_bytes())
    return frozenset(points)


def _font_points(font: bytes) -> set[int]:
    (tables,) = struct.unpack_from(">H", font, 4)
    for index in range(tables):
        tag, _, offset, _ = struct.unpack_from(">4sLLL", font, 12 + 16 * index)
        if tag == b"cmap":
            return _cmap_points(font, offset)
    raise ValueError("A font without a cmap table.")


def _cmap_points(font: bytes, cmap: int) -> set[int]:
    points: set[int] = set()
    (count,) = struct.unpack_from(">H", font, cmap + 2)
    for index in range(count):
        _, _, offset = struct.unpack_from(">HHL", font, cmap + 4 + 8 * index)
        (kind,) = struct.unpack_from(">H", font, cmap + offset)
        if kind == 12:
            (groups,) = struct.unpack_from(">L", font, cmap + offset + 12)
            for group in range(groups):
                first, last, _ = struct.unpack_from(">LLL", font, cmap + offset + 16 + 12 * group)
                points.update(range(first, last + 1))
        elif kind == 4:
            points |= _segments(font, cmap + offset)
    return points


def _segments(font: bytes, table: int) -> set[int]:
    """The points of a format 4 subtable, those that map to no glyph left out."""
    (doubled,) = struct.unpack_from(">H", font, table + 6)
    points: set[int] = set()
    for index in range(0, doubled, 2):
        (last,) = struct.unpack_from(">H", font, table + 14 + index)
        (first,) = struct.unpack_from(">H", font, table + 16 + doubled + index)
        (delta,) = struct.unpack_from(">H", font, table + 16 + 2 * doubled + index)
        at = table + 16 + 3 * doubled + index
        (offset,) = struct.unpack_from(">H", font, at)
        for point in range(first, last + 1):
            glyph = point if offset == 0 else struct.unpack_from(">H", font, at + offset + 2 * (point - first))[0]
            if (glyph or offset == 0) and (glyph + delta) % 65536 and point != 0xFFFF:
                points.add(point)
    return points
