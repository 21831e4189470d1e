"""Three hundred titles that try to break out of the poster: each is printed as typed, and reads nothing."""

import re
import shutil
import subprocess
import time
import unicodedata
from itertools import product
from pathlib import Path

import pytest

from events.kits.data import KitData
from events.kits.engine import render
from events.kits.specs import plan
from events.kits.typesetting import TypesettingError
from events.kits.wording import place_name
from nec_cms.glyphs import uncovered

URL = "https://nec.example.org/nec-locaux/x/"
ATTACKS = (
    '#read("/etc/passwd")',
    '#image("/etc/passwd")',
    '#include "../../manage.py"',
    '#import "@preview/cetz:0.3.0": *',
    "#sys.inputs.data",
    "#while true {}",
    "*gras* _penché_ `code` $x^2$ <étiquette> @renvoi",
    "= Titre\\ // commentaire /* et */ ~ -- ---",
    "#[[]] ]]] [[[ #{ } }}",
    "\\u{41} \\n \\#",
    "<script>alert(1)</script>",
    '<img src="https://ailleurs.example/x.png" onerror=alert(1)>',
    '"><svg onload=alert(1)>',
    "&lt;b&gt; &amp;amp; &#x41; <!-- x --> ]]>",
    '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>',
    "{{ 7*7 }} {% include 'x' %} {# rien #}",
    "{% load static %}{{ settings.SECRET_KEY }}",
    "'; DROP TABLE events; --",
    "../../etc/passwd%00.pdf",
    "$(reboot) `reboot` | ; & > /dev/null",
    "🎉 🧩 ✨ fête",
    "שלום עולם",
    "مرحبا بالعالم",
    "Metz שלום مرحبا 974",
    "e\u0301le\u0300ve c\u0327a n\u0303",
    "a\u0323\u0302 o\u0323\u0302",
    "Œuvre, cœur, ÿ, ẞ, Ð",
    "«\u00a0guillemets\u00a0»\u202f; points\u202f! vraiment\u202f?",
    "porteur·e·s et acteur·rice·s",
    "n°\u00a03 – 9\u00a0h\u00a030 – 1er",
    "Sambre-Avesnois-Thiérache-",
    "Saint-Rémy-en-Bouzemont-Saint-Genest-et-Isson",
    "- - - -",
    "ZZZZ" * 8,
    "Anticonstitutionnellement" * 4,
    "iIlL1|" * 12,
    "à la de du et",
)
WRAPS = (
    "NEC {}",
    "{}",
    "NEC Pays de {} et du Val",
    "NEC {0} {0}",
    "NEC {0}-{0}",
    "NEC [{}]",
    "Numérique en Commun[s] {}",
    "{} 2026",
)
LIMITS = ("NEC O", "NEC Eu", "Y", "NEC " + "mot " * 124, "NEC " + "x" * 496, "NEC", "NEC " + "a-" * 248)
TITLES = [*LIMITS, *(wrap.format(attack) for attack, wrap in product(ATTACKS, WRAPS))][:300]
CHUNKS = [TITLES[start : start + 10] for start in range(0, len(TITLES), 10)]
BOUND = 5.0
"""Seconds that one poster may take (the whole kit of these titles is tried on four of them)."""


def squeezed(text: str) -> str:
    """The text without spaces, nor the marks by which an extractor says which way it reads."""
    return re.sub(r"[\s\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\u00ad]+", "", unicodedata.normalize("NFKC", text))


def poster(title: str) -> bytes:
    data = KitData(title=title, url=URL, seed="x").cleaned()
    skip = [file.name for file in plan(data) if file.name != "affiche-a4.pdf"]
    (artifact,) = render(data, skip=skip)
    return artifact.content


def printed(document: bytes, folder: Path) -> str:
    path = folder / "affiche.pdf"
    path.write_bytes(document)
    return subprocess.run(["pdftotext", "-raw", path, "-"], capture_output=True, check=True).stdout.decode()


def same(found: str, expected: str) -> bool:
    """Whether a document holds a text. An extractor gives a line that reads both ways in the order of its choice.

    The dots of Arabic letters are glyphs of their own in the font: an extractor may tell such a letter twice.
    """
    directions = {unicodedata.bidirectional(sign) for sign in expected}
    if "AL" in directions:
        return set(found) == set(expected)
    return sorted(found) == sorted(expected) if "R" in directions else found == expected


def test_there_are_three_hundred_titles_and_the_fonts_cover_them():
    assert len(set(TITLES)) == 300
    assert [title for title in TITLES if uncovered(title)] == []


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="poppler is missing: apt-get install poppler-utils")
@pytest.mark.parametrize("titles", CHUNKS, ids=range(len(CHUNKS)))
def test_a_title_is_printed_as_typed(titles, tmp_path):
    for title in titles:
        began = time.process_time()
        document = poster(title)
        assert time.process_time() - began < BOUND, title
        found, name = squeezed(printed(document, tmp_path)), squeezed(place_name(title))
        expected = f"NEC[{name}]"
        assert same(found.partition("Dateàvenir")[0], expected), title
        assert "root:" not in found


@pytest.mark.parametrize(
    "title", [LIMITS[0], LIMITS[3], LIMITS[4], LIMITS[6]], ids=["short", "words", "one word", "hyphens"]
)
def test_every_file_holds_the_shortest_and_the_longest_titles(title):
    files = {artifact.name: artifact for artifact in render(KitData(title=title, url=URL, seed="x"))}
    assert all(name.isascii() and "/" not in name and len(name) < 100 for name in files)
    assert len(files["texte-court-x-bluesky.txt"].content.decode()) <= 281


def test_a_character_that_no_font_covers_stops_the_poster():
    with pytest.raises(TypesettingError):
        poster("NEC 漢字")
