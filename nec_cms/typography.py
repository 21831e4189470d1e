"""French typography and the site's sign, the brackets, as pure functions on text."""

import datetime
import re

from django.utils.html import format_html
from django.utils.safestring import SafeString

NO_BREAK = "\u00a0"
NARROW = "\u202f"
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

_RULES = (
    (re.compile(r"(?<=\S)[ \u00a0\u202f]+([;!?]+)(?=\s|$|[\u00a0»)\]<])"), NARROW + r"\1"),
    (re.compile(r"(?<=\S)[ \u00a0\u202f]+:(?=\s|$|[\u00a0<])"), NO_BREAK + ":"),
    (re.compile(r"«[ \u00a0\u202f]*"), "«" + NO_BREAK),
    (re.compile(r"[ \u00a0\u202f]*»"), NO_BREAK + "»"),
    (re.compile(r"(?<=\d) (?=(?:%|€|kg|km|kWh|Mo|Ko|Go|h|min)(?:\W|$))"), NO_BREAK),
    (re.compile(r"(?<=\d) (?=\d{3}(?:\D|$))"), NARROW),
    (re.compile(r"\b(n|N)° ?(?=\d)"), r"\1°" + NO_BREAK),
)


def french_spaces(text: str) -> str:
    """The text with the spaces of French typography where a plain space, or none, was typed.

    Narrow no-break before `; ! ?` and between thousands, no-break before `:` and units, inside guillemets and
    after n°. Only existing spaces change before punctuation, so times (12:30) and addresses stay whole.
    Source: the Imprimerie nationale's Lexique des règles typographiques.
    """
    for pattern, replacement in _RULES:
        text = pattern.sub(replacement, text)
    return text


def split_name(title: str) -> tuple[str, str]:
    """("NEC", "Metz") from `NEC Metz`; ("", title) where the title does not carry the brand's name."""
    lead, _, place = title.strip().partition(" ")
    return (lead, place.strip()) if lead == "NEC" and place.strip() else ("", title.strip())


def bracketed(title: str, *, always: bool = False) -> SafeString:
    """`NEC Metz` as `NEC [Metz]`: the brackets are drawn by the style sheet, and read out by nobody.

    A title without the brand's name is left as it is, unless `always` puts all of it between brackets.
    """
    lead, place = split_name(str(title))
    if lead:
        return format_html('<span class="brand">{}</span> <span class="bracketed">{}</span>', lead, place)
    return format_html('<span class="bracketed">{}</span>' if always else "{}", place)


def weight(size: int) -> str:
    """A file's weight as people say it, from a number of bytes: « 640 o », « 240 Ko », « 2,3 Mo » (powers of ten)."""
    if size < 1000:
        return f"{size}{NO_BREAK}o"
    if size < 999_500:
        return f"{round(size / 1000)}{NO_BREAK}Ko"
    return f"{size / 1_000_000:.1f}".replace(".", ",").removesuffix(",0") + f"{NO_BREAK}Mo"


def number(value: float) -> str:
    """A number with a decimal comma and its thousands apart: « 1 234,5 »."""
    text = f"{value:,.10g}" if value != int(value) else f"{int(value):,}"
    return text.replace(",", NARROW).replace(".", ",")


def day(date: datetime.date) -> str:
    """A day in full, in French, whatever the active language: « 1er octobre 2024 »."""
    number_in_month = "1er" if date.day == 1 else str(date.day)
    return f"{number_in_month}{NO_BREAK}{MONTHS[date.month - 1]} {date.year}"
