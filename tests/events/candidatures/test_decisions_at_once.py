"""Opposite decisions at the same instant: one winner, and everybody else sees it."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from django.db import connection
from post_office.models import Email

from events.candidatures.decisions import decide
from events.candidatures.errors import AlreadyDecided
from events.candidatures.models import Candidature, Decision, LogEntry
from events.candidatures.states import State
from tests.events.candidatures.dossiers import file_for, instructor, team

PEOPLE = 6


def test_one_of_several_opposite_decisions_wins_and_the_others_are_told(own_database, django_db_blocker):
    with django_db_blocker.unblock():
        ours = team()
        actors = [instructor(ours, email=f"instruction{number}@example.org") for number in range(PEOPLE)]
        file = file_for(ours, state=State.IN_REVIEW)
        together = Barrier(PEOPLE)

        def decide_at_once(number: int) -> str:
            try:
                stale = Candidature.objects.get(pk=file.pk)
                together.wait(timeout=30)
                outcome = State.BRAND if number % 2 else State.REFUSED
                return decide(stale, outcome, actors[number], f"Motif {number}.").outcome
            except AlreadyDecided as refusal:
                return f"told of {refusal.decision.outcome}"
            finally:
                connection.close()

        with ThreadPoolExecutor(PEOPLE) as pool:
            answers = list(pool.map(decide_at_once, range(PEOPLE)))

        winner = Decision.objects.get()
        assert sorted(answers) == sorted([winner.outcome] + [f"told of {winner.outcome}"] * (PEOPLE - 1))
        assert Candidature.objects.get().state == winner.outcome
        assert list(LogEntry.objects.values_list("action", "to_state")) == [("decided", winner.outcome)]
        assert Email.objects.count() == 1
