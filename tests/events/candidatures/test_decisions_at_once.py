"""Opposite decisions at the same instant: one winner, and everybody else sees it."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from django.db import connection
from post_office.models import Email

from events.candidatures import grants
from events.candidatures.decisions import decide
from events.candidatures.errors import AlreadyDecided, InvalidMove
from events.candidatures.models import Candidature, Decision, Grant, LogEntry, Report
from events.candidatures.states import State
from tests.events.candidatures.dossiers import file_for, instructor, team

PEOPLE = 6
ROUNDS = 300
"""Files decided twice at the same instant on PostgreSQL; SQLite, which takes one writer at a time, plays a few."""


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


def test_each_of_many_files_has_one_decision_whoever_comes_at_once(own_database, django_db_blocker):
    with django_db_blocker.unblock():
        rounds = ROUNDS if connection.vendor == "postgresql" else 12
        ours = team()
        actors = [instructor(ours, email=f"instruction{number}@example.org") for number in range(2)]
        files = [file_for(ours, state=State.IN_REVIEW) for _ in range(rounds)]
        together = Barrier(2)

        def play(side: int) -> list[str]:
            answers = []
            try:
                for file in files:
                    together.wait(timeout=60)
                    try:
                        outcome = State.BRAND if side else State.REFUSED
                        answers.append(decide(file, outcome, actors[side], "Motif.").outcome)
                    except AlreadyDecided as refusal:
                        answers.append(f"told of {refusal.decision.outcome}")
            finally:
                connection.close()
            return answers

        with ThreadPoolExecutor(2) as pool:
            one, other = pool.map(play, range(2))

        outcomes = list(Decision.objects.order_by("candidature_id").values_list("outcome", flat=True))
        assert list(Candidature.objects.order_by("pk").values_list("state", flat=True)) == outcomes
        assert [sorted(pair) for pair in zip(one, other, strict=True)] == [
            sorted([outcome, f"told of {outcome}"]) for outcome in outcomes
        ]
        assert (LogEntry.objects.count(), Email.objects.count()) == (rounds, rounds)


def test_a_grant_is_paid_once_whoever_comes_at_once(own_database, django_db_blocker):
    with django_db_blocker.unblock():
        ours = team()
        actors = [instructor(ours, email=f"instruction{number}@example.org") for number in range(PEOPLE)]
        file = file_for(ours, state=State.GRANT, event_start="2020-01-01", event_end="2020-01-02")
        grant = Grant.objects.create(
            candidature=file, state="to_pay", max_share=80, budget=1000, asked=500, awarded=500, payable=500
        )
        for kind in Report.Kind.values:
            Report.objects.create(grant=grant, kind=kind, state=Report.State.ACCEPTED)
        together = Barrier(PEOPLE)

        def pay_or_void(number: int) -> str:
            try:
                together.wait(timeout=30)
                if number % 2:
                    return grants.pay(file, actors[number], grant.awarded_at.date()).state
                return grants.void(file, actors[number], "Motif.").state
            except InvalidMove:
                return "told"
            finally:
                connection.close()

        with ThreadPoolExecutor(PEOPLE) as pool:
            answers = sorted(pool.map(pay_or_void, range(PEOPLE)))

        assert answers == sorted([Grant.objects.get().state] + ["told"] * (PEOPLE - 1))
        assert (LogEntry.objects.count(), Email.objects.count()) == (1, 1)
