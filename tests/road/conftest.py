"""The demo itself, as its command serves it: gunicorn, the worker, a database and files of its own."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser import chromium
from tests.road.demo import Demo

ROOT = Path(__file__).resolve().parent.parent.parent
READY_WITHIN = 300
"""Seconds that a fresh demo may take on a busy machine."""
NOT_INHERITED = ("DATABASE_URL", "REDIS_URL", "EMAIL_URL", "MEDIA_STORAGE_URL", "DJANGO_SETTINGS_MODULE", "DEBUG")


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Demo]:
    """A demo built from nothing and served on loopback; it is stopped with the session."""
    data = tmp_path_factory.mktemp("demo")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    url = f"http://127.0.0.1:{port}"
    kept = {name: value for name, value in os.environ.items() if name not in NOT_INHERITED}
    log = data / "serve.log"
    with log.open("w", encoding="utf-8") as output:
        process = subprocess.Popen(
            [sys.executable, "manage.py", "serve_demo", "--port", str(port)],
            cwd=ROOT,
            env={**kept, "NEC_DEMO": "1", "NEC_DATA_DIR": str(data), "BASE_URL": url},
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        try:
            wait_until_ready(f"{url}/sante/", process, log)
            yield Demo(url, data / "mails")
        finally:
            process.terminate()
            process.wait(timeout=60)


def wait_until_ready(url: str, process: "subprocess.Popen[bytes]", log: Path) -> None:
    deadline = time.monotonic() + READY_WITHIN
    while time.monotonic() < deadline and process.poll() is None:
        try:
            with urllib.request.urlopen(url, timeout=5) as response:
                if response.status == 200:
                    return
        except (urllib.error.URLError, OSError):
            time.sleep(0.5)
    pytest.fail(f"The demo did not start:\n{log.read_text(encoding='utf-8')[-3000:]}")


@pytest.fixture
def browser() -> Iterator[Browser]:
    with chromium() as browser:
        yield browser
