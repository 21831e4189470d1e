"""The seven colour trios of the visual language, shared by pages, kits and mails.

A palette is a dark, an accent and a paper. Text is dark on paper, dark on accent, or white on dark:
`tests/nec_cms/test_palettes.py` measures each of these pairs.
"""

from dataclasses import dataclass
from hashlib import sha256

WHITE = "#FFFFFF"


@dataclass(frozen=True, slots=True)
class Palette:
    """Three colours that go together, as `#RRGGBB`; `label` is what an editor reads."""

    name: str
    label: str
    dark: str
    accent: str
    paper: str


PALETTES: dict[str, Palette] = {
    palette.name: palette
    for palette in (
        Palette("soleil", "Soleil", "#1E1651", "#FFC938", "#F4F1FF"),
        Palette("encre", "Encre", "#1E1651", "#B9B1FF", "#FBFAF6"),
        Palette("lagon", "Lagon", "#0B3B4A", "#7FE0D0", "#F2FBF9"),
        Palette("corail", "Corail", "#4A1230", "#FF9E8A", "#FFF3F0"),
        Palette("pre", "Pré", "#12402B", "#BFE36B", "#F5FAEA"),
        Palette("argile", "Argile", "#5A2A0C", "#FFC59A", "#FFF6EE"),
        Palette("nuit", "Nuit", "#15151E", "#FFD84D", "#F3F3F7"),
    )
}

DEFAULT = PALETTES["soleil"]

# For a model field: what an editor may choose.
PALETTE_CHOICES = [(palette.name, palette.label) for palette in PALETTES.values()]


def palette_for(seed: str) -> Palette:
    """The palette of a territory or an event: always the same one for the same seed."""
    digest = sha256(f"coloris:{seed}".encode()).digest()
    names = tuple(PALETTES)
    return PALETTES[names[int.from_bytes(digest[:4], "big") % len(names)]]


def palette_named(name: str, seed: str = "") -> Palette:
    """The palette an editor chose, or the one of the seed where nothing valid was chosen."""
    return PALETTES.get(name) or palette_for(seed)


def contrast(first: str, second: str) -> float:
    """Contrast ratio of two `#RRGGBB` colours, from 1.0 to 21.0 (WCAG 2.1, success criterion 1.4.3)."""
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    """Relative luminance, 0 to 1, as WCAG 2.1 defines it."""
    if len(colour) != 7 or not colour.startswith("#"):
        raise ValueError(f"A colour is written #RRGGBB, not {colour!r}.")
    channels = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (
        channel / 12.92 if channel <= 0.03928 else ((channel + 0.055) / 1.055) ** 2.4 for channel in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
