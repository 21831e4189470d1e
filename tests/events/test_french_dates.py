"""Dates as the programme prints them."""

from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.french_dates import MONTHS, CardDate, card_date, date_range, hours, long_date, month_heading, needs_year

DAYS = st.dates(min_value=date(1990, 1, 1), max_value=date(2090, 12, 31))


@pytest.mark.parametrize(
    ("start", "end", "printed"),
    [
        (date(2024, 9, 30), None, "30 septembre"),
        (date(2024, 10, 3), None, "3 octobre"),
        (date(2024, 11, 19), date(2024, 11, 20), "19-20 novembre"),
        (date(2024, 11, 21), date(2024, 11, 21), "21 novembre"),
        (date(2024, 11, 30), date(2024, 12, 1), "30 novembre - 1er décembre"),
        (date(2024, 8, 1), date(2024, 8, 2), "1er-2 août"),
        (date(2024, 12, 31), date(2025, 1, 1), "31 décembre 2024 - 1er janvier 2025"),
    ],
)
def test_date_prints_as_in_the_calendar_of_the_programme(start: date, end: date | None, printed: str) -> None:
    assert date_range(start, end, with_year=False) == printed


@pytest.mark.parametrize(
    ("start", "end", "printed"),
    [
        (date(2024, 10, 3), None, "3 octobre 2024"),
        (date(2020, 8, 24), date(2020, 8, 28), "24-28 août 2020"),
        (date(2022, 12, 6), date(2022, 12, 7), "6-7 décembre 2022"),
        (date(2024, 11, 30), date(2024, 12, 1), "30 novembre - 1er décembre 2024"),
    ],
)
def test_date_on_a_page_of_its_own_names_its_year_once(start: date, end: date | None, printed: str) -> None:
    assert date_range(start, end) == printed


def test_range_that_ends_before_it_starts_is_refused() -> None:
    with pytest.raises(ValueError, match="before it starts"):
        date_range(date(2024, 10, 3), date(2024, 10, 2))
    with pytest.raises(ValueError, match="before it starts"):
        card_date(date(2024, 10, 3), date(2024, 10, 2))


@pytest.mark.parametrize(
    ("end", "season", "shown"),
    [(None, 2024, False), (None, 2025, True), (None, None, True), (date(2025, 1, 1), 2024, True)],
)
def test_year_shows_outside_the_season(end: date | None, season: int | None, shown: bool) -> None:
    assert needs_year(date(2024, 10, 3), end, season) is shown


@given(DAYS, st.integers(0, 400), st.booleans())
def test_range_can_be_read_back(start: date, length: int, with_year: bool) -> None:
    end = start + timedelta(days=length)
    printed = date_range(start, end, with_year=with_year)
    words = printed.replace("1er", "1").replace("-", " - ").split()
    numerals = [int(word) for word in words if word.isdigit()]
    months = [MONTHS.index(word) + 1 for word in words if word in MONTHS]
    days, years = [n for n in numerals if n < 32], [n for n in numerals if n > 31]
    assert days == [start.day, end.day][-len(days) :]
    assert len(days) == (1 if start == end else 2)
    assert months == ([start.month, end.month] if start.replace(day=1) != end.replace(day=1) else [end.month])
    expected = [start.year, end.year] if start.year != end.year else [end.year] * with_year
    assert years == expected


@given(DAYS, st.integers(0, 400))
def test_no_shorter_writing_keeps_both_ends(start: date, length: int) -> None:
    end = start + timedelta(days=length)
    assert len(date_range(start, end, with_year=False)) <= len(date_range(start, end))
    assert "  " not in date_range(start, end)


@pytest.mark.parametrize(
    ("start", "end", "card"),
    [
        (date(2024, 10, 3), None, CardDate("3", "octobre")),
        (date(2024, 11, 19), date(2024, 11, 20), CardDate("19-20", "novembre")),
        (date(2024, 11, 30), date(2024, 12, 1), CardDate("30-1er", "nov. - déc.")),
        (date(2024, 12, 31), date(2025, 1, 1), CardDate("31-1er", "déc. - janv.", "2024-2025")),
    ],
)
def test_card_shows_days_over_months(start: date, end: date | None, card: CardDate) -> None:
    assert card_date(start, end, with_year=False) == card


@pytest.mark.parametrize(
    ("opening", "closing", "printed"),
    [
        (time(9), time(17, 30), "9 h – 17 h 30"),
        (time(9, 5), None, "à partir de 9 h 05"),
        (None, time(18), "jusqu’à 18 h"),
        (None, None, ""),
    ],
)
def test_hours_print_with_spaces_that_do_not_break(opening: time | None, closing: time | None, printed: str) -> None:
    assert hours(opening, closing) == printed.replace(" ", "\u00a0")


def test_heads_of_days_and_months() -> None:
    assert long_date(date(2024, 10, 3)) == "jeudi 3 octobre 2024"
    assert month_heading(date(2024, 8, 1)) == "août 2024"
