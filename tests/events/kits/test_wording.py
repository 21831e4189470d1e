"""Text before it is set."""

import pytest

from events.kits.wording import clean, pieces, place_name, slug


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("NEC Metz", "Metz"),
        ("NEC 974 La Réunion", "974 La Réunion"),
        ("nec : Paris-Saclay", "Paris-Saclay"),
        ("Numérique en Commun[s] Chambéry 2024", "Chambéry 2024"),
        ("Rencontres du numérique", "Rencontres du numérique"),
        ("NECropole", "NECropole"),
        ("NEC ", "NEC"),
    ],
)
def test_the_place_is_the_title_without_the_brand(title, name):
    assert place_name(title) == name


def test_text_is_composed_and_set_on_one_line():
    assert clean("  Me\u0301rignac\n\t et\u0000 9\u00a0h ") == "Mérignac et 9\u00a0h"
    assert clean("famille \U0001f468\u200d\U0001f469") == "famille \U0001f468\u200d\U0001f469"
    assert clean("\u202eessai\ufeff\ue000") == "essai"


@pytest.mark.parametrize(
    ("name", "cut"),
    [
        ("Metz", ["Metz"]),
        ("Sambre-Avesnois-Thiérache", ["Sambre-", "Avesnois-", "Thiérache"]),
        ("974 La Réunion", ["974", "La\u00a0Réunion"]),
        ("Pays de la Loire", ["Pays", "de\u00a0la\u00a0Loire"]),
        ("Communs, droits et vous", ["Communs,", "droits", "et\u00a0vous"]),
        ("Le grand soir du son", ["Le\u00a0grand", "soir", "du\u00a0son"]),
        ("Et après ?", ["Et\u00a0après\u00a0?"]),
    ],
)
def test_a_name_is_cut_where_a_line_may_break(name, cut):
    assert [piece.text for piece in pieces(name)] == cut


def test_the_pieces_put_together_are_the_name():
    for name in (
        "mot-clé " * 70 + "fin du texte",
        "Sambre-Avesnois-Thiérache",
        "Rencontres - des communs",
        "a-b c",
        "--x--",
    ):
        joined = "".join(piece.glue + piece.text for piece in pieces(name)).strip()
        assert joined.replace("\u00a0", " ") == name


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("974 La Réunion", "974-la-reunion"),
        ("../../etc/passwd", "etc-passwd"),
        ("مرحبا", "evenement"),
        ("œ" * 90, "evenement"),
    ],
)
def test_file_names_are_short_and_safe(name, expected):
    assert slug(name) == expected
