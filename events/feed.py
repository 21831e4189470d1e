"""Events as an Atom feed (RFC 4287)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import datetime
from xml.sax.saxutils import escape, quoteattr

from events.presentation import date_text, hours_text, place, status_sentence
from events.rows import UNPUBLISHED, EventRow

AUTHOR = "Numérique en Commun[s]"
STATUS = {"announced": "À confirmer", "confirmed": "Confirmé", "postponed": "Reporté", "cancelled": "Annulé"}
NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 (2.2) holds in no form."""


def atom_feed(events: Iterable[EventRow], *, title: str, page_url: str, feed_url: str) -> Iterator[bytes]:
    """The events of a list, in its order: the parts of the feed. An entry moves when its page is published again."""
    events = list(events)
    yield "".join(
        (
            '<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr">',
            element("title", title),
            element("id", page_url),
            element("updated", stamp(max((event.published for event in events), default=UNPUBLISHED))),
            f'<link rel="alternate" type="text/html" href={attribute(page_url)}/>',
            f'<link rel="self" type="application/atom+xml" href={attribute(feed_url)}/>',
            f"<author>{element('name', AUTHOR)}</author>\n",
        )
    ).encode()
    for event in events:
        yield entry(event).encode()
    yield b"</feed>\n"


def entry(event: EventRow) -> str:
    """One event. Its categories are its state and its territories."""
    facts = (date_text(event), hours_text(event), place(event), status_sentence(event), event.summary)
    categories = (STATUS[event.status], *event.territories)
    return "".join(
        (
            "<entry>",
            element("title", event.title),
            element("id", f"urn:uuid:{event.translation_key}"),
            f'<link rel="alternate" type="text/html" href={attribute(event.url)}/>',
            element("published", stamp(event.first_published_at or UNPUBLISHED)),
            element("updated", stamp(event.published)),
            element("summary", " ".join(f"{fact.rstrip('.')}." for fact in facts if fact)),
            *(f"<category term={attribute(each)}/>" for each in categories),
            "</entry>\n",
        )
    )


def element(name: str, text: str) -> str:
    return f"<{name}>{escape(NOT_XML.sub('', text))}</{name}>"


def attribute(text: str) -> str:
    return quoteattr(NOT_XML.sub("", text))


def stamp(moment: datetime) -> str:
    """RFC 3339, to the second."""
    return moment.isoformat(timespec="seconds")
