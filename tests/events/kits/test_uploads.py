"""Files that people send are known by their content: what they hold decides, not what they are called."""

from io import BytesIO

import pytest
from PIL import Image

from events.kits import uploads
from events.kits.uploads import UnfitFileError, examine

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1">{}</svg>'
PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\nstartxref\n0\n%%EOF\n"


def picture(format: str = "PNG", size: tuple[int, int] = (40, 30)) -> bytes:
    out = BytesIO()
    Image.new("RGB", size, "#1E1651").save(out, format)
    return out.getvalue()


def sent(name: str, content: bytes | str) -> uploads.Examined:
    return examine(BytesIO(content.encode() if isinstance(content, str) else content), name)


def refusal(name: str, content: bytes | str) -> str:
    with pytest.raises(UnfitFileError) as refused:
        sent(name, content)
    return str(refused.value)


@pytest.mark.parametrize(
    ("name", "content", "kept", "format", "size"),
    [
        ("Affiche été.PNG", picture(), "affiche-ete.png", "PNG", (40, 30)),
        ("photo.jpeg", picture("JPEG"), "photo.jpg", "JPEG", (40, 30)),
        ("plan.pdf", PDF, "plan.pdf", "PDF", (0, 0)),
        ("logo.svg", SVG.format('<path d="M0 0h1v1z" fill="url(#a)"/>'), "logo.svg", "SVG", (0, 0)),
        ("Texte à publier.txt", "Rendez-vous à Metz\u00a0!\n", "texte-a-publier.txt", "TXT", (0, 0)),
        ("../../etc/passwd.txt", "x", "passwd.txt", "TXT", (0, 0)),
        ("….pdf", PDF, "evenement.pdf", "PDF", (0, 0)),
    ],
)
def test_a_file_whose_content_is_what_its_name_says_is_taken_under_a_plain_name(name, content, kept, format, size):
    found = sent(name, content)
    assert (found.name, found.format, (found.width, found.height)) == (kept, format, size)
    assert found.content == (content.encode() if isinstance(content, str) else content)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.png", picture("JPEG")),
        ("a.jpg", picture("PNG")),
        ("a.png", picture()[:60]),
        ("a.png", b"<html><script>alert(1)</script></html>"),
        ("a.pdf", picture()),
        ("a.pdf", b"%PDF-1.7 cut short"),
        ("a.pdf", b"<html>%PDF-1.7 %%EOF</html>"),
        ("a.svg", picture()),
        ("a.svg", "<html xmlns='http://www.w3.org/1999/xhtml'><body/></html>"),
        ("a.svg", '<!DOCTYPE svg [<!ENTITY a "aaaa">]>' + SVG.format("<text>&a;</text>")),
        ("a.txt", b"\x00\x01\x02"),
    ],
)
def test_a_file_whose_content_is_another_thing_is_refused(name, content):
    assert refusal(name, content).startswith("Le contenu de ce fichier n’est pas celui d’un ")


@pytest.mark.parametrize(
    "inside",
    [
        "<script>alert(1)</script>",
        '<a href="https://example.org"><path d="M0 0"/></a>',
        '<image href="https://example.org/a.png"/>',
        "<foreignObject/>",
        '<div xmlns="http://www.w3.org/1999/xhtml">x</div>',
        '<animateTransform attributeName="x"/>',
    ],
)
def test_a_drawing_that_could_run_or_show_something_else_is_refused(inside):
    assert refusal("a.svg", SVG.format(inside)).startswith("Ce dessin contient un script, un lien, une animation")


@pytest.mark.parametrize(
    "inside",
    [
        '<path d="M0 0" onclick="alert(1)"/>',
        '<use href="https://example.org/a.svg#b"/>',
        '<use xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="javascript:alert(1)"/>',
    ],
)
def test_a_drawing_that_leads_elsewhere_is_refused(inside):
    assert refusal("a.svg", SVG.format(inside)).startswith("Ce dessin contient un script ou mène ailleurs")


@pytest.mark.parametrize(
    "inside",
    [
        '<path d="M0 0" style="fill:url(https://example.org/a)"/>',
        "<style>@import 'https://example.org/a.css';</style>",
        "<style>path{fill:url('//example.org/a')}</style>",
    ],
)
def test_a_drawing_that_loads_something_is_refused(inside):
    assert refusal("a.svg", SVG.format(inside)) == (
        "Ce dessin charge un fichier d’ailleurs\u00a0: enregistrez-le en SVG simple."
    )


def test_other_formats_empty_files_and_heavy_ones_are_refused(monkeypatch):
    assert (
        refusal("a.exe", b"MZ")
        == refusal("a", b"x")
        == refusal("a.html", "<p>")
        == ("Ce format n’est pas accepté. Envoyez un fichier PNG, JPEG, SVG, PDF ou TXT.")
    )
    assert refusal("a.txt", b"") == "Ce fichier est vide."
    monkeypatch.setattr(uploads, "MAX_BYTES", 10)
    assert refusal("a.txt", b"x" * 11) == "Ce fichier est trop lourd\u00a0: 20\u00a0Mo au plus."


def test_a_picture_that_would_fill_the_memory_is_refused(monkeypatch):
    monkeypatch.setattr(uploads, "MAX_PIXELS", 100)
    assert refusal("a.png", picture()) == "Cette image est trop grande\u00a0: 60 millions de pixels au plus."


def test_a_text_of_another_encoding_is_refused():
    assert refusal("a.txt", "été".encode("latin-1")) == (
        "Ce texte n’est pas en UTF-8\u00a0: enregistrez-le sous ce codage."
    )
