"""``manage.py worker``: the background work of the site, in one process; run as many as wanted."""

import logging
import os
import signal
import socket
import threading
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db import close_old_connections
from django.utils import timezone
from django_tasks_db.management.commands.db_worker import Worker

from nec_cms import work

logger = logging.getLogger(__name__)


class Command(BaseCommand):
    help = "Run queued tasks and periodic sweeps, and take over what a dead worker held."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--once", action="store_true", help="do what is due now, then stop")
        parser.add_argument(
            "--poll", type=float, default=1.0, metavar="SECONDS", help="pause between looks (default 1)"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        stop = threading.Event()
        if threading.current_thread() is threading.main_thread():
            for number in (signal.SIGTERM, signal.SIGINT):
                signal.signal(number, lambda *_: stop.set())
        while not stop.is_set():
            close_old_connections()
            self.turn()
            if options["once"]:
                return
            stop.wait(options["poll"])

    def turn(self) -> None:
        """One look: dead workers' tasks are given back, queued tasks run, due sweeps run."""
        now = timezone.now()
        work.take_over(now)
        Worker(
            queue_names=["*"],
            excluded_queue_names=[],
            interval=0,
            batch=True,
            backend_name="work",
            startup_delay=False,
            max_tasks=None,
            worker_id=f"{socket.gethostname()}-{os.getpid()}"[:64],
        ).run()
        work.run_due(timezone.now())
