"""Cells of the CSV files."""

from datetime import UTC, date, datetime

import pytest

from nec_cms.opendata.cells import cell


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        ("", ""),
        ("Numérique en Commun[s]", "Numérique en Commun[s]"),
        ("porteur·e·s", "porteur·e·s"),
        (-4.5, "-4.5"),
        (0, "0"),
        (True, "true"),
        (False, "false"),
        (date(2024, 10, 3), "2024-10-03"),
        (datetime(2024, 10, 3, 9, tzinfo=UTC), "2024-10-03T09:00:00+00:00"),
        ([], ""),
        (["a", "b|c"], "a|b/c"),
        ("sur\ndeux  lignes", "sur deux lignes"),
    ],
)
def test_value_as_text(value: object, text: str) -> None:
    assert cell(value) == text


@pytest.mark.parametrize(
    "formula",
    [
        '=HYPERLINK("https://exemple.invalid","x")',
        "+33 1 00 00 00 00",
        "-2+3",
        "@SUM(A1)",
        "\t=1+1",
        "\r=1+1",
        "\n=1+1",
        "  =1+1",
        "\u00a0=1+1",
        "\u200b=1+1",
        "\ufeff=1+1",
        "\x00=1+1",
        "\uff1d1+1",
        "|calc",
        "%0A=1",
        ["=1+1", "b"],
    ],
)
def test_text_that_a_spreadsheet_could_run_is_behind_an_apostrophe(formula: object) -> None:
    assert cell(formula)[0] == "'"
