"""The agenda and the past editions: from an address to what its page shows."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from itertools import groupby
from typing import TYPE_CHECKING, Any

from django.core.paginator import Page, Paginator
from django.db.models import Count
from django.http import QueryDict
from django.utils.functional import cached_property

from events import selection
from events.french_dates import DATE_TO_COME, month_heading
from events.querysets import EventQuerySet

if TYPE_CHECKING:
    from events.models import EventPage

AGENDA_PER_PAGE = 30
ARCHIVE_PER_PAGE = 50


class EventPaginator(Paginator):
    """Pages of events. The order is found among keys alone, and only the rows of one page are read whole.

    It is told how many there are where the page has counted them already.
    """

    def __init__(self, events: EventQuerySet, per_page: int, total: int | None = None) -> None:
        super().__init__(events, per_page)
        self.total = total

    @cached_property
    def count(self) -> int:
        return self.object_list.count() if self.total is None else self.total

    def _get_page(self, events: EventQuerySet, *args: Any) -> Page:
        shown = events.model.objects.filter(pk__in=events.values("pk")).order_by(*events.query.order_by)
        return super()._get_page(shown.for_lists(), *args)


def agenda(data: QueryDict, now: datetime) -> dict[str, Any]:
    """The page of what is coming: its filters, and one page of events under the headings of their months."""
    kept = selection.coming(data, now, proposed=True)
    page = EventPaginator(kept.events, AGENDA_PER_PAGE).get_page(kept.form.page_number)
    return {"form": kept.form, "page_obj": page, "months": by_month(page.object_list), "season": now.year} | _nothing(
        kept, page.paginator.count
    )


def archive(data: QueryDict, now: datetime) -> dict[str, Any]:
    """The page of past editions: its filters, and one page of them by year, each year with its total."""
    kept = selection.past(data, now, proposed=True)
    totals = (
        selection.until_an_edition_passes("totals", now, lambda: _totals(kept.events))
        if kept.is_whole
        else _totals(kept.events)
    )
    paginator = EventPaginator(kept.events, ARCHIVE_PER_PAGE, sum(totals.values()))
    page = paginator.get_page(kept.form.page_number)
    years = [
        {"year": year, "total": totals[year], "events": list(group)}
        for year, group in groupby(page.object_list, key=lambda event: event.start_date.year)
    ]
    return {"form": kept.form, "page_obj": page, "years": years} | _nothing(kept, page.paginator.count)


def _totals(events: EventQuerySet) -> dict[int, int]:
    """Year -> how many of these events began in it."""
    return dict(events.order_by().values_list("start_date__year").annotate(Count("pk")))


def _nothing(kept: selection.Selection, found: int) -> dict[str, Any]:
    """Where no edition is kept: what to propose instead. `elsewhere` are the filters that both lists have."""
    if found:
        return {}
    shared = kept.form.data.copy()
    for name in set(shared) - {"q", "territoire", "theme"}:
        del shared[name]
    return {"widenings": selection.widenings(kept), "elsewhere": shared.urlencode()}


def by_month(events: Iterable[EventPage]) -> list[dict[str, Any]]:
    """Events in order -> one group for each month of their first day; those without a date have a heading too."""
    return [
        {"title": title, "events": list(group)}
        for title, group in groupby(
            events, key=lambda event: month_heading(event.start_date) if event.start_date else DATE_TO_COME
        )
    ]
