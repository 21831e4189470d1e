"""Lines of an iCalendar file: escaped, folded, read back whole."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Event

from events.content_lines import CONTROLS, line, text

TEXTS = st.text(st.characters(exclude_categories=("Cs",)), max_size=300)


@given(TEXTS)
def test_any_text_is_read_back_as_it_was(value: str) -> None:
    written = b"BEGIN:VEVENT\r\n" + line("SUMMARY", text(value)) + b"END:VEVENT\r\n"
    assert max(len(each) for each in written.split(b"\r\n")) <= 75
    written.decode()  # no character is cut in two
    kept = value.translate(CONTROLS).replace("\r\n", "\n").replace("\r", "")
    assert str(Event.from_ical(written)["SUMMARY"]) == kept


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("a, b; c", "a\\, b\\; c"),
        ("un\ndeux", "un\\ndeux"),
        ("C:\\dossier", "C:\\\\dossier"),
        ("ligne\r\nEND:VEVENT", "ligne\\nEND:VEVENT"),
        ("bip\x07", "bip"),
    ],
)
def test_signs_that_mean_something_are_escaped(value: str, written: str) -> None:
    assert text(value) == written


def test_long_line_goes_on_after_a_space_without_cutting_a_character() -> None:
    parts = line("SUMMARY", "é" * 60).split(b"\r\n")
    assert [len(part) for part in parts] == [74, 55, 0]
    assert [part[:1] for part in parts] == [b"S", b" ", b""]
