"""French spaces and the brackets of a name."""

from datetime import date

import pytest

from nec_cms.typography import bracketed, day, french_spaces, number, split_name, weight

THIN, HARD = "\u202f", "\u00a0"


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("Qui peut candidater ?", f"Qui peut candidater{THIN}?"),
        ("Bravo !", f"Bravo{THIN}!"),
        ("Horaires : 12:30", f"Horaires{HARD}: 12:30"),
        ("« communs »", f"«{HARD}communs{HARD}»"),
        ("«communs»", f"«{HARD}communs{HARD}»"),
        ("150 personnes et 80 %", f"150 personnes et 80{HARD}%"),
        ("4 000 personnes", f"4{THIN}000 personnes"),
        ("la revue n° 3", f"la revue n°{HARD}3"),
        ("https://exemple.org/?a=1;b", "https://exemple.org/?a=1;b"),
        ("Numérique en Commun[s], porteur·e·s", "Numérique en Commun[s], porteur·e·s"),
    ],
)
def test_french_spaces_stand_where_the_rules_want_them(typed, printed):
    assert french_spaces(typed) == printed
    assert french_spaces(printed) == printed


@pytest.mark.parametrize(
    ("title", "parts"),
    [
        ("NEC Metz", ("NEC", "Metz")),
        ("NEC 974 La Réunion", ("NEC", "974 La Réunion")),
        ("NEC", ("", "NEC")),
        ("NECTAR Metz", ("", "NECTAR Metz")),
        ("Numérique en Commun[s]", ("", "Numérique en Commun[s]")),
    ],
)
def test_only_a_title_that_begins_with_the_brand_is_split(title, parts):
    assert split_name(title) == parts


def test_a_name_between_brackets_is_escaped():
    assert bracketed("NEC <b>Metz</b>") == (
        '<span class="brand">NEC</span> <span class="bracketed">&lt;b&gt;Metz&lt;/b&gt;</span>'
    )


def test_a_plain_title_gets_brackets_only_where_asked():
    assert bracketed("Occitanie") == "Occitanie"
    assert bracketed("Occitanie", always=True) == '<span class="bracketed">Occitanie</span>'


@pytest.mark.parametrize(
    ("size", "expected"),
    [
        (0, "0\u00a0o"),
        (999, "999\u00a0o"),
        (240_000, "240\u00a0Ko"),
        (2_000_000, "2\u00a0Mo"),
        (2_340_000, "2,3\u00a0Mo"),
    ],
)
def test_weight_of_a_file_is_said_in_powers_of_ten(size: int, expected: str) -> None:
    assert weight(size) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [(2000, "2\u202f000"), (1234.5, "1\u202f234,5"), (0.25, "0,25"), (3.0, "3"), (-1200, "-1\u202f200")],
)
def test_number_is_written_the_french_way(value: float, expected: str) -> None:
    assert number(value) == expected


def test_first_of_a_month_is_written_1er() -> None:
    assert day(date(2024, 10, 1)) == "1er\u00a0octobre 2024"
    assert day(date(2024, 8, 3)) == "3\u00a0août 2024"
