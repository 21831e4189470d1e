"""Fetching a feed: http and https alone, public addresses alone, little time, little room.

feedparser is never given an address: it would open `file://`.
"""

import email.utils
import http.client
from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from community.feeds.decoding import read_body
from community.feeds.errors import FeedError, FeedGone
from community.feeds.sockets import TOO_SLOW, Deadline, DeadlineSocket, connect

AGENT = "NEC (lecture de flux)"
LONGEST_WAIT = timedelta(days=7)
MOVED = {301, 302, 303, 307, 308}


@dataclass(frozen=True, slots=True)
class Limits:
    """Seconds for the whole exchange, redirects included; bytes after decompression; number of redirects."""

    seconds: float = 10
    size: int = 2 * 1024 * 1024
    redirects: int = 5


@dataclass(frozen=True, slots=True)
class Fetched:
    """What came. `content` is None where the source says that nothing changed."""

    content: bytes | None
    content_type: str = ""
    etag: str = ""
    last_modified: str = ""


def fetch(
    url: str, *, etag: str = "", last_modified: str = "", limits: Limits | None = None, allow: Collection[str] = ()
) -> Fetched:
    """The document at `url`, unless it is the one known by `etag` or `last_modified`.

    `allow` names addresses that are accepted though not public: for tests on loopback, nothing else.
    Raises FeedError, whose message an editor reads; FeedGone where the source is withdrawn.
    """
    limits = limits or Limits()
    deadline = Deadline(limits.seconds)
    known = {"If-None-Match": etag, "If-Modified-Since": last_modified}
    headers = {name: value for name, value in known.items() if value}
    try:
        for _ in range(limits.redirects + 1):
            parts = checked(url)
            link = connect(parts.hostname, _port(parts), tls=parts.scheme == "https", deadline=deadline, allow=allow)
            try:
                response = ask(link, parts, headers)
                if response.status not in MOVED:
                    return _understood(response, limits.size, conditional=bool(headers))
                url = urljoin(url, response.getheader("Location", ""))
            finally:
                link.hang_up()
    except TimeoutError as error:
        raise FeedError(TOO_SLOW) from error
    except (http.client.HTTPException, OSError) as error:
        raise FeedError("La réponse de la source est incompréhensible ou interrompue.") from error
    raise FeedError(f"La source renvoie plus de {limits.redirects} fois ailleurs.")


def checked(url: str) -> SplitResult:
    """The parts of an address that may be called. Raises FeedError for any other."""
    try:
        parts = urlsplit(url)
        _port(parts)
    except ValueError as error:
        raise FeedError("L’adresse n’est pas valable.") from error
    if parts.scheme not in ("http", "https"):
        raise FeedError("Seules les adresses en http et https sont lues.")
    if not parts.hostname or parts.username is not None or parts.password is not None:
        raise FeedError("L’adresse n’est pas valable.")
    return parts


def ask(link: DeadlineSocket, parts: SplitResult, headers: dict[str, str]) -> http.client.HTTPResponse:
    """Send a GET over an open connection; the head of the answer has been read."""
    connection = http.client.HTTPConnection(parts.hostname or "")
    connection.auto_open = 0
    connection.sock = link
    target = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    if parts.query:
        target += "?" + quote(parts.query, safe="/%:@!$&'()*+,;=~-._?")
    connection.putrequest("GET", target, skip_host=True, skip_accept_encoding=True)
    connection.putheader("Host", _host(parts))
    connection.putheader("User-Agent", AGENT)
    connection.putheader("Accept", "application/atom+xml, application/rss+xml, application/xml;q=0.9, */*;q=0.5")
    connection.putheader("Accept-Encoding", "gzip")
    connection.putheader("Connection", "close")
    for header, value in headers.items():
        connection.putheader(header, value)
    connection.endheaders()
    return connection.getresponse()


def retry_after(value: str | None, now: datetime) -> timedelta | None:
    """How long a server asks to be left alone: seconds or a date (RFC 9110, 10.2.3), a week at most."""
    if not value:
        return None
    if value.strip().isdecimal():
        return min(timedelta(seconds=int(value.strip()[:9])), LONGEST_WAIT)
    try:
        until = email.utils.parsedate_to_datetime(value)
    except ValueError:
        return None
    until = until if until.tzinfo else until.replace(tzinfo=UTC)
    return min(max(until - now, timedelta(0)), LONGEST_WAIT)


def _understood(response: http.client.HTTPResponse, size: int, *, conditional: bool) -> Fetched:
    if response.status == 304 and conditional:
        return Fetched(None)
    if response.status == 410:
        raise FeedGone("La source a retiré ce flux (410)\u00a0: il n’est plus lu.")
    if response.status != 200:
        wait = retry_after(response.getheader("Retry-After"), datetime.now(UTC))
        raise FeedError(f"Le serveur de la source répond «\u00a0{response.status}\u00a0».", wait)
    return Fetched(
        read_body(response, size),
        response.getheader("Content-Type", ""),
        response.getheader("ETag", "")[:255],
        response.getheader("Last-Modified", "")[:255],
    )


def _host(parts: SplitResult) -> str:
    name = parts.hostname or ""
    name = f"[{name}]" if ":" in name else name.encode("idna").decode("ascii")
    return f"{name}:{parts.port}" if parts.port else name


def _port(parts: SplitResult) -> int:
    return parts.port or (443 if parts.scheme == "https" else 80)
