"""Documents for printers: the bleed box that the typesetter leaves out."""

import re

MILLIMETRE = 72 / 25.4
BLEED = 3.0
"""Millimetres of colour past the trimmed edge, as printers ask for."""

_PAGE = re.compile(rb"/Type/Page/.*?/TrimBox\[([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+)\]", re.DOTALL)
_ENTRY = re.compile(rb"(\d{10}) (\d{5}) n")


def with_bleed_box(document: bytes, bleed: float = BLEED) -> bytes:
    """The document with a BleedBox `bleed` mm around the TrimBox of each page (PDF 1.7, 14.11.2).

    Around it the page keeps room for the crop marks. Raises ValueError where the document has no trim box, or no
    plain cross-reference table.
    """
    head, keyword, tail = document.rpartition(b"\nxref\n")
    found = list(_PAGE.finditer(head))
    if not keyword or not found:
        raise ValueError("A document with trim boxes and a cross-reference table was expected.")
    added = [(match.end(), _box([float(side) for side in match.groups()], bleed)) for match in found]
    parts, at = [], 0
    for place, box in added:
        parts += [head[at:place], box]
        at = place
    parts.append(head[at:])

    def moved(entry: re.Match[bytes]) -> bytes:
        offset = int(entry[1])
        return b"%010d %s n" % (offset + sum(len(box) for place, box in added if place < offset), entry[2])

    table, start, _ = tail.partition(b"startxref\n")
    body = b"".join(parts)
    return body + keyword + _ENTRY.sub(moved, table) + start + b"%d\n%%%%EOF" % (len(body) + 1)


def _box(trim: list[float], bleed: float) -> bytes:
    margin = bleed * MILLIMETRE
    left, bottom, right, top = trim
    sides = (left - margin, bottom - margin, right + margin, top + margin)
    return ("/BleedBox[" + " ".join(f"{side:.4f}" for side in sides) + "]").encode()
