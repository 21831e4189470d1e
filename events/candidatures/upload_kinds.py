"""Kinds of file that a form may ask for. Nothing else is ever accepted."""

from dataclasses import dataclass, field

MAX_FILE_MEGABYTES = 50
"""The largest size that an editor may allow for one file, in megabytes (10^6 bytes)."""


@dataclass(frozen=True)
class Kind:
    """One kind: its name for people, its type, the other endings it goes by, and what marks it inside a zip."""

    label: str
    content_type: str
    aliases: frozenset[str] = field(default_factory=frozenset)
    member: str = ""
    """A file that the archive of an office document must hold (ECMA-376)."""
    mimetype: str = ""
    """What the file `mimetype` of an OpenDocument archive must say (OpenDocument 1.3, part 2, 3.3)."""

    @property
    def is_archive(self) -> bool:
        return bool(self.member or self.mimetype)


_OOXML = "application/vnd.openxmlformats-officedocument."
_ODF = "application/vnd.oasis.opendocument."

KINDS = {
    "pdf": Kind("PDF", "application/pdf"),
    "odt": Kind("Texte (ODT)", f"{_ODF}text", mimetype=f"{_ODF}text"),
    "ods": Kind("Tableur (ODS)", f"{_ODF}spreadsheet", mimetype=f"{_ODF}spreadsheet"),
    "odp": Kind("Présentation (ODP)", f"{_ODF}presentation", mimetype=f"{_ODF}presentation"),
    "docx": Kind("Texte (DOCX)", f"{_OOXML}wordprocessingml.document", member="word/document.xml"),
    "xlsx": Kind("Tableur (XLSX)", f"{_OOXML}spreadsheetml.sheet", member="xl/workbook.xml"),
    "pptx": Kind("Présentation (PPTX)", f"{_OOXML}presentationml.presentation", member="ppt/presentation.xml"),
    "png": Kind("Image (PNG)", "image/png"),
    "jpg": Kind("Image (JPEG)", "image/jpeg", aliases=frozenset({"jpeg", "jpe", "jfif"})),
    "webp": Kind("Image (WebP)", "image/webp"),
}
"""Kinds by ending, without the dot."""


def kind_of(name: str) -> str:
    """The kind that a file's name claims, "" for one that is not accepted anywhere."""
    ending = name.rpartition(".")[2].lower() if "." in name else ""
    return next((key for key, kind in KINDS.items() if ending == key or ending in kind.aliases), "")
