from datetime import UTC, datetime

import pytest

from community.feeds.parsing import Entry
from community.feeds.storing import store
from community.models import FeedItem, ItemState
from tests.factories.community import FeedFactory, FeedItemFactory

NOW = datetime(2024, 10, 10, 12, tzinfo=UTC)
PUBLISHED = datetime(2024, 10, 3, 9, tzinfo=UTC)

pytestmark = pytest.mark.django_db


def entry(**changes) -> Entry:
    values = {
        "guid": "urn:exemple:1",
        "link": "https://example.org/1",
        "title": "Article",
        "summary": "Résumé",
        "author": "Camille Exemple",
        "published": int(PUBLISHED.timestamp()),
    }
    return Entry(**values | changes)


def test_a_new_entry_waits_to_be_read():
    feed = FeedFactory()
    assert store(feed, [entry()], NOW) == (1, 0)
    item = FeedItem.objects.get()
    assert (item.feed, item.guid, item.link, item.title, item.summary, item.author, item.published_at, item.state) == (
        feed,
        "urn:exemple:1",
        "https://example.org/1",
        "Article",
        "Résumé",
        "Camille Exemple",
        PUBLISHED,
        ItemState.PENDING,
    )


def test_a_trusted_source_publishes_at_once():
    store(FeedFactory(trusted=True), [entry()], NOW)
    assert FeedItem.objects.get().state == ItemState.APPROVED


def test_the_same_entry_again_changes_nothing():
    feed = FeedFactory()
    store(feed, [entry()], NOW)
    assert store(feed, [entry()], NOW) == (0, 0)
    assert FeedItem.objects.count() == 1


def test_the_same_guid_of_another_feed_is_another_item():
    store(FeedFactory(), [entry()], NOW)
    assert store(FeedFactory(), [entry()], NOW) == (1, 0)


@pytest.mark.parametrize("change", [{"title": "Autre"}, {"summary": "Autre"}, {"link": "https://example.org/autre"}])
def test_an_approved_item_that_its_source_rewrites_is_read_again(change):
    item = FeedItemFactory(guid="urn:exemple:1", link="https://example.org/1", title="Article", summary="Résumé")
    assert store(item.feed, [entry(**change)], NOW) == (0, 1)
    item.refresh_from_db()
    assert item.state == ItemState.PENDING
    assert {name: getattr(item, name) for name in change} == change


def test_another_signature_alone_is_not_read_again():
    item = FeedItemFactory(guid="urn:exemple:1", link="https://example.org/1", title="Article", summary="Résumé")
    assert store(item.feed, [entry(author="Dominique Exemple")], NOW) == (0, 1)
    item.refresh_from_db()
    assert (item.author, item.state) == ("Dominique Exemple", ItemState.APPROVED)


def test_a_rejected_item_stays_so_and_a_trusted_one_stays_public():
    rejected = FeedItemFactory(guid="urn:exemple:1", state=ItemState.REJECTED)
    trusted = FeedItemFactory(guid="urn:exemple:1", feed__trusted=True)
    for item in (rejected, trusted):
        store(item.feed, [entry(title="Autre")], NOW)
        item.refresh_from_db()
    assert (rejected.state, trusted.state) == (ItemState.REJECTED, ItemState.APPROVED)


def test_an_item_that_left_the_feed_is_kept():
    item = FeedItemFactory()
    store(item.feed, [entry()], NOW)
    assert FeedItem.objects.filter(pk=item.pk, state=ItemState.APPROVED).exists()


@pytest.mark.parametrize("published", [None, int(datetime(2100, 1, 1, tzinfo=UTC).timestamp())])
def test_an_entry_without_a_plausible_date_is_dated_by_its_arrival_and_keeps_it(published):
    feed = FeedFactory()
    store(feed, [entry(published=published)], NOW)
    store(feed, [entry(published=published)], datetime(2024, 11, 1, tzinfo=UTC))
    assert FeedItem.objects.get().published_at == NOW


def test_storing_costs_one_look_whatever_the_number_of_known_entries(django_assert_num_queries):
    feed = FeedFactory()
    for numbers in (range(1), range(3)):
        entries = [entry(guid=str(number)) for number in numbers]
        store(feed, entries, NOW)
        with django_assert_num_queries(1):
            store(feed, entries, NOW)
