"""The catalogue of formats: from an address to what its pages show."""

from datetime import datetime
from itertools import groupby
from typing import Any

from django.apps import apps
from django.core.paginator import Paginator
from django.http import QueryDict

from events.formats import selection
from events.formats.filters import FormatFilters

PER_PAGE = 24


def catalogue(data: QueryDict, now: datetime, address: str) -> dict[str, Any]:
    """Filters, and one page of formats: those of the current season, then the archived ones."""
    form = FormatFilters(data, among=apps.get_model("formats", "FormatPage").objects.published())
    form.is_valid()
    chosen = selection.selected(data)
    page = Paginator(form.apply().for_lists(), PER_PAGE).get_page(form.page_number)
    offers = selection.offers(page.object_list, chosen, address, data)
    groups = [
        {"current": current, "offers": list(group)}
        for current, group in groupby(offers, key=lambda each: (each.page.last_season or 0) >= now.year)
    ]
    return {"form": form, "page_obj": page, "groups": groups, "season": now.year, "selection": chosen}


def chosen(data: QueryDict, address: str) -> dict[str, Any]:
    """The page of the selection: each chosen format, with what it takes and gives."""
    held = selection.selected(data)
    return {"selection": held, "offers": selection.offers(held.formats, held, address, QueryDict())}
