"""What the files look like, as far as a machine can tell: boxes, fonts, dates, states, and what a change touches."""

import re
import shutil
import subprocess
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from events.kits.data import Day, KitArtifact, KitData, Session
from events.kits.engine import fingerprints, render
from events.kits.gallery import GALLERY
from events.kits.specs import plan
from events.kits.typesetting import Typesetter, TypesettingError
from nec_cms.palettes import PALETTES

pytestmark = pytest.mark.skipif(not shutil.which("pdfinfo"), reason="poppler is missing: apt-get install poppler-utils")
MILLIMETRE = 72 / 25.4


def made(data: KitData, *endings: str) -> list[KitArtifact]:
    """The files of a kit whose names end so."""
    skip = [file.name for file in plan(data.cleaned()) if not file.name.endswith(endings)]
    return list(render(data, skip=skip))


def asked(command: str, artifact: KitArtifact, folder: Path, *options: str) -> str:
    path = folder / artifact.name
    path.write_bytes(artifact.content)
    arguments = [command, *options, path, *(["-"] if command == "pdftotext" else [])]
    return subprocess.run(arguments, capture_output=True, check=True).stdout.decode()


@pytest.mark.parametrize("name", GALLERY)
def test_every_document_embeds_its_fonts_and_prints_the_dates_whole(name, tmp_path):
    data = GALLERY[name]
    for artifact in made(data, ".pdf"):
        fonts = asked("pdffonts", artifact, tmp_path).splitlines()[2:]
        assert {tuple(row.split()[-5:-3]) for row in fonts} == {("yes", "yes")}, artifact.name
        if not artifact.name.startswith("badges"):
            lines = asked("pdftotext", artifact, tmp_path, "-raw").replace("\u00a0", " ").splitlines()
            assert (data.dates or "Date à venir") in lines, artifact.name
            bands = [line for line in lines if re.fullmatch(r"\[ .+ \]", line)]
            assert bands == ([f"[ {data.banner} ]"] if data.banner else []), artifact.name


def boxes(artifact: KitArtifact, folder: Path) -> dict[str, list[float]]:
    """The boxes of the first page in millimetres: left, bottom, right, top."""
    told = asked("pdfinfo", artifact, folder, "-box")
    found = re.findall(r"^(\w+Box): +([\d.]+) +([\d.]+) +([\d.]+) +([\d.]+)$", told, re.MULTILINE)
    return {name: [round(float(side) / MILLIMETRE, 1) for side in sides] for name, *sides in found}


@pytest.mark.parametrize(
    ("name", "width", "height"),
    [
        ("affiche-a4-imprimeur.pdf", 210, 297),
        ("affiche-a3-imprimeur.pdf", 297, 420),
        ("prospectus-a5-imprimeur.pdf", 148, 210),
        ("kakemono-850x2000-imprimeur.pdf", 850, 2000),
    ],
)
def test_a_document_for_printers_has_its_trim_and_three_millimetres_of_bleed(name, width, height, tmp_path):
    (artifact,) = made(GALLERY["court"], name)
    found = boxes(artifact, tmp_path)
    assert found["MediaBox"] == [0, 0, width + 20, height + 20]
    assert found["TrimBox"] == [10, 10, width + 10, height + 10]
    assert found["BleedBox"] == [7, 7, width + 13, height + 13]
    assert (
        "Syntax"
        not in subprocess.run(["pdftotext", tmp_path / name, "-"], capture_output=True, check=True).stderr.decode()
    )


def test_only_the_logos_of_partners_are_pictures_in_a_document_for_printers(tmp_path):
    counts = {}
    for name in ("court", "tirets"):
        (artifact,) = made(GALLERY[name], "affiche-a4-imprimeur.pdf")
        rows = asked("pdfimages", artifact, tmp_path, "-list").splitlines()[2:]
        counts[name] = sum(row.split()[2] == "image" for row in rows)
    assert counts == {"court": 0, "tirets": sum(bool(one.logo) for one in GALLERY["tirets"].partners)}


def test_a_document_for_screens_is_tagged_and_its_links_live():
    for artifact in made(GALLERY["court"], "affiche-a4.pdf", "affiche-a3.pdf", "prospectus-a5.pdf"):
        assert b"<pdfuaid:part>1</pdfuaid:part>" in artifact.content
        assert GALLERY["court"].url.encode() in artifact.content


