"""The engine: an event's data in, beautiful and correct files out."""

import re
import shutil
import subprocess
from pathlib import Path
from xml.etree import ElementTree

import pytest

from events.kits.data import KitData, Partner
from events.kits.engine import fingerprint, render
from events.kits.measures import png_size
from events.kits.specs import plan
from events.kits.typesetting import Typesetter, TypesettingError

METZ = KitData(
    title="NEC Metz",
    url="https://nec.example.org/nec-locaux/nec-metz-2024/",
    dates="3 octobre 2024",
    hours="9\u00a0h\u00a0–\u00a017\u00a0h\u00a030",
    venue="Arsenal (exemple)",
    address="3 avenue Ney, 57000 Metz",
    city="Metz",
    seed="Metz",
    partners=(Partner("Ville exemple"), Partner("Association exemple")),
)
FILES = [
    "logo-nec-metz-couleur.svg",
    "logo-nec-metz-sombre.svg",
    "logo-nec-metz-blanc.svg",
    "logo-nec-metz-couleur-1200.png",
    "logo-nec-metz-sombre-1200.png",
    "logo-nec-metz-blanc-1200.png",
    "logo-nec-metz-couleur-2400.png",
    "logo-nec-metz-sombre-2400.png",
    "logo-nec-metz-blanc-2400.png",
    "linkedin-publication-1200x627.png",
    "linkedin-couverture-1584x396.png",
    "x-bluesky-publication-1600x900.png",
    "mastodon-banniere-1500x500.png",
    "facebook-couverture-1640x624.png",
    "instagram-carre-1080x1080.png",
    "instagram-portrait-1080x1350.png",
    "story-1080x1920.png",
    "site-banniere-1200x300.png",
    "signature-mail-600x150.png",
    "signature-mail.html",
    "carte-a-integrer.html",
    "diapo-titre-1920x1080.png",
    "diapo-fin-1920x1080.png",
    "affiche-a4.pdf",
    "affiche-a4-imprimeur.pdf",
    "affiche-a3.pdf",
    "affiche-a3-imprimeur.pdf",
    "affiche-a4.png",
    "prospectus-a5.pdf",
    "prospectus-a5-imprimeur.pdf",
    "prospectus-a5-recto.png",
    "prospectus-a5-verso.png",
    "badges-a4.pdf",
    "badges-a4.png",
    "kakemono-850x2000-imprimeur.pdf",
    "kakemono-apercu.png",
    "qr-code.svg",
    "qr-code.png",
    "texte-court-x-bluesky.txt",
    "texte-moyen.txt",
    "texte-long.txt",
    "communique-de-presse.txt",
    "textes-alternatifs.txt",
    "LISEZ-MOI.txt",
]
SIZE_IN_NAME = re.compile(r"-(\d+)x(\d+)\.png$")
needs_poppler = pytest.mark.skipif(
    not shutil.which("pdftotext") or not shutil.which("pdffonts"),
    reason="poppler is missing: apt-get install poppler-utils",
)


def kit(data: KitData, part: str = "") -> dict[str, bytes]:
    """The files of a kit, or those alone whose name holds a part."""
    skip = [file.name for file in plan(data.cleaned()) if part not in file.name]
    return {artifact.name: artifact.content for artifact in render(data, skip=skip)}


def poster_text(data: KitData, folder: Path) -> str:
    poster = folder / "affiche.pdf"
    poster.write_bytes(kit(data, "affiche-a4.pdf")["affiche-a4.pdf"])
    printed = subprocess.run(["pdftotext", "-raw", poster, "-"], capture_output=True, check=True)
    return printed.stdout.decode().replace("\u00a0", " ")


def test_a_kit_holds_these_files_in_this_order():
    assert [artifact.name for artifact in render(METZ)] == FILES


def test_every_file_says_its_format_its_size_and_what_it_shows():
    for artifact in render(METZ):
        assert artifact.format == artifact.name.rsplit(".", 1)[1].upper()
        assert artifact.label
        assert artifact.use
        assert bool(artifact.alt) == (artifact.format not in ("TXT", "HTML")), artifact.name


def test_pictures_have_the_size_they_announce():
    for artifact in render(METZ):
        if artifact.format == "PNG":
            assert png_size(artifact.content) == (artifact.width, artifact.height)
            if found := SIZE_IN_NAME.search(artifact.name):
                assert (artifact.width, artifact.height) == (int(found[1]), int(found[2]))


def test_two_builds_give_equal_bytes():
    assert kit(METZ) == kit(METZ)


