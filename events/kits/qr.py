"""The QR code of an event's page, at error level M or better."""

from functools import lru_cache
from io import BytesIO

import segno

# Quiet zone the standard asks for, in modules.
BORDER = 4


@lru_cache(maxsize=64)
def qr_svg(url: str, dark: str, *, border: int = BORDER, title: str = "") -> str:
    """An SVG element: dark modules on a transparent ground."""
    target = BytesIO()
    segno.make(url, error="m", micro=False).save(
        target,
        kind="svg",
        border=border,
        dark=dark,
        light=None,
        xmldecl=False,
        svgclass=None,
        lineclass=None,
        omitsize=True,
        title=title or None,
        nl=False,
    )
    return target.getvalue().decode()


@lru_cache(maxsize=8)
def qr_png(url: str, dark: str, *, at_least: int = 1000) -> tuple[bytes, int]:
    """A PNG on white, `at_least` that many pixels a side in whole pixels per module; and its side in pixels."""
    code = segno.make(url, error="m", micro=False)
    modules = code.symbol_size(border=BORDER)[0]
    scale = -(-at_least // modules)
    target = BytesIO()
    code.save(target, kind="png", scale=scale, border=BORDER, dark=dark, light="#FFFFFF")
    return target.getvalue(), modules * scale
