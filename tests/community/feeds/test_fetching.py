import gzip
import socket
import time
from datetime import UTC, datetime, timedelta

import pytest

from community.feeds.errors import FeedError, FeedGone
from community.feeds.fetching import Limits, fetch, retry_after
from tests.community.feeds.conftest import LOOPBACK, atom

NOT_PUBLIC = "L’adresse mène à une machine qui n’est pas sur l’internet public."
TOO_SLOW = "Le serveur de la source ne répond pas assez vite."


def failure(url: str, **options) -> str:
    with pytest.raises(FeedError) as caught:
        fetch(url, **{"allow": LOOPBACK} | options)
    return caught.value.message


def test_a_feed_comes_with_its_type_and_its_validators(source):
    url = source.says("/flux", atom(1), Content_Type="application/atom+xml", ETag='"a"', Last_Modified="hier")
    fetched = fetch(url, allow=LOOPBACK)
    assert fetched.content == atom(1)
    assert (fetched.content_type, fetched.etag, fetched.last_modified) == ("application/atom+xml", '"a"', "hier")


def test_the_request_names_its_host_and_asks_for_nothing_but_gzip(source):
    url = source.says("/flux?a=1", atom(1))
    fetch(url, allow=LOOPBACK)
    path, headers = source.asked[0]
    assert path == "/flux?a=1"
    assert headers["Host"] == source.base.removeprefix("http://")
    assert headers["Accept-Encoding"] == "gzip"
    assert "If-None-Match" not in headers


def test_what_is_known_is_asked_for_conditionally_and_may_be_unchanged(source):
    url = source.says("/flux", status=304)
    fetched = fetch(url, etag='"a"', last_modified="Thu, 03 Oct 2024 09:00:00 GMT", allow=LOOPBACK)
    assert fetched.content is None
    headers = source.asked[0][1]
    assert headers["If-None-Match"] == '"a"'
    assert headers["If-Modified-Since"] == "Thu, 03 Oct 2024 09:00:00 GMT"


def test_unchanged_is_no_answer_to_a_first_question(source):
    assert failure(source.says("/flux", status=304)) == "Le serveur de la source répond «\u00a0304\u00a0»."


def test_a_redirect_is_followed_to_its_relative_address(source):
    source.says("/nouveau/flux", atom(2))
    url = source.says("/ancien", status=301, Location="/nouveau/flux")
    assert fetch(url, allow=LOOPBACK).content == atom(2)


def test_the_sixth_redirect_is_one_too_many(source):
    for number in range(7):
        source.says(f"/{number}", status=302, Location=f"/{number + 1}")
    assert failure(f"{source.base}/0") == "La source renvoie plus de 5 fois ailleurs."
    assert [path for path, _ in source.asked] == ["/0", "/1", "/2", "/3", "/4", "/5"]


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "2130706433", "0x7f.1", "0177.0.0.1", "localhost", "[::ffff:127.0.0.1]", "0.0.0.0", "127.1"]
)
def test_loopback_is_refused_however_it_is_written_and_hears_nothing(source, host):
    url = source.says("/flux", atom(1)).replace("127.0.0.1", host)
    assert failure(url, allow=()) == NOT_PUBLIC
    assert source.asked == []


@pytest.mark.parametrize("host", ["10.0.0.1", "169.254.169.254", "192.168.0.1", "[fe80::1]", "[fd00::1]", "224.0.0.1"])
def test_private_networks_are_refused(host):
    assert failure(f"http://{host}/flux", allow=()) == NOT_PUBLIC


def test_a_redirect_to_an_address_that_is_not_allowed_is_refused(source):
    inner = source.says("/interne", b"secret").replace("127.0.0.1", "127.0.0.2")
    url = source.says("/flux", status=302, Location=inner)
    assert failure(url) == NOT_PUBLIC
    assert [path for path, _ in source.asked] == ["/flux"]


def test_a_name_that_leads_to_one_private_address_among_public_ones_is_refused(monkeypatch):
    answers = [(2, 1, 6, "", (address, 80)) for address in ("1.1.1.1", "10.0.0.1")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *args, **kwargs: answers)
    assert failure("http://rebond.example.org/", allow=()) == NOT_PUBLIC


def test_the_address_that_was_checked_is_the_one_that_is_called(source, monkeypatch):
    """A name that answers otherwise the second time gains nothing: it is resolved once."""
    asked = []

    def resolve(host, port, **kwargs):
        asked.append(host)
        return [(2, 1, 6, "", ("127.0.0.1", port))]

    url = source.says("/flux", atom(1)).replace("127.0.0.1", "flux.example.org")
    monkeypatch.setattr(socket, "getaddrinfo", lambda host, port, *args, **kwargs: resolve(host, port))
    assert fetch(url, allow=LOOPBACK).content == atom(1)
    assert asked == ["flux.example.org", "127.0.0.1"]


@pytest.mark.parametrize(
    ("url", "message"),
    [
        ("file:///etc/passwd", "Seules les adresses en http et https sont lues."),
        ("ftp://example.org/flux", "Seules les adresses en http et https sont lues."),
        ("gopher://example.org/", "Seules les adresses en http et https sont lues."),
        ("/etc/passwd", "Seules les adresses en http et https sont lues."),
        ("http:///flux", "L’adresse n’est pas valable."),
        ("http://moi:secret@example.org/", "L’adresse n’est pas valable."),
        ("http://example.org:port/", "L’adresse n’est pas valable."),
        ("http://[::1/", "L’adresse n’est pas valable."),
        ("http://nom..vide/", "Le nom nom..vide n’existe pas."),
    ],
)
def test_what_is_no_web_address_is_refused(url, message):
    assert failure(url) == message


