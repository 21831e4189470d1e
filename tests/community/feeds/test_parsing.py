import pytest

from community.feeds.apart import parse_apart
from community.feeds.errors import FeedError
from community.feeds.parsing import Entry, NotAFeed, parse, plain, web_link
from tests.community.feeds.conftest import ATOM, atom

RSS = '<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>Exemple</title>{items}</channel></rss>'
LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY l0 "ha">'
    + "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    + ']><rss version="2.0"><channel><title>&l9;</title><item><title>&l9;</title><link>https://example.org/</link>'
    "</item></channel></rss>"
)


def rss(*items: str) -> bytes:
    return RSS.format(items="".join(f"<item>{item}</item>" for item in items)).encode()


def test_an_atom_entry_is_read():
    assert parse(atom(1)) == [
        Entry("urn:exemple:1", "https://example.org/1", "Article 1", "Résumé 1", "", 1727946000),
    ]


def test_an_rss_item_is_read_with_its_link_as_identity_where_it_has_none():
    feed = rss(
        "<title>Titre</title><link>https://example.org/a</link><author>Camille Exemple</author>"
        "<description>Un &lt;b&gt;résumé&lt;/b&gt;</description><pubDate>Thu, 03 Oct 2024 11:00:00 +0200</pubDate>"
    )
    assert parse(feed) == [
        Entry("https://example.org/a", "https://example.org/a", "Titre", "Un résumé", "Camille Exemple", 1727946000)
    ]


def test_a_script_survives_neither_in_a_title_nor_in_a_summary_nor_in_a_link():
    feed = rss(
        "<title>&lt;script&gt;alert(1)&lt;/script&gt;Bonjour &lt;img src=x onerror=alert(1)&gt;</title>"
        "<link>https://example.org/a</link><description><![CDATA[<p>Un</p><script>alert(2)</script><p>deux</p>]]></description>",
        "<title>Lien</title><link>javascript:alert(1)</link>",
    )
    assert [(entry.title, entry.summary) for entry in parse(feed)] == [("Bonjour", "Un deux")]


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JAVASCRIPT:alert(1)",
        "data:text/html,a",
        "file:///etc/passwd",
        "//example.org/",
        "/page",
        "https://",
        "https://exa mple.org/",
        "https://example.org/\x00",
        "http://[::1/",
        "https://example.org/" + "a" * 1000,
        "",
        None,
    ],
)
def test_a_link_that_is_no_web_address_is_nothing(address):
    assert web_link(address) == ""


def test_web_addresses_are_kept_as_they_are():
    assert web_link(" https://example.org/é?a=b#c ") == "https://example.org/é?a=b#c"


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("Numérique en Commun[s]", "Numérique en Commun[s]"),
        ("porteur·e·s &amp; co", "porteur·e·s & co"),
        ("1 &lt; 2", "1 < 2"),
        ("<p>Un</p><p>deux</p>", "Un deux"),
        ("<style>p{}</style>Un", "Un"),
        ("a\x00b\x07c\nd", "ab c d"),
        ("abc\u202edef\u2066", "abcdef"),
        ("un deux trois quatre", "un deux…"),
    ],
)
def test_markup_becomes_one_line_of_text(markup, text):
    assert plain(markup, 40 if "quatre" not in markup else 12) == text


def test_what_has_no_usable_link_or_no_title_is_left_out():
    assert parse(rss("<title>Sans lien</title>", "<link>https://example.org/</link>")) == []


def test_an_identity_that_comes_twice_counts_once():
    entry = "<guid isPermaLink='false'>même</guid><title>{}</title><link>https://example.org/{}</link>"
    assert [each.title for each in parse(rss(entry.format("A", "a"), entry.format("B", "b")))] == ["A"]


def test_an_endless_identity_is_shortened_to_a_digest():
    feed = rss(f"<guid>{'x' * 5000}</guid><title>T</title><link>https://example.org/</link>")
    guid = parse(feed)[0].guid
    assert guid.startswith("sha256:")
    assert len(guid) == 71


@pytest.mark.parametrize("date", ["9999-12-31T23:59:59Z", "0001-01-01T00:00:00Z", "1970-01-01T00:00:00Z", "demain"])
def test_an_absurd_date_is_no_date(date):
    assert parse(atom(1).replace(b"2024-10-03T09:00:00Z", date.encode()))[0].published is None


def test_only_the_first_two_hundred_entries_count():
    assert len(parse(atom(*range(250)))) == 200


@pytest.mark.parametrize("content", [b"", b"<html><body><p>Bonjour</p></body></html>", b"\x89PNG\r\n", b"{}"])
def test_what_is_no_feed_is_told(content):
    with pytest.raises(NotAFeed):
        parse(content)
    with pytest.raises(FeedError, match="ne donne pas un flux RSS ou Atom"):
        parse_apart(content)


def test_a_feed_in_another_charset_is_read():
    feed = ATOM.replace("utf-8", "iso-8859-1").format(
        entries='<entry><id>a</id><title>Été</title><link href="https://example.org/"/></entry>'
    )
    assert parse(feed.encode("iso-8859-1"))[0].title == "Été"


def test_a_truncated_feed_gives_what_it_holds():
    assert parse(atom(1, 2)[:-120])[0].title == "Article 1"


def test_parsing_apart_gives_the_same_entries():
    assert parse_apart(atom(1, 2), "application/atom+xml; charset=utf-8") == parse(atom(1, 2))


def test_a_billion_laughs_are_not_laughed():
    try:
        titles = [entry.title for entry in parse_apart(LAUGHS.encode())]
    except FeedError as error:
        titles = [error.message]
    assert len("".join(titles)) < 1000


def test_an_external_entity_reads_no_file(secret):
    feed = (
        f'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY x SYSTEM "{secret.as_uri()}">]><rss version="2.0"><channel>'
        "<title>&x;</title><item><title>Lu &x;</title><link>https://example.org/</link></item></channel></rss>"
    )
    assert "canari" not in repr(parse_apart(feed.encode()))


def test_a_feed_is_never_taken_for_an_address(secret):
    with pytest.raises(FeedError):
        parse_apart(secret.as_uri().encode())


def test_parsing_that_takes_too_long_is_killed():
    with pytest.raises(FeedError, match="ne se laisse pas lire"):
        parse_apart(atom(1), seconds=0.01)


def test_the_process_apart_knows_no_secret_of_ours(monkeypatch):
    monkeypatch.setenv("SECRET_KEY", "canari-exemple")
    seen = {}

    def run(command, **options):
        seen.update(options)
        raise OSError

    monkeypatch.setattr("community.feeds.apart.subprocess.run", run)
    with pytest.raises(FeedError):
        parse_apart(atom(1))
    assert sorted(seen["env"]) == ["PYTHONIOENCODING", "PYTHONPATH"]
