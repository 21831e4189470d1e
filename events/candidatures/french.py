"""Days, amounts and numbers as French prints them, without Django's settings: pure modules use it too."""

from datetime import date
from decimal import Decimal

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


def french_day(day: date) -> str:
    """« 12 mars 2027 », « 1er mars 2027 », its parts held together by no-break spaces."""
    number = "1er" if day.day == 1 else str(day.day)
    return f"{number}\u00a0{MONTHS[day.month - 1]}\u00a0{day.year}"


def french_number(number: int) -> str:
    """« 1 200 », with a narrow no-break space between thousands."""
    return f"{number:,}".replace(",", "\u202f")


def french_euros(amount: Decimal) -> str:
    """« 12 500 € », with cents only where there are some."""
    text = f"{amount:,.2f}".removesuffix(".00").replace(",", "\u202f").replace(".", ",")
    return f"{text}\u00a0€"


def counted(number: int, one: str, many: str) -> str:
    """« 1 personne », « 23 personnes »; zero is singular, as French has it."""
    return f"{french_number(number)}\u00a0{one if number < 2 else many}"
