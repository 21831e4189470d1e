"""From an event's data to the files of its kit, in memory. Pure: no database, no address called.

The same data gives the same bytes; `fingerprint` stands for all that they depend on.
"""

import json
import struct
from collections.abc import Iterator
from dataclasses import asdict
from functools import cache
from hashlib import sha256
from html import escape
from typing import Any

from events.kits.data import KitArtifact, KitData
from events.kits.qr import qr_png, qr_svg
from events.kits.readme import alt_banner, alt_logo, alt_poster, readme
from events.kits.specs import BANNERS, LOGOS, Banner, Logo
from events.kits.typesetting import ENGINE_VERSION, FONTS, TEMPLATES, typeset
from events.kits.wording import pieces, slug
from nec_cms.motif import as_svg
from nec_cms.palettes import palette_named

POSTER_GRID = (6, 3)
# The modules that the bytes of a kit depend on.
MODULES = ("data", "engine", "qr", "readme", "specs", "typesetting", "wording")


def render(data: KitData) -> Iterator[KitArtifact]:
    """The files of the kit, the read-me last.

    Raises ValueError on data without a title or with an unknown status, TypesettingError where a template
    cannot be set (a character that no font covers, for one: see `events.kits.glyphs.uncovered`).
    """
    data = data.cleaned()
    shared = _shared(data)
    made = []
    for artifact in _pictures(data, shared):
        made.append(artifact)
        yield artifact
    yield readme(data, made)


def _pictures(data: KitData, shared: dict[str, Any]) -> Iterator[KitArtifact]:
    for logo in LOGOS:
        yield from _logo(data, shared, logo)
    for banner in BANNERS:
        yield _banner(data, shared, banner)
    yield from _poster(data, shared)
    yield from _codes(data)


def _shared(data: KitData) -> dict[str, Any]:
    """What every template receives."""
    palette = palette_named(data.palette, data.seed)
    return {
        **asdict(data),
        "banner": data.banner,
        "pieces": [asdict(piece) for piece in pieces(data.name)],
        "url_display": data.url.split("://")[-1].rstrip("/"),
        "colours": {"dark": palette.dark, "accent": palette.accent, "paper": palette.paper},
        "motifs": {},
        "mention": "Un NEC local, dans le cadre du programme public Numérique\u00a0en\u00a0Commun[s].",
    }


def _motif(data: KitData, columns: int, rows: int) -> str:
    palette = palette_named(data.palette, data.seed)
    return as_svg(data.seed, columns, rows, colours=(palette.dark, palette.accent, palette.paper))


def _logo(data: KitData, shared: dict[str, Any], logo: Logo) -> Iterator[KitArtifact]:
    stem = f"logo-nec-{slug(data.name)}-{logo.variant}"
    alt = alt_logo(data)
    drawing = typeset("logo", shared, format="svg", variant=logo.variant).decode()
    named = drawing.replace(">", f' role="img"><title>{escape(alt)}</title>', 1).encode()
    picture = typeset("logo", shared, format="png", variant=logo.variant)
    width, height = png_size(picture)
    yield KitArtifact(f"{stem}.svg", named, "logo", logo.label, logo.use, "SVG", alt, width, height)
    yield KitArtifact(f"{stem}.png", picture, "logo", logo.label, logo.use, "PNG", alt, width, height)


def _banner(data: KitData, shared: dict[str, Any], banner: Banner) -> KitArtifact:
    picture = typeset(
        "banner",
        {**shared, "motifs": {"banner": _motif(data, banner.columns, banner.rows)}},
        format="png",
        width=str(banner.width),
        height=str(banner.height),
        columns=str(banner.columns),
        rows=str(banner.rows),
        place=banner.place,
    )
    width, height = png_size(picture)
    return KitArtifact(
        banner.file_name, picture, "social", banner.label, banner.use, "PNG", alt_banner(data), width, height
    )


def _poster(data: KitData, shared: dict[str, Any]) -> Iterator[KitArtifact]:
    """The poster as a document, and as a picture for a mail or a page."""
    palette = palette_named(data.palette, data.seed)
    inputs = {
        **shared,
        "motifs": {"poster": _motif(data, *POSTER_GRID)},
        "code": qr_svg(data.url, palette.dark, border=0),
        "code_alt": f"Code QR vers la page {shared['url_display']}",
    }
    label, alt = "Affiche A4", alt_poster(data)
    use = "À l’écran, par courriel, ou sur une imprimante de bureau."
    document = typeset("poster", inputs, format="pdf")
    yield KitArtifact("affiche-a4.pdf", document, "print", label, use, "PDF", alt, 210, 297, "mm")
    picture = typeset("poster", inputs, format="png", density=144)
    width, height = png_size(picture)
    yield KitArtifact("affiche-a4.png", picture, "print", label, use, "PNG", alt, width, height)


def _codes(data: KitData) -> Iterator[KitArtifact]:
    palette = palette_named(data.palette, data.seed)
    alt = f"Code QR vers la page de l’événement, {data.url}"
    picture, side = qr_png(data.url, palette.dark)
    label, use = "Code QR de la page", "Sur vos propres documents. Laissez la marge claire autour."
    drawing = qr_svg(data.url, palette.dark, title=alt).encode()
    yield KitArtifact("qr-code.svg", drawing, "code", label, use, "SVG", alt, side, side)
    yield KitArtifact("qr-code.png", picture, "code", label, use, "PNG", alt, side, side)


def png_size(picture: bytes) -> tuple[int, int]:
    """Width and height of a PNG in pixels, from its header; ValueError where it is none."""
    if picture[:8] != b"\x89PNG\r\n\x1a\n":
        raise ValueError("Not a PNG.")
    return struct.unpack(">II", picture[16:24])


@cache
def engine_fingerprint() -> str:
    """Changes when a template, a font, the motif or the engine does."""
    digest = sha256(ENGINE_VERSION.encode())
    code = [TEMPLATES.parent / f"{name}.py" for name in MODULES]
    for path in (*sorted(TEMPLATES.glob("*.typ")), *sorted(FONTS.glob("*.ttf")), *code):
        digest.update(path.name.encode() + path.read_bytes())
    digest.update("".join(as_svg(f"étalon {number}", 6, 4) for number in range(3)).encode())
    return digest.hexdigest()


def fingerprint(data: KitData) -> str:
    """What the kit's bytes depend on, as 64 hexadecimal figures: the data, the colours and the engine."""
    data = data.cleaned()
    palette = palette_named(data.palette, data.seed)
    inputs = json.dumps([asdict(data), asdict(palette), engine_fingerprint()], sort_keys=True)
    return sha256(inputs.encode()).hexdigest()
