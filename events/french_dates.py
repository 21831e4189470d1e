"""Dates and hours as French prints them, as short as they can be. Pure: no clock, no database.

The shapes are those of the programme's own calendar: `3 octobre 2024`, `19-20 novembre`,
`30 novembre - 1er décembre`. Capitals are the style sheet's affair.
"""

from dataclasses import dataclass
from datetime import date, time

from nec_cms.typography import NO_BREAK

MONTHS = (
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
)
SHORT_MONTHS = ("janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc.")
WEEKDAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
DATE_TO_COME = "Date à venir"


@dataclass(frozen=True, slots=True)
class CardDate:
    """A date as a card shows it in large: `day` in numerals, then `month`, then `year` where it must show."""

    day: str
    month: str
    year: str = ""


def needs_year(start: date, end: date | None, season: int | None) -> bool:
    """Whether a date must name its year in a list: it lies outside the calendar year `season`.

    Without a season, as on a page of its own, it always does.
    """
    return season is None or start.year != season or (end or start).year != season


def date_range(start: date, end: date | None = None, *, with_year: bool = True) -> str:
    """From `start` to `end` included: `3 octobre 2024`, `19-20 novembre`, `30 novembre - 1er décembre`.

    A range over two years names both, whatever `with_year`. Raises ValueError where it ends before it starts.
    """
    end = end or start
    if end < start:
        raise ValueError(f"A range cannot end on {end.isoformat()}, before it starts on {start.isoformat()}.")
    year = f" {end.year}" if with_year or start.year != end.year else ""
    last = f"{day_number(end)} {MONTHS[end.month - 1]}{year}"
    if start == end:
        return last
    if (start.year, start.month) == (end.year, end.month):
        return f"{day_number(start)}-{last}"
    first = f"{day_number(start)} {MONTHS[start.month - 1]}"
    if start.year != end.year:
        first += f" {start.year}"
    return f"{first} - {last}"


def card_date(start: date, end: date | None = None, *, with_year: bool = True) -> CardDate:
    """The parts of a date card: `19-20` over `novembre`, `30-1er` over `nov. - déc.`. Refuses like `date_range`."""
    end = end or start
    if end < start:
        raise ValueError(f"A range cannot end on {end.isoformat()}, before it starts on {start.isoformat()}.")
    day = day_number(start) if start == end else f"{day_number(start)}-{day_number(end)}"
    month = MONTHS[start.month - 1]
    if (start.year, start.month) != (end.year, end.month):
        month = f"{SHORT_MONTHS[start.month - 1]} - {SHORT_MONTHS[end.month - 1]}"
    years = f"{start.year}-{end.year}" if start.year != end.year else str(end.year)
    return CardDate(day, month, years if with_year or start.year != end.year else "")


def long_date(day: date) -> str:
    """`jeudi 3 octobre 2024`: the head of a programme's day."""
    return f"{WEEKDAYS[day.weekday()]} {date_range(day)}"


def month_heading(day: date) -> str:
    """`octobre 2024`: the head of a month in the calendar."""
    return f"{MONTHS[day.month - 1]} {day.year}"


def day_number(day: date) -> str:
    """`1er` for the first of a month, else the numeral."""
    return "1er" if day.day == 1 else str(day.day)


def hour(moment: time) -> str:
    """`9 h`, `17 h 30`, with spaces that do not break (Lexique des règles typographiques)."""
    minutes = f"{NO_BREAK}{moment.minute:02d}" if moment.minute else ""
    return f"{moment.hour}{NO_BREAK}h{minutes}"


def hours(opening: time | None, closing: time | None) -> str:
    """`9 h – 17 h 30`, `à partir de 9 h`, `jusqu’à 17 h 30`; empty where neither is known. Nothing in it breaks."""
    if opening and closing:
        return f"{hour(opening)}{NO_BREAK}–{NO_BREAK}{hour(closing)}"
    if opening:
        return f"à{NO_BREAK}partir{NO_BREAK}de{NO_BREAK}{hour(opening)}"
    return f"jusqu’à{NO_BREAK}{hour(closing)}" if closing else ""
