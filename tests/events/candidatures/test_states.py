"""The table of moves, drawn in the documentation."""

from pathlib import Path

import pytest

from events.candidatures.states import GRANT_TRANSITIONS, TRANSITIONS, GrantState, State, drawn, label_of

PAGE = (Path(__file__).resolve().parents[3] / "docs" / "instruction.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("table", [TRANSITIONS, GRANT_TRANSITIONS])
def test_the_documentation_draws_every_move(table):
    written = [line[2:] for line in PAGE.splitlines() if line.startswith("- ") and " → " in line]
    assert [line for line in drawn(table) if line not in written] == []


def test_the_documentation_draws_no_move_of_its_own():
    written = [line[2:] for line in PAGE.splitlines() if line.startswith("- ") and " → " in line]
    assert sorted(written) == sorted([*drawn(TRANSITIONS), *drawn(GRANT_TRANSITIONS)])


def test_every_state_has_its_moves():
    assert (set(TRANSITIONS), set(GRANT_TRANSITIONS)) == (set(State), set(GrantState))


def test_a_state_of_a_file_and_one_of_a_grant_never_bear_the_same_name():
    assert set(State.values).isdisjoint(GrantState.values)


def test_the_log_reads_states_of_both_kinds():
    assert (label_of("filed"), label_of("to_pay"), label_of("autre")) == ("Déposée", "À payer", "autre")
