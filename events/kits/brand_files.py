"""The kit of the brand alone: its logo and its rules, for whoever accepts the charter. The same for everybody."""

from collections.abc import Iterator
from hashlib import sha256
from html import escape
from json import dumps

from django.core.cache import cache

from events.kits.brand import Brand
from events.kits.data import KitArtifact
from events.kits.engine import engine_fingerprint
from events.kits.measures import png_size
from events.kits.typesetting import TEMPLATES, Typesetter
from nec_cms.palettes import DEFAULT
from nec_cms.typography import french_spaces

NAME = "Numérique en Commun[s]"
STEM = "logo-numerique-en-communs"
VARIANTS = (
    ("couleur", "Logo en couleur", "Sur fond clair\u00a0: site, courrier, programme."),
    ("sombre", "Logo d’une couleur, sombre", "Sur fond clair, quand une seule encre est possible."),
    ("blanc", "Logo d’une couleur, blanc", "Sur fond sombre ou sur une photographie sombre."),
)
KEPT = 24 * 3600
"""How long the files stay in the cache, in seconds: they are made in half a second."""


def brand_files(brand: Brand) -> list[KitArtifact]:
    """The logo of the brand, official where one was set and drawn elsewhere, and its rules."""
    key = f"kits.brand.{sha256(dumps([brand.inputs(), engine_fingerprint()]).encode()).hexdigest()}"
    files: list[KitArtifact] | None = cache.get(key)
    if files is None:
        files = [*(_official(brand) if brand.logo else _drawn(brand)), _rules(brand)]
        cache.set(key, files, KEPT)
    return files


def _official(brand: Brand) -> Iterator[KitArtifact]:
    width, height = png_size(brand.logo) if brand.logo_format == "png" else (0, 0)
    label, use = "Logo officiel", "La marque telle qu’elle est enregistrée\u00a0: ne la redessinez pas."
    name, format = f"{STEM}.{brand.logo_format}", brand.logo_format.upper()
    yield KitArtifact(name, brand.logo, "logo", label, use, format, NAME, width, height)


def _drawn(brand: Brand) -> Iterator[KitArtifact]:
    palette = brand.palette(DEFAULT.name, "")
    page = {"width": 0, "height": 0, "unit": "px", "press": False}
    data = {
        "title": NAME,
        "colours": {"dark": palette.dark, "accent": palette.accent, "paper": palette.paper},
        "pages": [page | {"variant": variant} for variant, _, _ in VARIANTS],
    }
    with Typesetter((TEMPLATES / "wordmark.typ").read_bytes(), data, {}, {}) as setter:
        drawings, pictures = setter.pages("svg"), setter.pages("png", density=144)
    for (variant, label, use), drawing, picture in zip(VARIANTS, drawings, pictures, strict=True):
        named = drawing.decode().replace(">", f' role="img"><title>{escape(NAME)}</title>', 1).encode()
        width, height = png_size(picture)
        stem = f"{STEM}-{variant}"
        yield KitArtifact(f"{stem}.svg", named, "logo", label, use, "SVG", NAME, width, height)
        yield KitArtifact(f"{stem}.png", picture, "logo", label, use, "PNG", NAME, width, height)


def _rules(brand: Brand) -> KitArtifact:
    lines = [
        f"{NAME} – la marque",
        "",
        "LES RÈGLES D’USAGE",
        *(f"  {rule}" for rule in brand.rules),
        "",
        "LA LICENCE",
        f"  {brand.licence}",
        "",
    ]
    use = "À lire d’abord\u00a0: ce à quoi la marque engage."
    content = french_spaces("\n".join(lines)).encode()
    return KitArtifact("LISEZ-MOI.txt", content, "text", "Règles d’usage", use, "TXT")
