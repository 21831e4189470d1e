"""Reading feeds: several at once over the network, then one after another into the database.

A feed that is slow, broken or hostile costs itself its turn, and nothing to the others: each is fetched and parsed on
its own, within its own time, and stored under its own savepoint.
"""

import logging
import random
from collections.abc import Collection, Iterable
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from community.feeds import schedule
from community.feeds.apart import parse_apart
from community.feeds.errors import FeedError, FeedGone
from community.feeds.fetching import Fetched, Limits, fetch
from community.feeds.parsing import Entry
from community.feeds.storing import store
from community.models import Feed

logger = logging.getLogger(__name__)

AT_ONCE = 8
MOST_FEEDS = 200
"""Feeds of one sweep: with 15 seconds each at most, eight at once, within the sweep's lease."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of one feed: entries (None where nothing changed), or an error."""

    fetched: Fetched | None = None
    entries: list[Entry] | None = None
    error: FeedError | None = None


def refresh_due() -> dict[str, int]:
    """The sweep: read the feeds whose time has come."""
    return refresh(Feed.objects.due(timezone.now())[:MOST_FEEDS])


def refresh(feeds: Iterable[Feed], *, allow: Collection[str] = (), limits: Limits | None = None) -> dict[str, int]:
    """Read these feeds now. Returns how many were `read` and `failed`, and how many items are `new` or `changed`.

    `allow`: see `fetch`.
    """
    totals = {"read": 0, "failed": 0, "new": 0, "changed": 0}
    with ThreadPoolExecutor(max_workers=AT_ONCE, thread_name_prefix="feed") as pool:
        waiting = {
            pool.submit(read, feed.url, feed.etag, feed.last_modified, allow, limits): feed for feed in list(feeds)
        }
        for done in as_completed(waiting):
            for name, number in keep(waiting[done], done.result(), timezone.now()).items():
                totals[name] += number
    return totals


def read(url: str, etag: str, last_modified: str, allow: Collection[str], limits: Limits | None) -> Reading:
    """Fetch and parse, without the database: runs in a thread. Never raises."""
    try:
        fetched = fetch(url, etag=etag, last_modified=last_modified, allow=allow, limits=limits)
        entries = None if fetched.content is None else parse_apart(fetched.content, fetched.content_type)
    except FeedError as error:
        return Reading(error=error)
    except Exception:  # whatever a hostile answer provokes is this feed's failure alone; it is logged
        logger.exception("Reading %s failed", url)
        return Reading(error=FeedError("La lecture a échoué pour une raison imprévue."))
    return Reading(fetched, entries)


def keep(feed: Feed, reading: Reading, now: datetime) -> dict[str, int]:
    """Write what came of one feed, under a savepoint."""
    if reading.error is not None:
        fail(feed, reading.error, now)
        return {"failed": 1}
    try:
        with transaction.atomic():
            new, changed = store(feed, reading.entries or [], now)
            succeed(feed, reading.fetched, now)
    except Exception:  # nothing of this feed is kept; the others go on; it is logged
        logger.exception("Storing %s failed", feed.url)
        fail(feed, FeedError("L’enregistrement a échoué pour une raison imprévue."), now)
        return {"failed": 1}
    return {"read": 1, "new": new, "changed": changed}


def succeed(feed: Feed, fetched: Fetched | None, now: datetime) -> None:
    known = {"etag": fetched.etag, "last_modified": fetched.last_modified} if fetched and fetched.content else {}
    _note(feed, last_success_at=now, failures=0, error="", next_try_at=now + schedule.after_success(_chance()), **known)


def fail(feed: Feed, error: FeedError, now: datetime) -> None:
    """Remember the failure and when to try again; a feed that is gone is not tried any more."""
    failures = feed.failures + 1
    wait = schedule.after_failure(failures, error.retry_after, _chance())
    stopped = {"active": False} if isinstance(error, FeedGone) else {}
    _note(feed, failures=failures, error=error.message[:300], next_try_at=now + wait, **stopped)


def _note(feed: Feed, **values: object) -> None:
    """Written beside whatever an editor changes meanwhile; nothing where the feed has another address by now."""
    Feed.objects.filter(pk=feed.pk, url=feed.url).update(**values)


def _chance() -> float:
    return random.random()  # noqa: S311  (spreads feeds in time; no secret)
