"""Tables as CSV, XLSX and ODS, row after row, in which no formula can run. Pure: it knows nothing of files.

A text that a spreadsheet would compute (it begins with = + - @ or a control character) is marked as text: by an
apostrophe in CSV (OWASP, CSV injection), by its type in the two others.
"""

import csv
import re
import tempfile
import zipfile
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell

Value = str | int | Decimal | date | None
Rows = Iterable[list[Value]]
CHUNK = 64 * 1024
_DANGER = re.compile(r"^[\s]*[=+\-@\t\r]")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def harmless(text: str) -> str:
    """The text as CSV may hold it."""
    return f"'{text}" if _DANGER.match(text) else text


class _Echo:
    def write(self, text: str) -> str:
        return text


def as_csv(header: list[str], rows: Rows) -> Iterator[bytes]:
    """UTF-8 with its mark, semicolons, as French spreadsheets open it."""
    writer = csv.writer(_Echo(), delimiter=";")
    yield b"\xef\xbb\xbf"
    for row in _with_header(header, rows):
        yield writer.writerow([_csv_cell(value) for value in row]).encode()


def _csv_cell(value: Value) -> str:
    match value:
        case None:
            return ""
        case Decimal():
            return f"{value:.2f}".replace(".", ",")
        case date():
            return value.isoformat()
        case str():
            return harmless(_CONTROL.sub("", value))
    return str(value)


def as_xlsx(header: list[str], rows: Rows) -> Iterator[bytes]:
    """One sheet, written row by row to a file that leaves in pieces."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Candidatures")
    sheet.freeze_panes = "A2"
    for row in _with_header(header, rows):
        sheet.append([_xlsx_cell(sheet, value) for value in row])
    with tempfile.TemporaryFile() as file:
        book.save(file)
        file.seek(0)
        while chunk := file.read(CHUNK):
            yield chunk


def _xlsx_cell(sheet: Any, value: Value) -> Any:
    if not isinstance(value, str):
        return value
    cell = WriteOnlyCell(sheet, value="")
    cell.value = _CONTROL.sub("", value)[:32767]
    cell.data_type = "s"  # text, whatever it begins with
    return cell


class Pipe:
    """Where zipfile writes without going back; what came is taken piece by piece."""

    def __init__(self) -> None:
        self.pieces: list[bytes] = []

    def write(self, data: bytes) -> int:
        self.pieces.append(bytes(data))
        return len(data)

    def flush(self) -> None:
        """Nothing waits here."""

    def take(self) -> bytes:
        data = b"".join(self.pieces)
        self.pieces.clear()
        return data


_ODS_TYPE = "application/vnd.oasis.opendocument.spreadsheet"
_MANIFEST = (
    '<?xml version="1.0" encoding="UTF-8"?><manifest:manifest '
    'xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">'
    f'<manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="{_ODS_TYPE}"/>'
    '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
)
_OPENING = (
    '<?xml version="1.0" encoding="UTF-8"?><office:document-content office:version="1.3" '
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>'
    '<table:table table:name="Candidatures">'
)
_CLOSING = "</table:table></office:spreadsheet></office:body></office:document-content>"


def as_ods(header: list[str], rows: Rows) -> Iterator[bytes]:
    """An OpenDocument 1.3 spreadsheet (its `mimetype` first and stored, part 2, 3.3), streamed as it is compressed."""
    pipe = Pipe()
    with zipfile.ZipFile(pipe, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", _ODS_TYPE, zipfile.ZIP_STORED)
        archive.writestr("META-INF/manifest.xml", _MANIFEST)
        with archive.open("content.xml", "w") as content:
            content.write(_OPENING.encode())
            for row in _with_header(header, rows):
                cells = "".join(_ods_cell(value) for value in row)
                content.write(f"<table:table-row>{cells}</table:table-row>".encode())
                if pipe.pieces:
                    yield pipe.take()
            content.write(_CLOSING.encode())
    yield pipe.take()


def _ods_cell(value: Value) -> str:
    match value:
        case None | "":
            return "<table:table-cell/>"
        case Decimal() | int():
            return f'<table:table-cell office:value-type="float" office:value="{value}"/>'
        case date():
            day = value.isoformat()
            return (
                f'<table:table-cell office:value-type="date" office:date-value={quoteattr(day)}>'
                f"<text:p>{day}</text:p></table:table-cell>"
            )
    lines = "".join(f"<text:p>{escape(line)}</text:p>" for line in _CONTROL.sub("", str(value)).split("\n"))
    return f'<table:table-cell office:value-type="string">{lines}</table:table-cell>'


def _with_header(header: list[str], rows: Rows) -> Iterator[list[Value]]:
    yield list(header)
    yield from rows


FORMATS = {
    "csv": (as_csv, "text/csv; charset=utf-8"),
    "xlsx": (as_xlsx, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "ods": (as_ods, _ODS_TYPE),
}
"""Name -> (writer, content type)."""
