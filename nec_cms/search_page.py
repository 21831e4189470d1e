"""The page of a search: its address, its kinds with their numbers, and their results."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe
from wagtail.models import Site

from nec_cms.filters import FilterForm, SeveralField
from nec_cms.searching import Kind, search, sources

PREVIEW = 6
"""Results of each kind shown where none is chosen."""

PER_PAGE = 24


class SearchForm(FilterForm):
    """The address of a search: ``?q=`` words, ``genre`` one or several kinds of results, ``page`` number."""

    q = forms.CharField(label="Mots", max_length=200, required=False)
    genre = SeveralField(label="Genre")

    def __init__(self, data: QueryDict, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.fields["genre"].choices = [(source.name, source.label) for source in sources()]

    def query_for(self, kind: str = "") -> str:
        """The same words, for one kind of results or for all of them."""
        asked = QueryDict(mutable=True)
        asked["q"] = self.chosen("q") or ""
        if kind:
            asked["genre"] = kind
        return asked.urlencode()


@require_safe
def search_page(request: HttpRequest) -> HttpResponse:
    """Results by kind: the beginning of each, or all those of the kinds chosen, by pages."""
    form = SearchForm(request.GET)
    form.is_valid()
    query = form.chosen("q") or ""
    site = Site.find_for_request(request)
    kinds = search(query, site, timezone.now()) if query and site else []
    chosen = set(form.chosen("genre") or ())
    shown = [kind for kind in kinds if kind.source.name in chosen] if chosen else kinds
    page = Paginator([(kind, key) for kind in shown for key in kind.keys], PER_PAGE).get_page(form.page_number)
    context = {
        "form": form,
        "query": query,
        "total": sum(len(kind.keys) for kind in kinds),
        "tabs": tabs(kinds, chosen, form),
        "page_obj": page if chosen else None,
        "groups": groups(page.object_list if chosen else beginnings(kinds), form),
    }
    return render(request, "search.html", context)


def tabs(kinds: Sequence[Kind], chosen: set[str], form: SearchForm) -> list[dict[str, Any]]:
    """The links to each kind, with its number; first the one to all of them."""
    everything = {"label": "Tout", "number": sum(len(kind.keys) for kind in kinds), "query": form.query_for()}
    return [everything | {"current": not chosen}] + [
        {
            "label": kind.source.label,
            "number": len(kind.keys),
            "query": form.query_for(kind.source.name),
            "current": kind.source.name in chosen,
        }
        for kind in kinds
    ]


def beginnings(kinds: Sequence[Kind]) -> list[tuple[Kind, Any]]:
    return [(kind, key) for kind in kinds for key in kind.keys[:PREVIEW]]


def groups(shown: Sequence[tuple[Kind, Any]], form: SearchForm) -> list[dict[str, Any]]:
    """The results under the headings of their kinds, one look-up for each kind."""
    keys: dict[str, list[Any]] = {}
    kinds: dict[str, Kind] = {}
    for kind, key in shown:
        kinds[kind.source.name] = kind
        keys.setdefault(kind.source.name, []).append(key)
    return [
        {
            "name": name,
            "label": kinds[name].source.label,
            "number": len(kinds[name].keys),
            "results": kinds[name].results(held),
            "query": form.query_for(name) if len(held) < len(kinds[name].keys) else "",
        }
        for name, held in keys.items()
    ]
