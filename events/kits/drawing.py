"""What a drawn template is handed, and the files it gives: one compilation for all pages of a kind."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from html import escape
from itertools import groupby
from typing import Any

from events.kits.data import KitData
from events.kits.press import with_bleed_box
from events.kits.qr import qr_svg
from events.kits.specs import KitTemplate, Output, PlannedFile
from events.kits.typesetting import Typesetter
from events.kits.wording import pieces
from nec_cms.motif import as_svg

Files = dict[str, bytes]
TOGETHER = 4
"""Pictures of one compilation: each takes four bytes a pixel until all are written."""


def draw(data: KitData, template: KitTemplate, files: Sequence[PlannedFile]) -> Iterator[bytes]:
    """The content of each file, in order. Pictures of one density are pages of one compilation; documents go alone."""
    for kind, density, press, together in _batches(files):
        inputs, drawings, pictures = printed(data, template, [file.output for file in together])
        with Typesetter(template.drawn, inputs, drawings, pictures) as setter:
            if kind == "PDF":
                (document,) = setter.pages("pdf", accessible=not press)
                yield with_bleed_box(document) if press else document
            elif kind == "SVG":
                for page, file in zip(setter.pages("svg"), together, strict=True):
                    yield page.decode().replace(">", f' role="img"><title>{escape(file.alt)}</title>', 1).encode()
            else:
                yield from setter.pages("png", density=density)


def _batches(files: Sequence[PlannedFile]) -> Iterator[tuple[str, int, bool, list[PlannedFile]]]:
    """Files that are pages of one compilation: the same format and density, a few at a time to spare the memory."""
    for (kind, density, press), alike in groupby(files, key=lambda file: _kind(file.output)):
        several = list(alike)
        step = 1 if kind == "PDF" else TOGETHER
        for start in range(0, len(several), step):
            yield kind, density, press, several[start : start + step]


def _kind(output: Output) -> tuple[str, int, bool]:
    return output.format, output.density, output.press


def printed(data: KitData, template: KitTemplate, outputs: Sequence[Output]) -> tuple[dict[str, Any], Files, Files]:
    """The inputs of a template, its drawings and its pictures: the facts that it shows, and the colours."""
    palette = data.colours
    tones = (palette.dark, palette.accent, palette.paper)
    shown = {name: value for name, value in asdict(data).items() if name in template.shows}
    drawings: Files = {
        f"motif-{columns}x{rows}.svg": as_svg(data.seed, columns, rows, colours=tones).encode()
        for columns, rows in sorted({size for output in outputs for size in output.motifs})
    }
    pictures: Files = {}
    if "name" in shown:
        shown["pieces"] = [asdict(piece) for piece in pieces(data.name)]
    if "status" in shown:
        shown["banner"] = data.banner
    if {"venue", "city", "mode"} <= shown.keys():
        shown["where"] = data.where
    if "url" in shown:
        shown["url_display"] = data.url.split("://")[-1].rstrip("/")
        drawings["code.svg"] = qr_svg(data.url, palette.dark, border=0).encode()
    if "partners" in shown:
        pictures = {f"logo-{number}.png": one.logo for number, one in enumerate(data.partners) if one.logo}
        shown["partners"] = [
            {"name": one.name, "logo": f"logo-{number}.png" if one.logo else ""}
            for number, one in enumerate(data.partners)
        ]
    if "brand" in shown:
        brand = data.brand
        shown["brand"] = {"mention": brand.mention, "logo": f"marque.{brand.logo_format}" if brand.logo else ""}
        if brand.logo:
            pictures[f"marque.{brand.logo_format}"] = brand.logo
    shown |= {
        "title": f"NEC [{data.name}]",
        "colours": {"dark": palette.dark, "accent": palette.accent, "paper": palette.paper},
        "pages": [_page(output) for output in outputs],
    }
    return shown, drawings, pictures


def _page(output: Output) -> dict[str, Any]:
    return {
        "width": output.width,
        "height": output.height,
        "unit": output.unit,
        "press": output.press,
        "variant": output.variant,
        "columns": output.motifs[0][0] if output.motifs else 0,
        "rows": output.motifs[0][1] if output.motifs else 0,
    }
