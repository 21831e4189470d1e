"""Connections that keep to public addresses and to a deadline, whatever the other side does."""

import io
import socket
import ssl
import threading
import time
from collections.abc import Collection
from typing import Any

from community.feeds.errors import FeedError
from community.feeds.public_addresses import is_allowed

TOO_SLOW = "Le serveur de la source ne répond pas assez vite."


class Deadline:
    """An instant after which nothing may be waited for any more; `seconds` from now."""

    def __init__(self, seconds: float) -> None:
        self.at = time.monotonic() + seconds

    def remaining(self) -> float:
        """Seconds left, above zero. Raises FeedError once there are none."""
        left = self.at - time.monotonic()
        if left <= 0:
            raise FeedError(TOO_SLOW)
        return left


class DeadlineSocket:
    """What http.client needs of a socket; each operation may take what is left, not a fixed time again."""

    def __init__(self, inner: socket.socket, deadline: Deadline) -> None:
        self.inner, self.deadline = inner, deadline

    def sendall(self, data: bytes) -> None:
        self.inner.settimeout(self.deadline.remaining())
        self.inner.sendall(data)

    def makefile(self, *args: Any, **kwargs: Any) -> io.BufferedReader:
        return io.BufferedReader(_Reader(self.inner, self.deadline))

    def close(self) -> None:
        """http.client calls this once the head is read, while the body is still to come: see `hang_up`."""

    def hang_up(self) -> None:
        self.inner.close()


class _Reader(io.RawIOBase):
    def __init__(self, inner: socket.socket, deadline: Deadline) -> None:
        self.inner, self.deadline = inner, deadline

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        self.inner.settimeout(self.deadline.remaining())
        return self.inner.recv_into(buffer)


def connect(host: str, port: int, *, tls: bool, deadline: Deadline, allow: Collection[str] = ()) -> DeadlineSocket:
    """A connection to the very address that was checked: a name cannot change its mind in between.

    Raises FeedError where the name does not resolve, where one of its addresses is not public, or where none answers.
    """
    addresses = resolve(host, port, deadline)
    if not all(is_allowed(address, allow) for address in addresses):
        raise FeedError("L’adresse mène à une machine qui n’est pas sur l’internet public.")
    failure: OSError | None = None
    for address in addresses:
        try:
            plain = socket.create_connection((address, port), timeout=deadline.remaining())
        except OSError as error:
            failure = error
            continue
        return DeadlineSocket(_secured(plain, host, deadline) if tls else plain, deadline)
    if isinstance(failure, TimeoutError):
        raise FeedError(TOO_SLOW) from failure
    raise FeedError("Le serveur de la source ne répond pas.") from failure


def resolve(host: str, port: int, deadline: Deadline) -> list[str]:
    """The addresses of a name, in the resolver's order. The resolver is given the same deadline as the rest."""
    found: list[str] = []

    def ask() -> None:
        try:
            answers = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError):
            return
        found.extend(dict.fromkeys(str(answer[4][0]) for answer in answers))

    asking = threading.Thread(target=ask, daemon=True)
    asking.start()
    asking.join(deadline.remaining())
    if asking.is_alive():
        raise FeedError(TOO_SLOW)
    if not found:
        raise FeedError(f"Le nom {host} n’existe pas.")
    return found


def _secured(plain: socket.socket, host: str, deadline: Deadline) -> ssl.SSLSocket:
    try:
        plain.settimeout(deadline.remaining())
        return ssl.create_default_context().wrap_socket(plain, server_hostname=host)
    except BaseException as error:
        plain.close()
        if isinstance(error, ssl.SSLError):
            raise FeedError("Le certificat de sécurité de la source n’est pas valable.") from error
        raise
