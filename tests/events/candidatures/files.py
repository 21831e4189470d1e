"""Small files of every kind that the form takes, and of some that it refuses."""

import io
import zipfile

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n%%EOF\n"
HTML = b"<!doctype html><script>alert(1)</script>"


def archive(members: dict[str, bytes]) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as written:
        for name, value in members.items():
            written.writestr(name, value)
    return content.getvalue()


def office(member: str, **more: bytes) -> bytes:
    return archive({"[Content_Types].xml": b"<Types/>", member: b"<x/>", **more})


def open_document(kind: str) -> bytes:
    return archive({"mimetype": f"application/vnd.oasis.opendocument.{kind}".encode(), "content.xml": b"<x/>"})


def image(kind: str) -> bytes:
    content = io.BytesIO()
    Image.new("RGB", (4, 4), "#1E1651").save(content, kind)
    return content.getvalue()


ACCEPTED = {
    "pdf": PDF,
    "odt": open_document("text"),
    "ods": open_document("spreadsheet"),
    "odp": open_document("presentation"),
    "docx": office("word/document.xml"),
    "xlsx": office("xl/workbook.xml"),
    "pptx": office("ppt/presentation.xml"),
    "png": image("PNG"),
    "jpg": image("JPEG"),
    "jpeg": image("JPEG"),
    "webp": image("WEBP"),
}

REFUSED = {
    "a page named .pdf": ("dossier.pdf", HTML),
    "a program named .pdf": ("dossier.pdf", b"MZ\x90\x00\x03\x00\x00\x00" + b"\x00" * 64),
    "an archive named .docx": ("dossier.docx", archive({"a.txt": b"a"})),
    "a spreadsheet named .docx": ("dossier.docx", office("xl/workbook.xml")),
    "a text with macros": ("dossier.docx", office("word/document.xml", **{"word/vbaProject.bin": b"x"})),
    "an OpenDocument of another kind": ("dossier.odt", open_document("spreadsheet")),
    "an OpenDocument with macros": (
        "dossier.odt",
        archive({"mimetype": b"application/vnd.oasis.opendocument.text", "Basic/Standard/M.xml": b"x"}),
    ),
    "a drawing named .png": ("image.png", b'<svg xmlns="http://www.w3.org/2000/svg"/>'),
    "a PDF named .png": ("image.png", PDF),
    "a text named .pdf": ("dossier.pdf", "été".encode()),
    "half an archive": ("dossier.docx", office("word/document.xml")[:40]),
}


def upload(name: str = "lettre exemple.pdf", content: bytes = PDF) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)
