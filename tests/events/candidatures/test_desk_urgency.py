"""What presses about a file, to the day."""

from datetime import date, timedelta

import pytest

from events.candidatures.desk.urgency import urgency
from events.candidatures.eligibility import Rules

START = date(2027, 6, 30)  # the last day to ask for a grant is 28 February 2027


@pytest.mark.parametrize(
    ("today", "level", "text"),
    [
        (START + timedelta(days=1), "high", "Date de l’événement passée"),
        (START, "high", "Événement aujourd’hui"),
        (START - timedelta(days=1), "high", "Événement demain"),
        (START - timedelta(days=30), "high", "Événement dans 30\u00a0jours"),
        (START - timedelta(days=31), "medium", "Événement dans 31\u00a0jours"),
        (START - timedelta(days=60), "medium", "Événement dans 60\u00a0jours"),
        (date(2027, 2, 28), "medium", "Limite des 4\u00a0mois aujourd’hui"),
        (date(2027, 2, 27), "medium", "Limite des 4\u00a0mois demain"),
        (date(2027, 2, 14), "medium", "Limite des 4\u00a0mois dans 14\u00a0jours"),
    ],
)
def test_a_near_event_or_limit_presses(today, level, text):
    pressing = urgency(START, today, Rules())
    assert (pressing.level, pressing.text) == (level, text)


@pytest.mark.parametrize("today", [START - timedelta(days=61), date(2027, 3, 1), date(2027, 2, 13), date(2026, 1, 1)])
def test_nothing_presses_otherwise(today):
    assert urgency(START, today, Rules()) is None


def test_nothing_presses_without_a_date():
    assert urgency(None, START, Rules()) is None
