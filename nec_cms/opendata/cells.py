"""A value of a data set as the text of a CSV cell. Pure."""

from collections.abc import Iterable
from datetime import date
from typing import Any

SEPARATOR = "|"
"""Between the values of one cell; a `|` inside a value becomes a slash."""

FORMULA_SIGNS = tuple("=+-@\t\r\n|%\uff1d\uff0b\uff0d\uff20")
"""A text that begins with one of these may be run by a spreadsheet (OWASP, « CSV Injection »)."""

INVISIBLE = " \u00a0\u200b\u200c\u200d\u2060\ufeff\x00"


def cell(value: Any) -> str:
    """The text of one value: nothing for None, ISO dates, `true` and `false`, lists parted by `|`, no formula."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        return str(value)
    if isinstance(value, date):  # a datetime is a date too
        return value.isoformat()
    if isinstance(value, str):
        return harmless(value)
    if isinstance(value, Iterable):
        return harmless(SEPARATOR.join(str(each).replace(SEPARATOR, "/") for each in value))
    return harmless(str(value))


def harmless(text: str) -> str:
    """The text on one line, behind an apostrophe where a spreadsheet could take it for a formula."""
    line = " ".join(text.replace("\x00", "").split())
    return f"'{line}" if text.lstrip(INVISIBLE).startswith(FORMULA_SIGNS) else line
