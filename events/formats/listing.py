"""The catalogue of formats: from an address to what its page shows."""

from datetime import datetime
from itertools import groupby
from typing import Any

from django.apps import apps
from django.core.paginator import Paginator
from django.http import QueryDict

from events.formats.filters import FormatFilters

PER_PAGE = 24


def catalogue(data: QueryDict, now: datetime) -> dict[str, Any]:
    """Filters, and one page of formats: those of the current season, then the archived ones."""
    form = FormatFilters(data, among=apps.get_model("formats", "FormatPage").objects.published())
    form.is_valid()
    page = Paginator(form.apply().for_lists(), PER_PAGE).get_page(form.page_number)
    groups = [
        {"current": current, "formats": list(group)}
        for current, group in groupby(page.object_list, key=lambda each: (each.last_season or 0) >= now.year)
    ]
    return {"form": form, "page_obj": page, "groups": groups, "season": now.year}
