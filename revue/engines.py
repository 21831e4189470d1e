"""What the files of an issue are made with: a change here makes every file anew."""

from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from nec_cms.typefaces import FONTS

HERE = Path(__file__).parent
TYPST, OWN_FONTS = HERE / "typst", HERE / "fonts"
COMMON = ("manuscript", "converting", "rich")
MODULES = {"epub": ("epub", "xhtml", *COMMON), "pdf": ("pdf", *COMMON)}


@cache
def fingerprint(kind: str) -> str:
    """Of the code, and for a PDF of typst's version, the template and the fonts."""
    found = sha256()
    for name in MODULES[kind]:
        found.update((HERE / f"{name}.py").read_bytes())
    if kind == "pdf":
        found.update(version("typst").encode())
        for path in (*sorted(TYPST.glob("*.typ")), *sorted(FONTS.glob("*.ttf")), *sorted(OWN_FONTS.glob("*.ttf"))):
            found.update(path.name.encode() + path.read_bytes())
    return found.hexdigest()
