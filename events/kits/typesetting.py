"""The only door to typst: a template of this app, data as JSON, our own fonts, nothing else.

Text never enters a template's source, so markup in it prints literally; templates read no file outside
their folder and no font of the machine; a fixed timestamp makes equal bytes of equal inputs.
"""

import json
from collections.abc import Mapping
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

import typst

HERE = Path(__file__).parent
TEMPLATES = HERE / "typst"
FONTS = HERE / "fonts"
# 1 January 2024, 00:00 UTC: any fixed instant will do.
TIMESTAMP = 1_704_067_200

ENGINE_VERSION = version("typst")


class TypesettingError(Exception):
    """A template could not be set; the message is typst's own."""


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)])


def typeset(template: str, data: Mapping[str, Any], *, format: str, density: int = 72, **inputs: str) -> bytes:
    """One file: `format` is png, svg or pdf (tagged, PDF/UA-1); `density` in pixels per inch (72: one per point).

    `template` is the name of a file of the templates' folder, without its ending.
    """
    compiler = typst.Compiler(
        str(TEMPLATES / f"{template}.typ"),
        root=str(TEMPLATES),
        font_paths=_fonts(),
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(data, ensure_ascii=False), **inputs},
    )
    try:
        result = compiler.compile(
            format=format,
            ppi=float(density),
            pdf_standards=["ua-1"] if format == "pdf" else [],
            timestamp=TIMESTAMP,
        )
    except typst.TypstError as error:
        raise TypesettingError(error.message) from error
    if not isinstance(result, bytes):
        raise TypesettingError(f"{template}: one page was expected.")
    return result