def test_the_flyer_prints_the_whole_programme_or_says_where_it_goes_on(tmp_path):
    (artifact,) = made(GALLERY["trois-jours"], "prospectus-a5.pdf")
    text = " ".join(asked("pdftotext", artifact, tmp_path, "-raw").split())
    assert text.count("Déjeuner partagé (exemple)") == 3
    crowded = tuple(Session(f"{hour} h", f"Séance d’exemple numéro {hour}", "Camille Exemple") for hour in range(90))
    (artifact,) = made(replace(GALLERY["court"], programme=(Day("", crowded),)), "prospectus-a5.pdf")
    text = " ".join(asked("pdftotext", artifact, tmp_path, "-raw").split())
    assert "La suite du programme est sur nec.example.org/nec-locaux/nec-metz-exemple" in text


def test_names_read_from_right_to_left_are_printed(tmp_path):
    (artifact,) = made(GALLERY["annule-rtl"], "prospectus-a5.pdf")
    printed = asked("pdftotext", artifact, tmp_path, "-raw")
    assert "דוגמה" in printed


@pytest.mark.parametrize("palette", PALETTES)
def test_each_palette_dresses_the_kit(palette):
    (artifact,) = made(replace(GALLERY["court"], palette=palette), "couleur.svg")
    drawing = artifact.content.decode().upper()
    assert PALETTES[palette].dark.upper() in drawing
    assert PALETTES[palette].accent.upper() in drawing


def changed(**fields: object) -> set[str]:
    """The files that a change of these facts makes again."""
    before, after = fingerprints(GALLERY["court"]), fingerprints(replace(GALLERY["court"], **fields))
    return {name for name in after if before.get(name) != after[name]}


def test_a_changed_hour_touches_only_the_files_that_show_it():
    untouched = {name for name in fingerprints(GALLERY["court"]) if name.startswith(("logo-", "badges-", "qr-code"))}
    assert changed(hours="10\u00a0h – 16\u00a0h") == set(fingerprints(GALLERY["court"])) - untouched


def test_a_changed_programme_touches_the_flyer_and_the_long_texts():
    assert changed(programme=(Day("", (Session("9 h", "Ouverture"),)),)) == {
        "prospectus-a5.pdf",
        "prospectus-a5-imprimeur.pdf",
        "prospectus-a5-recto.png",
        "prospectus-a5-verso.png",
        "texte-long.txt",
        "communique-de-presse.txt",
    }


def test_an_online_event_prints_no_place(tmp_path):
    data = replace(GALLERY["en-ligne"], venue="Salle cachée", city="Ailleurs")
    (artifact,) = made(data, "affiche-a4.pdf")
    printed = asked("pdftotext", artifact, tmp_path, "-raw")
    assert "En ligne" in printed.splitlines()
    assert "cachée" not in printed


@pytest.mark.parametrize("name", GALLERY)
def test_texts_keep_to_their_limits_and_say_the_state(name):
    texts = {artifact.name: artifact.content.decode() for artifact in made(GALLERY[name], ".txt")}
    assert len(texts["texte-court-x-bluesky.txt"].strip()) <= 280
    told = {
        "cancelled": "Cette édition est annulée.",
        "postponed": "Cette édition est reportée",
        "announced": "La date n’est pas encore connue.",
    }.get(GALLERY[name].status, "")
    for file in ("texte-court-x-bluesky.txt", "texte-moyen.txt", "texte-long.txt", "communique-de-presse.txt"):
        assert told in texts[file], file
        assert GALLERY[name].url in texts[file]


class Tags(HTMLParser):
    """The tags of a page and where they point."""

    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()
        self.pointed: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.add(tag)
        self.pointed += [value or "" for name, value in attrs if name in ("href", "src")]


def test_the_card_to_embed_has_no_script_and_points_only_to_the_event():
    hostile = replace(GALLERY["court"], title='NEC <script>alert(1)</script>" onload="', name="")
    (artifact,) = made(hostile, "carte-a-integrer.html")
    tags = Tags()
    tags.feed(artifact.content.decode())
    assert tags.names <= {"article", "svg", "path", "div", "p", "h2", "a"}
    assert tags.pointed == [hostile.url]


def test_a_text_that_would_leave_its_box_stops_the_build():
    source = b'#import "brand.typ": *\n#show: setup\n#context held(20pt, 10pt, [Un texte bien trop long])'
    data = {"title": "x", "colours": {"dark": "#000000", "accent": "#FFFFFF", "paper": "#FFFFFF"}, "pages": []}
    with Typesetter(source, data, {}, {}) as setter, pytest.raises(TypesettingError, match="leaves its box"):
        setter.pages("png")
