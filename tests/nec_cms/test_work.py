"""Sweeps, their leases, and what a dead worker held."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.core.management import call_command
from django.db import transaction
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult
from wagtail import hooks

from nec_cms import work
from nec_cms.hooks import Sweep
from nec_cms.models import SweepState

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
in_a_transaction = pytest.mark.django_db


@pytest.fixture
def ran() -> list[datetime]:
    return []


@pytest.fixture
def sweep(ran: list[datetime]):
    job = Sweep("counting", timedelta(minutes=5), lambda: ran.append(timezone.now()), lease=timedelta(minutes=2))
    with hooks.register_temporarily("register_sweep", lambda: job):
        yield job


@in_a_transaction
def test_a_sweep_runs_when_due_and_not_before_its_interval(sweep: Sweep, ran: list[datetime]) -> None:
    assert [work.perform(sweep, NOW + timedelta(minutes=m)) for m in (0, 4, 5)] == [True, False, True]
    assert len(ran) == 2


@in_a_transaction
def test_a_sweep_held_by_another_worker_is_left_until_its_lease_expires(sweep: Sweep, ran: list[datetime]) -> None:
    SweepState.objects.create(name="counting", due_at=NOW, lease_until=NOW + timedelta(minutes=2), holder="dead:1")
    assert work.perform(sweep, NOW + timedelta(minutes=1)) is False
    assert work.perform(sweep, NOW + timedelta(minutes=2)) is True
    assert len(ran) == 1


@in_a_transaction
def test_a_forced_run_that_finds_the_lease_taken_leaves_the_sweep_due(sweep: Sweep) -> None:
    later = NOW + timedelta(minutes=4)
    SweepState.objects.create(name="counting", due_at=later, lease_until=NOW + timedelta(minutes=2), holder="busy:1")
    assert work.perform(sweep, NOW, force=True) is False
    assert SweepState.objects.get(name="counting").due_at == NOW


@in_a_transaction
def test_a_failing_sweep_keeps_its_error_and_stops_no_other(ran: list[datetime]) -> None:
    def fail() -> None:
        raise ValueError("nothing to count")

    failing = Sweep("failing", timedelta(minutes=5), fail)
    sound = Sweep("sound", timedelta(minutes=5), lambda: ran.append(NOW))
    with (
        hooks.register_temporarily("register_sweep", lambda: failing),
        hooks.register_temporarily("register_sweep", lambda: sound),
    ):
        assert {"failing", "sound"} <= set(work.run_due(NOW))
    state = SweepState.objects.get(name="failing")
    assert (state.error, state.lease_until) == ("ValueError: nothing to count", None)
    assert len(ran) == 1


@pytest.mark.usefixtures("own_database")
def test_waking_a_sweep_makes_the_worker_run_it_at_once(sweep: Sweep, ran: list[datetime]) -> None:
    with time_machine.travel(NOW, tick=False):
        call_command("worker", "--once")
        work.wake("counting")
        call_command("worker", "--once")
    assert ran == [NOW, NOW]


@in_a_transaction
def test_a_wake_up_is_lost_with_the_transaction_that_asked_for_it(sweep: Sweep) -> None:
    with transaction.atomic():
        work.wake("counting")
        transaction.set_rollback(True)
    assert DBTaskResult.objects.count() == 0


@in_a_transaction
def test_a_task_held_by_a_dead_worker_goes_back_to_the_queue(sweep: Sweep, ran: list[datetime]) -> None:
    work.wake("counting")
    DBTaskResult.objects.update(status=TaskResultStatus.RUNNING, started_at=NOW)
    assert work.take_over(NOW + timedelta(minutes=1)) == 0
    assert work.take_over(NOW + timedelta(minutes=3)) == 1
    assert list(DBTaskResult.objects.values_list("status", flat=True)) == [TaskResultStatus.READY]


@pytest.mark.usefixtures("own_database")
def test_a_name_that_no_plugin_registers_any_more_is_let_go() -> None:
    work.wake("gone")
    call_command("worker", "--once")
    assert list(DBTaskResult.objects.values_list("status", flat=True)) == [TaskResultStatus.SUCCESSFUL]


@pytest.mark.usefixtures("own_database")
def test_records_of_finished_tasks_are_forgotten() -> None:
    work.wake("gone")
    call_command("worker", "--once")
    assert work.forget_finished(timezone.now() - timedelta(hours=1)) == 0
    assert work.forget_finished(timezone.now() + timedelta(hours=1)) == 1