@needs_poppler
def test_the_poster_carries_every_fact_and_the_dates_whole(tmp_path):
    lines = [line.strip() for line in poster_text(METZ, tmp_path).splitlines() if line.strip()]
    assert lines == [
        "NEC",
        "[Metz]",
        "3 octobre 2024",
        "9 h – 17 h 30",
        "Arsenal (exemple)",
        "3 avenue Ney, 57000 Metz",
        "nec.example.org/nec-locaux/nec-metz-2024",
        "Organisé par Ville exemple et Association exemple",
        "Numérique",
        "en Commun[s]",
    ]


@needs_poppler
@pytest.mark.parametrize(
    ("status", "word"), [("cancelled", "Annulé"), ("postponed", "Reporté"), ("announced", "Date à confirmer")]
)
def test_a_change_is_written_across_the_poster(status, word, tmp_path):
    data = KitData(title="NEC Metz", url="https://nec.example.org/x/", status=status)
    assert f"[ {word} ]" in poster_text(data, tmp_path).splitlines()


@needs_poppler
def test_the_fonts_of_the_poster_are_embedded(tmp_path):
    poster = tmp_path / "affiche.pdf"
    poster.write_bytes(kit(METZ, "affiche-a4.pdf")["affiche-a4.pdf"])
    table = subprocess.run(["pdffonts", poster], capture_output=True, check=True).stdout.decode().splitlines()[2:]
    assert {tuple(row.split()[-5:-3]) for row in table} == {("yes", "yes")}


def test_the_poster_links_to_the_page_of_the_event_and_is_tagged():
    poster = kit(METZ, "affiche-a4.pdf")["affiche-a4.pdf"]
    assert METZ.url.encode() in poster
    assert b"<pdfuaid:part>1</pdfuaid:part>" in poster


@pytest.mark.parametrize("name", [name for name in FILES if name.endswith(".svg")])
def test_drawings_carry_a_title_no_script_and_nothing_from_outside(name):
    root = ElementTree.fromstring(kit(METZ, name)[name])
    assert root.findtext("{http://www.w3.org/2000/svg}title")
    for element in root.iter():
        assert not element.tag.endswith(("script", "foreignObject", "image"))
        links = [value for key, value in element.attrib.items() if key.endswith("href")]
        assert [link for link in links if not link.startswith("#")] == []


def test_the_title_of_a_drawing_is_escaped():
    files = kit(KitData(title='NEC <script>"&', url="https://nec.example.org/x/"), "couleur.svg")
    drawing = next(content for name, content in files.items() if name.endswith("couleur.svg"))
    assert ElementTree.fromstring(drawing).findtext("{http://www.w3.org/2000/svg}title") == 'NEC [<script>"&]'


def test_the_read_me_gives_every_alternative_text():
    *pictures, readme = render(METZ)
    text = readme.content.decode()
    assert [artifact.name for artifact in pictures if artifact.alt not in text] == []
    assert "Arsenal (exemple), Metz." in text
    assert " :" not in text


@pytest.mark.parametrize("path", ["/etc/passwd", "../secret.txt", "/../secret.txt", "secret.txt", "/specs.py"])
def test_a_source_reads_no_file_of_the_machine(path, tmp_path, monkeypatch):
    (tmp_path / "secret.txt").write_text("secret")
    monkeypatch.chdir(tmp_path)
    with Typesetter(f'#read("{path}")'.encode(), {}, {}, {}) as thief, pytest.raises(TypesettingError):
        thief.pages("png")


def test_a_character_that_no_font_covers_stops_the_poster():
    with pytest.raises(TypesettingError):
        kit(KitData(title="NEC 漢字", url="https://nec.example.org/x/"), "affiche-a4.pdf")


def test_data_without_a_title_or_with_an_unknown_status_is_refused():
    with pytest.raises(ValueError, match="title"):
        kit(KitData(title=" ", url="https://nec.example.org/"))
    with pytest.raises(ValueError, match="status"):
        kit(KitData(title="NEC Metz", url="https://nec.example.org/", status="maybe"))


def test_the_fingerprint_follows_the_facts_and_not_the_spaces():
    same = KitData(title=" NEC  Metz", url="https://nec.example.org/x/")
    assert fingerprint(same) == fingerprint(KitData(title="NEC Metz", url="https://nec.example.org/x/"))
    assert fingerprint(same) != fingerprint(KitData(title="NEC Metz", url="https://nec.example.org/y/"))
    assert fingerprint(METZ) != fingerprint(KitData(title="NEC Metz", url=METZ.url, palette="nuit"))
