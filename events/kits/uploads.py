"""Files that people send, known by their content and never by their name alone."""

import re
import warnings
from dataclasses import dataclass
from io import BytesIO
from pathlib import PurePath
from typing import IO
from xml.etree.ElementTree import ParseError

import puremagic
from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring
from PIL import Image, UnidentifiedImageError

from events.kits.wording import slug
from nec_cms.typography import NO_BREAK

MAX_BYTES = 20_000_000
"""The largest file that is taken, in bytes."""
MAX_PIXELS = 60_000_000
"""The largest picture, in pixels: past it a small file may unpack into more memory than there is."""

FORMATS = {".png": "PNG", ".jpg": "JPEG", ".jpeg": "JPEG", ".svg": "SVG", ".pdf": "PDF", ".txt": "TXT"}
"""What is taken, by the ending of the name."""

_SVG = "{http://www.w3.org/2000/svg}svg"
_XHTML = "{http://www.w3.org/1999/xhtml}"
_REFUSED = {"script", "foreignobject", "iframe", "object", "embed", "a", "image", "set", "handler", "listener"}
_OUTSIDE = re.compile(r"url\(\s*['\"]?(?!#)|@import|javascript:|expression\(", re.IGNORECASE)


class UnfitFileError(ValueError):
    """A file that is not taken; the message says why to whoever sent it, in French."""


@dataclass(frozen=True, slots=True)
class Examined:
    """What the content of a file says: its format, its size in pixels (0 where it has none), its bytes, a safe name."""

    name: str
    format: str
    content: bytes
    width: int = 0
    height: int = 0


def examine(file: IO[bytes], name: str) -> Examined:
    """Read a file that was sent; raises UnfitFileError where its content is not what its name promises."""
    ending = PurePath(name).suffix.lower()
    if ending not in FORMATS:
        raise UnfitFileError("Ce format n’est pas accepté. Envoyez un fichier PNG, JPEG, SVG, PDF ou TXT.")
    file.seek(0)
    content = file.read(MAX_BYTES + 1)
    file.seek(0)
    if not content:
        raise UnfitFileError("Ce fichier est vide.")
    if len(content) > MAX_BYTES:
        raise UnfitFileError(f"Ce fichier est trop lourd{NO_BREAK}: 20{NO_BREAK}Mo au plus.")
    wanted = FORMATS[ending]
    width, height = _CHECKS[wanted](content, wanted)
    stem = slug(PurePath(name).stem)[:80]
    return Examined(f"{stem}{'.jpg' if wanted == 'JPEG' else ending}", wanted, content, width, height)


def _unlike(wanted: str) -> UnfitFileError:
    return UnfitFileError(f"Le contenu de ce fichier n’est pas celui d’un {wanted}, quel que soit son nom.")


def _picture(content: bytes, wanted: str) -> tuple[int, int]:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(BytesIO(content), formats=[wanted]) as picture:
                width, height = picture.size
                if width * height > MAX_PIXELS:
                    raise UnfitFileError("Cette image est trop grande\u00a0: 60 millions de pixels au plus.")
                picture.load()
    except UnfitFileError:
        raise
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, Image.DecompressionBombWarning) as error:
        raise _unlike(wanted) from error
    return width, height


def _document(content: bytes, wanted: str) -> tuple[int, int]:
    try:
        seen = {match.extension for match in puremagic.magic_string(content)}
    except puremagic.PureError:
        seen = set()
    if not content.startswith(b"%PDF-") or ".pdf" not in seen or b"%%EOF" not in content[-2048:]:
        raise _unlike(wanted)
    return 0, 0


def _text(content: bytes, wanted: str) -> tuple[int, int]:
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise UnfitFileError("Ce texte n’est pas en UTF-8\u00a0: enregistrez-le sous ce codage.") from error
    if any(ord(sign) < 32 and sign not in "\t\r\n" for sign in text):
        raise _unlike(wanted)
    return 0, 0


def _drawing(content: bytes, wanted: str) -> tuple[int, int]:
    """A drawing that runs nothing and loads nothing, whoever opens it."""
    try:
        root = fromstring(content, forbid_dtd=True)
    except (ParseError, DefusedXmlException, ValueError) as error:
        raise _unlike(wanted) from error
    if root.tag != _SVG:
        raise _unlike(wanted)
    for element in root.iter():
        kind = str(element.tag).rpartition("}")[2].lower()
        if kind in _REFUSED or kind.startswith("animate") or str(element.tag).startswith(_XHTML):
            raise UnfitFileError(
                "Ce dessin contient un script, un lien, une animation ou une image liée\u00a0: enregistrez-le en SVG "
                "simple, textes vectorisés."
            )
        texts = [element.text or ""] if kind == "style" else []
        for attribute, value in element.attrib.items():
            bare = attribute.rpartition("}")[2].lower()
            if bare.startswith("on") or (bare == "href" and not value.startswith("#")):
                raise UnfitFileError(
                    "Ce dessin contient un script ou mène ailleurs\u00a0: enregistrez-le en SVG simple."
                )
            texts.append(value)
        if any(_OUTSIDE.search(text) for text in texts):
            raise UnfitFileError("Ce dessin charge un fichier d’ailleurs\u00a0: enregistrez-le en SVG simple.")
    return 0, 0


_CHECKS = {"PNG": _picture, "JPEG": _picture, "SVG": _drawing, "PDF": _document, "TXT": _text}
