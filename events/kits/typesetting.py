"""The only door to typst: sources and data in memory, our own fonts, nothing else.

Text never enters a template's source, so markup in it prints literally. A template sees the shared `brand.typ`, its
own source and the pictures that it is handed: no other file of the machine and no font of it. A fixed timestamp makes
equal bytes of equal inputs.
"""

import json
from collections.abc import Mapping
from functools import cache
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Literal, Self

import typst

from nec_cms.typefaces import FONTS

HERE = Path(__file__).parent
TEMPLATES = HERE / "typst"
SHARED = ("base.typ", "brand.typ", "fitting.typ", "pieces.typ")
# 1 January 2024, 00:00 UTC: any fixed instant will do.
TIMESTAMP = 1_704_067_200

ENGINE_VERSION = version("typst")

Format = Literal["png", "svg", "pdf"]


class TypesettingError(Exception):
    """A template could not be set; the message is typst's own."""


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)])


@cache
def shared_sources() -> dict[str, bytes]:
    """The sources that every template may import, by name."""
    return {name: (TEMPLATES / name).read_bytes() for name in SHARED}


class Typesetter:
    """One source with its data, set in as many formats as wanted: what they share is computed once.

    `drawings` (SVG) and `pictures` (PNG) are files that the source may place, by name. Use it as a context: the
    pictures lie in a folder of their own, the only one that the source can read, until its end.
    """

    def __init__(
        self, source: bytes, data: Mapping[str, Any], drawings: Mapping[str, bytes], pictures: Mapping[str, bytes]
    ) -> None:
        self._folder = TemporaryDirectory(prefix="kit-")
        for name, picture in pictures.items():
            (Path(self._folder.name) / name).write_bytes(picture)
        self._files = {"main.typ": source, **shared_sources(), **drawings}
        self._inputs = {"data": json.dumps(data, ensure_ascii=False)}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *raised: object) -> None:
        self._folder.cleanup()

    def pages(self, format: Format, *, density: int = 72, accessible: bool = True) -> list[bytes]:
        """PNG and SVG: one file a page, `density` in pixels per inch. PDF: one file, tagged (PDF/UA-1) if `accessible`.

        Raises TypesettingError.
        """
        # A compiler forgets the files in memory once it has compiled them; what it computed is kept beside it.
        compiler = typst.Compiler(
            self._files,
            root=self._folder.name,
            font_paths=_fonts(),
            ignore_system_fonts=True,
            sys_inputs=self._inputs,
        )
        try:
            result = compiler.compile(
                format=format,
                ppi=float(density),
                pdf_standards=["ua-1"] if format == "pdf" and accessible else [],
                pdf_tags=accessible,
                timestamp=TIMESTAMP,
            )
        except typst.TypstError as error:
            raise TypesettingError(error.message) from error
        return [result] if isinstance(result, bytes) else list(result or [])
