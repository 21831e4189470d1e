"""The pages of the section and what hangs on them."""

from events.models.attached import EventDocument, EventOrganiser
from events.models.choices import NEVER, EventKind, EventMode, EventStatus
from events.models.event import EventPage
from events.models.index import EventIndexPage

__all__ = [
    "NEVER",
    "EventDocument",
    "EventIndexPage",
    "EventKind",
    "EventMode",
    "EventOrganiser",
    "EventPage",
    "EventStatus",
]
