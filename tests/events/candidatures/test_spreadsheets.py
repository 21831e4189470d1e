"""Tables that leave the site: right in three formats, and without a formula that could run."""

import csv
import io
import zipfile
from datetime import date
from decimal import Decimal
from xml.etree import ElementTree

import pytest
from openpyxl import load_workbook

from events.candidatures.spreadsheets import FORMATS, harmless

HEADER = ["Titre", "Montant", "Jour", "Nombre"]
ROWS = [["NEC « Été »\nsuite", Decimal("1200.50"), date(2027, 3, 1), 12], [None, None, None, None]]
DANGERS = ["=1+1", "+33 1 02", "-2", "@SUM(A1)", "\t=1", "\r=1", " =cmd|'/c calc'!A1", '=HYPERLINK("http://x")']


def written(name: str, rows) -> bytes:
    return b"".join(FORMATS[name][0](HEADER, iter(rows)))


def ods_cells(content: bytes) -> list[list[tuple[str, str]]]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        tree = ElementTree.fromstring(archive.read("content.xml"))
    office, table = (
        "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}",
        "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}",
    )
    text = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
    return [
        [
            (cell.get(f"{office}value-type", ""), "\n".join(p.text or "" for p in cell.iter(f"{text}p")))
            for cell in row.iter(f"{table}table-cell")
        ]
        for row in tree.iter(f"{table}table-row")
    ]


def test_csv_is_what_french_spreadsheets_open():
    content = written("csv", ROWS).decode("utf-8-sig")
    assert list(csv.reader(io.StringIO(content), delimiter=";")) == [
        HEADER,
        ["NEC « Été »\nsuite", "1200,50", "2027-03-01", "12"],
        ["", "", "", ""],
    ]


def test_xlsx_keeps_numbers_and_days():
    sheet = load_workbook(io.BytesIO(written("xlsx", ROWS))).active
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert rows[0] == HEADER
    assert (rows[1][0], rows[1][1], rows[1][2].date(), rows[1][3]) == (
        "NEC « Été »\nsuite",
        1200.5,
        date(2027, 3, 1),
        12,
    )


def test_ods_keeps_numbers_and_days():
    content = written("ods", ROWS)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        first = archive.infolist()[0]
        assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
        assert archive.testzip() is None
    assert ods_cells(content)[1] == [
        ("string", "NEC « Été »\nsuite"),
        ("float", ""),
        ("date", "2027-03-01"),
        ("float", ""),
    ]


@pytest.mark.parametrize("text", DANGERS)
def test_no_format_holds_a_formula(text):
    rows = [[text, None, None, None]]
    cell = next(list(csv.reader(io.StringIO(written("csv", rows).decode("utf-8-sig")), delimiter=";"))[1:2].__iter__())[
        0
    ]
    assert cell.startswith("'")
    found = load_workbook(io.BytesIO(written("xlsx", rows))).active["A2"]
    assert (found.data_type, found.value.replace("\n", "\r")) == ("s", text)  # XML reads a carriage return as a line
    kind, _ = ods_cells(written("ods", rows))[1][0]
    assert kind == "string"
    assert b"table:formula" not in written("ods", rows)


@pytest.mark.parametrize("text", ["NEC Metz", "12", "l’été", "a=b", "Réunion - suite", ""])
def test_a_plain_text_is_left_alone(text):
    assert harmless(text) == text


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_control_characters_and_markup_break_nothing(name):
    content = written(name, [["\x00\x0b<b>&\ufffe", Decimal("0"), None, 0]])
    if name == "ods":
        assert ods_cells(content)[1][0] == ("string", "<b>&")
    elif name == "xlsx":
        assert load_workbook(io.BytesIO(content)).active["A2"].value == "<b>&"
    else:
        assert "<b>&;0,00;;0" in content.decode("utf-8-sig")


@pytest.mark.parametrize("name", ["csv", "ods"])
def test_rows_leave_before_the_last_is_read(name):
    read = []

    def rows():
        for number in range(5000):
            read.append(number)
            yield [f"NEC {number} {hash(str(number))}", None, None, None]

    pieces = FORMATS[name][0](HEADER, rows())
    for _ in range(4):
        next(pieces)
    assert len(read) < 5000
