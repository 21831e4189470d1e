"""Entries of a feed made into items: created or updated by their guid. What the feed no longer holds is kept."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import Any

from community.feeds.moderation import state_after_change, state_on_arrival
from community.feeds.parsing import Entry
from community.models import Feed, FeedItem

EARLY = timedelta(days=1)
"""A date further ahead than this is a mistake of the source."""


def store(feed: Feed, entries: Iterable[Entry], now: datetime) -> tuple[int, int]:
    """Returns how many items are new and how many changed."""
    entries = list(entries)
    known = {item.guid: item for item in feed.items.filter(guid__in=[entry.guid for entry in entries])}
    created = updated = 0
    for entry in entries:
        item = known.get(entry.guid)
        values = _values(entry, now)
        if item is None:
            values.setdefault("published_at", now)
            FeedItem.objects.create(feed=feed, guid=entry.guid, state=state_on_arrival(feed), **values)
            created += 1
        elif any(getattr(item, name) != value for name, value in values.items()):
            _update(feed, item, values)
            updated += 1
    return created, updated


def _update(feed: Feed, item: FeedItem, values: dict[str, Any]) -> None:
    if any(getattr(item, name) != values[name] for name in ("link", "title", "summary")):
        item.state = state_after_change(feed, item.state)
    for name, value in values.items():
        setattr(item, name, value)
    item.save()


def _values(entry: Entry, now: datetime) -> dict[str, Any]:
    values: dict[str, Any] = {
        "link": entry.link,
        "title": entry.title,
        "summary": entry.summary,
        "author": entry.author,
    }
    if entry.published is not None:
        published = datetime.fromtimestamp(entry.published, UTC)
        if published <= now + EARLY:
            values["published_at"] = published
    return values
