"""The agenda and the past editions: from an address to what its page shows."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from itertools import groupby
from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.core.paginator import Paginator
from django.db.models import Count
from django.http import QueryDict

from events.filters import AgendaFilters, ArchiveFilters
from events.french_dates import DATE_TO_COME, month_heading
from events.querysets import EventQuerySet

if TYPE_CHECKING:
    from events.models import EventPage

AGENDA_PER_PAGE = 30
ARCHIVE_PER_PAGE = 50


def agenda(data: QueryDict, now: datetime) -> dict[str, Any]:
    """The page of what is coming: its filters, and one page of events under the headings of their months."""
    form = AgendaFilters(data, among=_published().upcoming(now))
    form.is_valid()
    page = _paged(form.apply().upcoming(now), form, AGENDA_PER_PAGE)
    return {"form": form, "page_obj": page, "months": by_month(page.object_list), "season": now.year}


def archive(data: QueryDict, now: datetime) -> dict[str, Any]:
    """The page of past editions: its filters, and one page of them by year, each year with its total."""
    form = ArchiveFilters(data, among=_published().past(now))
    form.is_valid()
    events = form.apply()
    page = _paged(events.past(now), form, ARCHIVE_PER_PAGE)
    totals = dict(events.values_list("start_date__year").annotate(Count("pk")).order_by())
    years = [
        {"year": year, "total": totals[year], "events": list(group)}
        for year, group in groupby(page.object_list, key=lambda event: event.start_date.year)
    ]
    return {"form": form, "page_obj": page, "years": years}


def coming(data: QueryDict, now: datetime) -> EventQuerySet:
    """Every event that the agenda shows for these filters, over all its pages, in its order."""
    form = AgendaFilters(data, among=_published().upcoming(now))
    form.is_valid()
    return form.apply().upcoming(now).for_lists()


def by_month(events: Iterable[EventPage]) -> list[dict[str, Any]]:
    """Events in order -> one group for each month of their first day; those without a date have a heading too."""
    return [
        {"title": title, "events": list(group)}
        for title, group in groupby(
            events, key=lambda event: month_heading(event.start_date) if event.start_date else DATE_TO_COME
        )
    ]


def _published() -> EventQuerySet:
    return apps.get_model("events", "EventPage").objects.published()


def _paged(events: EventQuerySet, form: AgendaFilters | ArchiveFilters, per_page: int) -> Any:
    return Paginator(events.for_lists(), per_page).get_page(form.page_number)
