"""Parsing in a process of its own: what a hostile feed blows up is killed, and the site goes on.

The process is given the feed's bytes and nothing else: no environment, no database, bounded memory and time.
"""

import json
import subprocess
import sys
from pathlib import Path

from community.feeds.errors import FeedError
from community.feeds.parsing import Entry

ROOT = Path(__file__).resolve().parent.parent.parent
SECONDS = 5


def parse_apart(content: bytes, content_type: str = "", *, seconds: float = SECONDS) -> list[Entry]:
    """The entries of a feed. Raises FeedError where it is no feed, or where it takes too much time or memory."""
    command = [sys.executable, "-W", "ignore", "-m", "community.feeds.parsing", content_type[:200]]
    try:
        done = subprocess.run(  # noqa: S603  (our own module; the content type is one argument, no shell)
            command,
            input=content,
            capture_output=True,
            timeout=seconds,
            cwd=ROOT,
            env={"PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"},
            check=True,
        )
        entries = json.loads(done.stdout)["entries"]
    except (subprocess.SubprocessError, ValueError, KeyError, OSError) as error:
        raise FeedError("Le contenu du flux ne se laisse pas lire.") from error
    if entries is None:
        raise FeedError("L’adresse ne donne pas un flux RSS ou Atom.")
    return [Entry(**entry) for entry in entries]
