"""Events as an Atom feed (RFC 4287)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.utils.feedgenerator import Atom1Feed

from events.ical import UNPUBLISHED
from events.presentation import date_text, place, status_sentence

if TYPE_CHECKING:
    from events.models import EventPage


def atom_feed(events: Iterable[EventPage], *, title: str, page_url: str, feed_url: str) -> str:
    """The events of a list, in its order; an entry is updated when its page is published again."""
    feed = Atom1Feed(title=title, link=page_url, description="", language="fr", feed_url=feed_url, feed_guid=page_url)
    for event in events:
        facts = (date_text(event), place(event), status_sentence(event), event.summary)
        feed.add_item(
            title=event.title,
            link=event.full_url,
            description=". ".join(fact.rstrip(".") for fact in facts if fact) + ".",
            unique_id=f"urn:uuid:{event.translation_key}",
            pubdate=event.first_published_at or UNPUBLISHED,
            updateddate=event.last_published_at or UNPUBLISHED,
            categories=[territory.name for territory in event.territories.all()],
        )
    return feed.writeString("utf-8")
