"""Questions about many events."""

from datetime import datetime

from wagtail.models import PageManager, PageQuerySet


class EventQuerySet(PageQuerySet):
    """`now` is always given: the same instant for everything one page shows."""

    def upcoming(self, now: datetime) -> "EventQuerySet":
        """Not over at `now`, the soonest first, then by title; events without a date last."""
        return self.filter(over_at__gt=now).order_by("start_date", "title")

    def past(self, now: datetime) -> "EventQuerySet":
        """Over at `now`, the latest first, then by title."""
        return self.filter(over_at__lte=now).order_by("-start_date", "title")


EventManager = PageManager.from_queryset(EventQuerySet)
