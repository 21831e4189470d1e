"""Text made comparable."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nec_cms.folding import fold, search_words


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Numérique en Commun[s]", "numerique en communs"),
        ("Sambre-Avesnois-Thiérache", "sambre avesnois thierache"),
        ("porteur·e·s", "porteures"),
        ("L’œuvre d'ÉTÉ", "l oeuvre d ete"),
        ("Nº 3 — Hauts-de-France", "no 3 hauts de france"),
    ],
)
def test_case_accents_and_signs_are_gone(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text())
def test_folded_text_stays_the_same(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_plural_becomes_a_part_of_the_singular_too() -> None:
    assert search_words("Ateliers  des jeux ateliers") == ["atelier", "des", "jeu"]


def test_long_search_is_cut() -> None:
    assert len(search_words(" ".join(f"mot{number}" for number in range(30)))) == 8
