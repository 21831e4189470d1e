"""The PDF of an issue: tagged, deterministic, and with the very words of its articles."""

import re
import shutil
import subprocess
import unicodedata
from pathlib import Path

import pytest

from revue import manuscript, pdf
from revue.models import IssuePage
from tests.revue.whole_issue import fill

pytestmark = [
    pytest.mark.django_db,
    # Wagtail leaves a rendition's temporary file open
    pytest.mark.filterwarnings("ignore:Unclosed file:ResourceWarning"),
    pytest.mark.filterwarnings("ignore:unclosed file:ResourceWarning"),
]
PDFTOTEXT = shutil.which("pdftotext")
BODY = ("-x", "0", "-y", "0", "-W", "482", "-H", "624")
"""Points of the page without its foot (170 by 240 mm)."""


def letters(text: str) -> str:
    """The signs of a text without blanks, ligatures and soft hyphens undone."""
    plain = unicodedata.normalize("NFKC", text).replace("\u00ad", "")
    return re.sub(r"\s+|[•‣–]", "", plain)


def text_of(content: bytes, folder: Path) -> str:
    path = folder / "numero.pdf"
    path.write_bytes(content)
    command = [PDFTOTEXT, "-layout", "-nopgbrk", *BODY, str(path), "-"]
    return subprocess.run(command, capture_output=True, check=True).stdout.decode()


@pytest.mark.skipif(not PDFTOTEXT, reason="no pdftotext here: apt-get install poppler-utils")
def test_text_of_the_pdf_is_the_text_of_the_articles(issue: IssuePage, tmp_path: Path) -> None:
    book = manuscript.of(fill(issue))
    found = letters(text_of(pdf.make(book), tmp_path))
    expected = letters(" ".join(piece.text for piece in book.pieces))
    start = found.index(letters(book.pieces[0].text))
    assert found[start : start + len(expected)] == expected


def test_pdf_is_tagged_and_the_same_each_time(issue: IssuePage) -> None:
    full = fill(issue)
    content = pdf.make(manuscript.of(full))
    assert content.startswith(b"%PDF-")
    assert b"/StructTreeRoot" in content
    assert content == pdf.make(manuscript.of(IssuePage.objects.get(pk=full.pk)))


def test_issue_without_article_makes_a_pdf_too(issue: IssuePage) -> None:
    assert pdf.make(manuscript.of(issue)).startswith(b"%PDF-")