def test_a_redirect_to_a_file_is_refused(source, secret):
    url = source.says("/flux", status=302, Location=secret.as_uri())
    assert failure(url) == "Seules les adresses en http et https sont lues."


def test_a_withdrawn_feed_is_told_from_a_missing_one(source):
    with pytest.raises(FeedGone):
        fetch(source.says("/parti", status=410), allow=LOOPBACK)
    assert failure(source.says("/perdu", status=404)) == "Le serveur de la source répond «\u00a0404\u00a0»."


def test_a_busy_server_is_left_alone_as_long_as_it_asks(source):
    with pytest.raises(FeedError) as caught:
        fetch(source.says("/flux", status=503, Retry_After="7200"), allow=LOOPBACK)
    assert caught.value.retry_after == timedelta(hours=2)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, None),
        ("", None),
        ("120", timedelta(minutes=2)),
        ("99999999999999999999", timedelta(days=7)),
        ("Thu, 03 Oct 2024 10:00:00 GMT", timedelta(hours=1)),
        ("Thu, 03 Oct 2024 08:00:00 GMT", timedelta(0)),
        ("Thu, 03 Oct 2099 10:00:00 GMT", timedelta(days=7)),
        ("bientôt", None),
        ("-5", None),
    ],
)
def test_a_wait_is_read_as_seconds_or_as_a_date(value, expected):
    assert retry_after(value, datetime(2024, 10, 3, 9, tzinfo=UTC)) == expected


def test_a_compressed_feed_is_opened(source):
    url = source.says("/flux", gzip.compress(atom(1), mtime=0), Content_Encoding="gzip")
    assert fetch(url, allow=LOOPBACK).content == atom(1)


def test_a_small_file_that_holds_a_huge_one_is_dropped(source):
    url = source.says("/bombe", gzip.compress(b"0" * 50_000_000, mtime=0), Content_Encoding="gzip")
    assert failure(url) == "Le flux dépasse 2 Mo."


def test_a_huge_feed_is_dropped_whatever_length_it_announces(source):
    def endless(handler):
        handler.send_response(200)
        handler.end_headers()
        for _ in range(1000):
            handler.wfile.write(b"0" * 65536)

    assert failure(source.does("/sans-fin", endless)) == "Le flux dépasse 2 Mo."


@pytest.mark.parametrize(
    ("body", "encoding", "message"),
    [
        (b"pas du gzip", "gzip", "La réponse de la source est mal compressée."),
        (gzip.compress(atom(1), mtime=0)[:40], "gzip", "La réponse de la source est incomplète."),
        (b"?", "br", "La source répond dans un encodage que le site ne lit pas."),
        (b"?", "gzip, gzip", "La source répond dans un encodage que le site ne lit pas."),
    ],
)
def test_an_encoding_that_does_not_open_is_told(source, body, encoding, message):
    assert failure(source.says("/flux", body, Content_Encoding=encoding)) == message


def slowly(handler, head: bytes = b"HTTP/1.1 200 OK\r\n\r\n") -> None:
    handler.wfile.write(head)
    for _ in range(100):
        time.sleep(0.1)
        handler.wfile.write(b"a")
        handler.wfile.flush()


def test_a_body_that_drips_is_dropped_when_the_whole_time_is_over(source):
    begun = time.monotonic()
    assert failure(source.does("/lent", slowly), limits=Limits(seconds=0.5)) == TOO_SLOW
    assert time.monotonic() - begun < 1.5


def test_headers_that_drip_are_dropped_too(source):
    url = source.does("/lent", lambda handler: slowly(handler, b"HTTP/1.1 200 OK\r\nX-Lent: "))
    begun = time.monotonic()
    assert failure(url, limits=Limits(seconds=0.5)) == TOO_SLOW
    assert time.monotonic() - begun < 1.5


def test_redirects_share_one_deadline(source):
    def late(handler):
        time.sleep(0.3)
        handler.send_response(302)
        handler.send_header("Location", "/lent")
        handler.end_headers()

    begun = time.monotonic()
    assert failure(source.does("/lent", late), limits=Limits(seconds=0.5)) == TOO_SLOW
    assert time.monotonic() - begun < 1.5


def test_a_resolver_that_hangs_is_not_waited_for(monkeypatch):
    monkeypatch.setattr(socket, "getaddrinfo", lambda *args, **kwargs: time.sleep(1) or [])
    begun = time.monotonic()
    assert failure("http://lent.example.org/", limits=Limits(seconds=0.3)) == TOO_SLOW
    assert time.monotonic() - begun < 1.5


def test_nonsense_instead_of_http_is_told(source):
    url = source.does("/flux", lambda handler: handler.wfile.write(b"\x00\x01\x02 bonjour\r\n\r\n"))
    assert failure(url) == "La réponse de la source est incompréhensible ou interrompue."


def test_a_closed_port_is_told():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    assert failure(f"http://127.0.0.1:{port}/") == "Le serveur de la source ne répond pas."


def test_a_plain_server_is_no_https(source):
    url = source.says("/flux", atom(1)).replace("http://", "https://")
    assert failure(url) == "Le certificat de sécurité de la source n’est pas valable."
