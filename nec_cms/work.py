"""Background work, derived from state.

Rows say what is due; a sweep looks for them and does the work, as often as it likes, with the same outcome. The task
queue is only a wake-up: losing a task costs the sweep's interval, never the work.
"""

import logging
import os
import socket
from datetime import datetime, timedelta

from django.db.models import Q
from django.utils import timezone
from django_tasks import TaskResultStatus, task
from django_tasks_db.models import DBTaskResult

from nec_cms.hooks import Sweep, sweeps
from nec_cms.models import SweepState

logger = logging.getLogger(__name__)

TASK_LEASE = timedelta(minutes=2)
"""A task that a worker began and did not end within this time belongs to a dead worker."""


def wake(name: str) -> None:
    """Ask for the sweep `name` soon. Written in the caller's transaction, so nothing runs if that is rolled back."""
    run_sweep.enqueue(name)


@task(backend="work")
def run_sweep(name: str) -> None:
    """Run one sweep now; a name that no plugin registers any more is let go."""
    if sweep := sweeps().get(name):
        perform(sweep, timezone.now(), force=True)


def run_due(now: datetime) -> list[str]:
    """Run every sweep whose time has come and that nobody holds; return their names."""
    return [name for name, sweep in sweeps().items() if perform(sweep, now)]


def perform(sweep: Sweep, now: datetime, *, force: bool = False) -> bool:
    """Run `sweep` under its lease. False where it is not due or held by another worker.

    A forced run that finds the lease taken makes the sweep due again, so that what came meanwhile is not missed.
    """
    SweepState.objects.get_or_create(name=sweep.name, defaults={"due_at": now})
    state = SweepState.objects.filter(name=sweep.name)
    free = Q(lease_until=None) | Q(lease_until__lte=now)
    due = Q() if force else Q(due_at__lte=now)
    mine = {
        "lease_until": now + sweep.lease,
        "holder": f"{socket.gethostname()}:{os.getpid()}",
        "due_at": now + sweep.every,
    }
    if not state.filter(free, due).update(**mine):
        if force:
            state.update(due_at=now)
        return False
    error = ""
    try:
        sweep.run()
    except Exception as failure:  # a failing sweep must not stop the others; it is kept, logged and tried again
        logger.exception("Sweep %s failed", sweep.name)
        error = f"{type(failure).__name__}: {failure}"
    state.filter(holder=mine["holder"]).update(lease_until=None, holder="", finished_at=timezone.now(), error=error)
    return True


def take_over(now: datetime) -> int:
    """Give back to the queue the tasks of workers that died; return how many."""
    return DBTaskResult.objects.filter(status=TaskResultStatus.RUNNING, started_at__lt=now - TASK_LEASE).update(
        status=TaskResultStatus.READY, started_at=None
    )


def forget_finished(before: datetime) -> int:
    """Delete the records of tasks that ended before `before`; return how many."""
    done = [TaskResultStatus.SUCCESSFUL, TaskResultStatus.FAILED]
    return DBTaskResult.objects.filter(status__in=done, finished_at__lt=before).delete()[0]
