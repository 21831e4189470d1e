"""Whether the demo stands as the code would build it today, so that a second start takes seconds.

The stamp is a digest of what the demo is made of: the code, the templates, the static files, the locked requirements
and the address it is served at. It is written once all of it stands, beside the database.
"""

import hashlib
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder
from django.utils import timezone

SOURCES = (".py", ".html", ".css", ".js", ".txt", ".csv", ".json", ".typ", ".woff2", ".gz")


def prepare() -> None:
    """Migrate, gather the static files and build the demo, where the stamp says that something changed."""
    stamp = digest()
    if _read("stamp") == stamp and settings.STATIC_ROOT.exists() and MigrationRecorder(connection).has_table():
        return
    call_command("migrate", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    build()
    _write("stamp", stamp)


def build() -> None:
    """Build the demo content and remember the day: its coming editions are relative to it."""
    call_command("demo")
    _write("day", timezone.localdate().isoformat())


def is_of_today() -> bool:
    return _read("day") == timezone.localdate().isoformat()


def digest() -> str:
    """A digest of the sources' names, sizes and times of change, of the database's place and of the address."""
    found = hashlib.sha256(f"{settings.BASE_URL} {settings.DATABASES['default']['NAME']}".encode())
    roots = [path for path in settings.BASE_DIR.iterdir() if path.is_dir() and not path.name.startswith(".")]
    for root in sorted(roots):
        if root in (settings.DATA_DIR, settings.STATIC_ROOT) or root.name in ("var", "tests", "docs"):
            continue
        for path in sorted(root.rglob("*")):
            if path.suffix in SOURCES:
                about = path.stat()
                found.update(f"{path.relative_to(root)} {about.st_size} {about.st_mtime_ns}".encode())
    return found.hexdigest()


def _path(name: str) -> Path:
    return Path(settings.DATA_DIR) / f"demo.{name}"


def _read(name: str) -> str:
    path = _path(name)
    return path.read_text(encoding="utf-8") if path.exists() else ""


def _write(name: str, text: str) -> None:
    _path(name).write_text(text, encoding="utf-8")
