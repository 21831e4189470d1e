"""What the site's search finds among events: editions, coming and past."""

from collections.abc import Iterable, Sequence
from typing import Any

from events.models import EventPage
from nec_cms.hooks import SearchSource


class FoundEditions(SearchSource):
    name = "editions"
    label = "Éditions"
    order = 10
    page_types = (EventPage,)

    def objects(self, keys: Sequence[Any]) -> Iterable[EventPage]:
        return EventPage.objects.filter(pk__in=keys).for_lists()
