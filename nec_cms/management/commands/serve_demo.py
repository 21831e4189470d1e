"""``manage.py serve_demo``: the demo, built where it changed, its web server and its worker, as in production.

It differs from production in this: http on loopback, and e-mails written to files and printed.
"""

import os
import signal
import subprocess
import sys
import threading
import time
from email import message_from_bytes, policy
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from nec_cms import prepared
from nec_cms.demo import DEMO_PASSWORD

TOUR = """
  Site           {url}/
  Administration {url}/admin/   (mot de passe de l’équipe : {password})
                 admin, redaction, relecture, communication, instruction, instruction-outremer  @example.org
  Porteurs       {url}/espace-porteur/   porteur.metz@example.org, porteur.reunion@example.org
                 le lien de connexion arrive par courriel : les courriels sont écrits ici et dans {mails}

  À voir d’abord {url}/nec-locaux/   {url}/nec-locaux/agenda/   {url}/communaute/   {url}/revue/   {url}/candidature/

  Ctrl+C pour arrêter.

"""


class Command(BaseCommand):
    help = "Build the demo where it changed, serve it with gunicorn and a worker, print the e-mails that it sends."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--port", type=int, default=8000)

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DEMO:
            raise CommandError("serve_demo is for the demo: run `make demo`, or set NEC_DEMO=1.")
        port = options["port"]
        prepared.prepare()
        mails = Path(settings.EMAIL_FILE_PATH)
        self.stdout.write(TOUR.format(url=settings.BASE_URL, password=DEMO_PASSWORD, mails=mails))
        web = [sys.executable, "-m", "gunicorn", "nec_cms.wsgi", "--bind", f"127.0.0.1:{port}", "--workers", "2"]
        processes = [
            subprocess.Popen([*web, "--preload", "--log-level", "warning"]),  # noqa: S603  (fixed arguments)
            subprocess.Popen([sys.executable, "manage.py", "worker"], cwd=settings.BASE_DIR),
        ]
        if not prepared.is_of_today():
            threading.Thread(target=prepared.build, daemon=True).start()  # moves the editions that have passed
        signal.signal(signal.SIGTERM, signal.default_int_handler)
        stop = threading.Event()
        threading.Thread(target=self.print_mails, args=(mails, stop), daemon=True).start()
        try:
            while all(process.poll() is None for process in processes):
                time.sleep(0.5)
        except KeyboardInterrupt:
            self.stdout.write("Arrêt.")
        finally:
            stop.set()
            for process in processes:
                process.terminate()
            for process in processes:
                process.wait(timeout=20)
        if failed := [process for process in processes if process.returncode not in (0, -15)]:
            raise CommandError(f"A process of the demo stopped by itself (exit {failed[0].returncode}).")

    def print_mails(self, folder: Path, stop: threading.Event) -> None:
        """Print each e-mail written to `folder` from now on."""
        seen = set(os.listdir(folder)) if folder.exists() else set()
        while not stop.wait(1):
            for name in sorted(set(os.listdir(folder)) - seen if folder.exists() else ()):
                seen.add(name)
                message = message_from_bytes((folder / name).read_bytes(), policy=policy.default)
                body = message.get_body(("plain",))
                text = body.get_content() if body else ""
                self.stdout.write(f"\n— courriel à {message['To']} : {message['Subject']}\n{text}")
