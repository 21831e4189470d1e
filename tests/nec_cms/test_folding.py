"""Text made comparable."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nec_cms.folding import _fold, _singular, fold, forms, index_text, query_text, search_words


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


FRENCH = st.text(st.characters(max_codepoint=0x24F) | st.sampled_from("’—–…\u202f\u2009œŒæß·[]()İ™"))


@given(FRENCH | st.text())
def test_the_short_way_for_french_folds_as_the_long_one(text: str) -> None:
    assert fold(text) == _fold(text).strip()


@given(st.text("absx", min_size=1, max_size=6))
def test_the_forms_of_a_word_are_those_whose_singular_it_is(word: str) -> None:
    assert word in forms(_singular(word))
    assert {_singular(form) for form in forms(word)} <= {word}


def test_plural_becomes_a_part_of_the_singular_too() -> None:
    assert search_words("Ateliers  des jeux ateliers") == ["atelier", "des", "jeu"]


def test_long_search_is_cut() -> None:
    assert len(search_words(" ".join(f"mot{number}" for number in range(30)))) == 8


@pytest.mark.parametrize(
    ("text", "indexed"),
    [
        ("Les porteur·e·s de projets", "les porteure de projet porteur"),
        ("Numérique en Commun[s]", "numerique en commun commun"),
        ("candidat(e)s", "candidate candidat"),
        ("", ""),
    ],
)
def test_an_index_holds_singular_words_and_inclusive_ones_in_their_plain_form_too(text: str, indexed: str) -> None:
    assert index_text(text) == indexed


@pytest.mark.parametrize(
    ("query", "asked"),
    [
        ("Les communs de la donnée", "commun donnee"),
        ("La", "la"),
        ("l'œuvre", "oeuvre"),
        ("jeu jeux", "jeu"),
        ("\"'*", ""),
    ],
)
def test_a_query_leaves_small_words_out_unless_it_has_no_other(query: str, asked: str) -> None:
    assert query_text(query) == asked


@given(st.text())
def test_a_query_holds_nothing_but_letters_digits_and_spaces(text: str) -> None:
    assert set(query_text(text)) <= set("abcdefghijklmnopqrstuvwxyz0123456789 ")
