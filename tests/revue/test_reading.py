"""Reading time, and the order of issues and articles on a page."""

from datetime import date
from types import SimpleNamespace

import pytest

from revue.reading import minutes
from revue.shelf import around, by_series_and_year


@pytest.mark.parametrize(("words", "expected"), [(0, 1), (220, 1), (221, 2), (2200, 10)])
def test_reading_takes_a_minute_for_220_words_and_one_at_least(words: int, expected: int) -> None:
    assert minutes(["mot " * words]) == expected


def test_words_of_all_texts_are_counted() -> None:
    assert minutes(["mot " * 200, "mot " * 200]) == 2


def test_neighbours_of_the_first_the_middle_the_last_and_a_stranger() -> None:
    items = ["a", "b", "c"]
    assert [around(items, item) for item in "abcd"] == [(None, "b"), ("a", "c"), ("b", None), (None, None)]


def test_issues_are_shelved_by_series_in_their_order_then_by_year() -> None:
    class Series(SimpleNamespace):
        __hash__ = object.__hash__

    carnets, revue = Series(name="Carnets", order=2), Series(name="Revue", order=1)
    five = SimpleNamespace(series=revue, date=date(2025, 1, 20))
    four = SimpleNamespace(series=revue, date=date(2024, 9, 23))
    three = SimpleNamespace(series=revue, date=date(2024, 7, 1))
    one = SimpleNamespace(series=carnets, date=date(2020, 10, 1))
    assert by_series_and_year([five, four, three, one]) == [
        {"series": revue, "years": [{"year": 2025, "issues": [five]}, {"year": 2024, "issues": [four, three]}]},
        {"series": carnets, "years": [{"year": 2020, "issues": [one]}]},
    ]
