import time
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.core.management import call_command

from community.feeds import reading
from community.feeds.fetching import Limits
from community.feeds.reading import refresh, refresh_due
from community.models import Feed, FeedItem
from nec_cms.hooks import sweeps
from tests.community.feeds.conftest import LOOPBACK, atom
from tests.factories.community import FeedFactory, FeedItemFactory

NOW = datetime(2024, 10, 10, 12, tzinfo=UTC)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _even_chance(monkeypatch):
    monkeypatch.setattr(reading, "_chance", lambda: 0.5)


def refreshed(*feeds: Feed, **options) -> dict[str, int]:
    with time_machine.travel(NOW, tick=False):
        totals = refresh(feeds, allow=LOOPBACK, **options)
    for feed in feeds:
        feed.refresh_from_db()
    return totals


def test_a_feed_is_read_and_remembers_what_to_ask_next_time(source):
    feed = FeedFactory(
        url=source.says("/flux", atom(1, 2), ETag='"a"', Last_Modified="hier"), failures=3, error="Avant"
    )
    assert refreshed(feed) == {"read": 1, "failed": 0, "new": 2, "changed": 0}
    assert (feed.etag, feed.last_modified, feed.failures, feed.error) == ('"a"', "hier", 0, "")
    assert (feed.last_success_at, feed.next_try_at) == (NOW, NOW + timedelta(hours=1))


def test_a_feed_that_did_not_change_keeps_its_items_and_its_validators(source):
    feed = FeedFactory(url=source.says("/flux", status=304), etag='"a"', last_modified="hier")
    FeedItemFactory(feed=feed)
    assert refreshed(feed) == {"read": 1, "failed": 0, "new": 0, "changed": 0}
    assert source.asked[0][1]["If-None-Match"] == '"a"'
    assert (feed.etag, feed.last_modified, feed.last_success_at, feed.items.count()) == ('"a"', "hier", NOW, 1)


def test_a_failure_is_told_and_put_off_longer_each_time(source):
    feed = FeedFactory(url=source.says("/flux", status=500), failures=2)
    FeedItemFactory(feed=feed)
    assert refreshed(feed) == {"read": 0, "failed": 1, "new": 0, "changed": 0}
    assert (feed.failures, feed.error) == (3, "Le serveur de la source répond «\u00a0500\u00a0».")
    assert (feed.active, feed.next_try_at, feed.items.count()) == (True, NOW + timedelta(hours=1), 1)


def test_a_feed_that_is_gone_is_stopped_and_its_items_stay(source):
    feed = FeedFactory(url=source.says("/flux", status=410))
    FeedItemFactory(feed=feed)
    refreshed(feed)
    assert (feed.active, feed.error) == (False, "La source a retiré ce flux (410)\u00a0: il n’est plus lu.")
    assert feed.items.count() == 1


def test_a_server_that_asks_to_wait_is_obeyed(source):
    feed = FeedFactory(url=source.says("/flux", status=429, Retry_After="86400"))
    refreshed(feed)
    assert feed.next_try_at == NOW + timedelta(days=1)


def test_a_private_address_is_never_called(source):
    feed = FeedFactory(url=source.says("/flux", atom(1)))
    assert refresh([feed])["failed"] == 1
    feed.refresh_from_db()
    assert feed.error == "L’adresse mène à une machine qui n’est pas sur l’internet public."
    assert source.asked == []


def test_one_slow_feed_and_one_broken_one_cost_the_others_nothing(source):
    def slow(handler):
        time.sleep(1.5)

    late = FeedFactory(url=source.does("/lent", slow))
    broken = FeedFactory(url=source.says("/casse", b"<rss"))
    good = [FeedFactory(url=source.says(f"/bon-{number}", atom(number))) for number in range(3)]
    begun = time.monotonic()
    assert refreshed(late, broken, *good, limits=Limits(seconds=1)) == {"read": 3, "failed": 2, "new": 3, "changed": 0}
    assert time.monotonic() - begun < 5
    assert [feed.items.count() for feed in (late, broken, *good)] == [0, 0, 1, 1, 1]


