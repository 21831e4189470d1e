"""How long a session lasts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.formats.durations import BANDS, duration


@given(st.integers(0, 32767))
def test_every_duration_is_in_one_band(minutes: int) -> None:
    assert sum(shortest <= minutes <= longest for _, shortest, longest in BANDS.values()) == 1


@pytest.mark.parametrize(
    ("minutes", "printed"), [(0, "0 min"), (45, "45 min"), (60, "1 h"), (95, "1 h 35"), (605, "10 h 05")]
)
def test_duration_prints_as_people_say_it(minutes: int, printed: str) -> None:
    assert duration(minutes) == printed.replace(" ", "\u00a0")
