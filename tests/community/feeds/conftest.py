"""A real HTTP server on loopback: each test says what its addresses answer, and reads what was asked."""

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

LOOPBACK = frozenset({"127.0.0.1"})
ATOM = """<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><id>urn:exemple</id><title>Exemple</title>
<updated>2024-10-03T09:00:00Z</updated>{entries}</feed>"""
ENTRY = """<entry><id>urn:exemple:{number}</id><title>Article {number}</title>
<link href="https://example.org/{number}"/><updated>2024-10-03T09:00:00Z</updated>
<summary>Résumé {number}</summary></entry>"""

Answer = Callable[[BaseHTTPRequestHandler], None]


def atom(*numbers: int) -> bytes:
    """A feed of as many entries."""
    return ATOM.format(entries="".join(ENTRY.format(number=number) for number in numbers)).encode()


@dataclass
class Source:
    """The server: `answers` by path, and the requests that came, as (path, headers)."""

    base: str
    answers: dict[str, Answer] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    def says(self, path: str, body: bytes = b"", status: int = 200, **headers: str) -> str:
        """`path` answers this from now on; header names are written with underscores. Returns its address."""

        def answer(handler: BaseHTTPRequestHandler) -> None:
            handler.send_response(status)
            for name, value in headers.items():
                handler.send_header(name.replace("_", "-"), value)
            handler.send_header("Content-Length", str(len(body)))
            handler.end_headers()
            handler.wfile.write(body)

        return self.does(path, answer)

    def does(self, path: str, answer: Answer) -> str:
        self.answers[path] = answer
        return f"{self.base}{path}"


@pytest.fixture
def source() -> Iterator[Source]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            served.asked.append((self.path, dict(self.headers)))
            served.answers[self.path](self)

        def log_message(self, *args: object) -> None:
            """Quiet."""

    class Server(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, request: object, client_address: object) -> None:
            """A client that hangs up on a hostile answer is what the tests want."""

    server = Server(("127.0.0.1", 0), Handler)
    served = Source(f"http://127.0.0.1:{server.server_port}")
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    yield served
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    """A file that no feed may make us read."""
    path = tmp_path / "secret.txt"
    path.write_text("canari-exemple")
    return path