def test_a_feed_that_cannot_be_stored_loses_nothing_but_its_own_turn(source, monkeypatch, caplog):
    bad = FeedFactory(url=source.says("/a", atom(1, 2)))
    good = FeedFactory(url=source.says("/b", atom(3)))
    create = FeedItem.objects.create

    def fail_on_the_second(**values):
        if values["guid"] == "urn:exemple:2":
            raise RuntimeError("exemple")
        return create(**values)

    monkeypatch.setattr(FeedItem.objects, "create", fail_on_the_second)
    assert refreshed(bad, good) == {"read": 1, "failed": 1, "new": 1, "changed": 0}
    assert (bad.items.count(), good.items.count()) == (0, 1)
    assert bad.error == "L’enregistrement a échoué pour une raison imprévue."
    assert [record.levelname for record in caplog.records] == ["ERROR"]


def test_an_unforeseen_failure_is_this_feed_s_alone(source, monkeypatch, caplog):
    bad, good = FeedFactory(url=source.says("/a", atom(1))), FeedFactory(url=source.says("/b", atom(2)))
    fetch = reading.fetch

    def fail(url, **options):
        if url == bad.url:
            raise RuntimeError("exemple")
        return fetch(url, **options)

    monkeypatch.setattr(reading, "fetch", fail)
    assert refreshed(bad, good) == {"read": 1, "failed": 1, "new": 1, "changed": 0}
    assert bad.error == "La lecture a échoué pour une raison imprévue."
    assert [record.levelname for record in caplog.records] == ["ERROR"]


def test_what_came_of_a_former_address_is_not_written_under_the_new_one(source):
    feed = FeedFactory(url=source.says("/flux", atom(1), ETag='"a"'))
    Feed.objects.filter(pk=feed.pk).update(url="https://example.org/nouveau")
    refresh([feed], allow=LOOPBACK)
    feed.refresh_from_db()
    assert (feed.etag, feed.last_success_at) == ("", None)


def test_another_address_forgets_what_was_known_of_the_former_one():
    feed = FeedFactory(
        etag='"a"', last_modified="hier", failures=4, error="Perdu", next_try_at=NOW + timedelta(days=30)
    )
    feed.title = "Autre nom"
    feed.save()
    assert (feed.etag, feed.failures) == ('"a"', 4)
    feed.url = "https://example.org/nouveau"
    with time_machine.travel(NOW, tick=False):
        feed.save()
    assert (feed.etag, feed.last_modified, feed.failures, feed.error, feed.next_try_at) == ("", "", 0, "", NOW)


def test_only_followed_feeds_whose_time_has_come_are_due():
    due = FeedFactory(next_try_at=NOW)
    longer = FeedFactory(next_try_at=NOW - timedelta(days=1))
    FeedFactory(next_try_at=NOW + timedelta(seconds=1))
    FeedFactory(next_try_at=NOW, active=False)
    assert list(Feed.objects.due(NOW)) == [longer, due]


def test_the_sweep_reads_what_is_due(source):
    feed = FeedFactory(url=source.says("/flux", atom(1)))
    FeedFactory(url="http://127.0.0.1:1/", next_try_at=NOW + timedelta(days=30_000))
    assert refresh_due() == {"read": 0, "failed": 1, "new": 0, "changed": 0}
    feed.refresh_from_db()
    assert feed.failures == 1


def test_the_sweep_is_registered_every_quarter_of_an_hour():
    sweep = sweeps()["feeds"]
    assert (sweep.every, sweep.run) == (timedelta(minutes=15), refresh_due)


def test_the_command_reads_what_is_due_or_all_that_is_followed(monkeypatch, capsys):
    due, later = FeedFactory(), FeedFactory(next_try_at=NOW + timedelta(days=30_000))
    FeedFactory(active=False)
    seen = []

    def read(url, *args):
        seen.append(url)
        return reading.Reading(reading.Fetched(None))

    monkeypatch.setattr(reading, "read", read)
    call_command("fetch_feeds")
    assert seen == [due.url]
    call_command("fetch_feeds", "--all")
    assert sorted(seen[1:]) == sorted([due.url, later.url])
    assert capsys.readouterr().out == (
        "1 read, 0 failed, 0 new items, 0 changed.\n2 read, 0 failed, 0 new items, 0 changed.\n"
    )
