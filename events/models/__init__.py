"""The pages of the section and what hangs on them."""

from events.models.attached import EventDocument, EventOrganiser
from events.models.event import NEVER, EventKind, EventPage, EventStatus
from events.models.index import EventIndexPage

__all__ = ["NEVER", "EventDocument", "EventIndexPage", "EventKind", "EventOrganiser", "EventPage", "EventStatus"]
