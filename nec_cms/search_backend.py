"""Wagtail's database search (FTS5 on SQLite, text search vectors on PostgreSQL), with words folded on both sides.

What enters the index and what is asked of it pass through the same door, so that accents, case, the signs of inclusive
writing and the mark of a plural are indifferent on both engines, on the site and in the admin. PostgreSQL's own French
stemmer comes after it (SEARCH_CONFIG). A site whose index was made before needs `manage.py update_index` once.
"""

from __future__ import annotations

import copy
from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.encoding import force_str
from modelsearch.backends import database
from modelsearch.index import AutocompleteField, RelatedFields, SearchField
from modelsearch.query import And, Boost, Fuzzy, Not, Or, Phrase, PlainText

from nec_cms.folding import index_text, query_text


def SearchBackend(params: Mapping[str, Any]) -> Any:
    """The backend of the site's database engine, which folds."""
    engine = type(database.SearchBackend(params))
    index = type("FoldedIndex", (FoldedIndex, engine.index_class), {})
    return type("FoldedBackend", (FoldedBackend, engine), {"index_class": index})(params)


class FoldedBackend:
    """Asks for folded words."""

    def search(self, query: Any, *args: Any, **kwargs: Any) -> Any:
        return super().search(folded_query(query), *args, **kwargs)  # type: ignore[misc]

    def autocomplete(self, query: Any, *args: Any, **kwargs: Any) -> Any:
        return super().autocomplete(folded_query(query), *args, **kwargs)  # type: ignore[misc]


class FoldedIndex:
    """Takes folded texts in."""

    def add_items(self, model: Any, objs: Iterable[Any]) -> None:
        super().add_items(model, [FoldedObject(each) for each in objs])  # type: ignore[misc]


class FoldedObject:
    """An object as the index reads it: its key, and its search fields with folded values."""

    def __init__(self, instance: Any) -> None:
        self.instance = instance
        self.pk = instance.pk

    def get_search_fields(self) -> list[Any]:
        return [folded_field(field) for field in self.instance.get_search_fields()]


def folded_field(field: Any) -> Any:
    """A copy of a search field that gives folded text; a field that is not of text is left as it is."""
    folded = copy.copy(field)
    if isinstance(field, (SearchField, AutocompleteField)):
        folded.get_value = lambda each: index_text(_text(field.get_value(_plain(each))))
    elif isinstance(field, RelatedFields):
        folded.get_value = lambda each: field.get_value(_plain(each))
        folded.fields = [folded_field(each) for each in field.fields]
    return folded


def folded_query(query: Any) -> Any:
    """A search, words or a tree of them, with folded words."""
    if isinstance(query, str):
        return query_text(query)
    folded = copy.copy(query)
    if isinstance(query, (PlainText, Phrase, Fuzzy)):
        folded.query_string = query_text(query.query_string)
    elif isinstance(query, (And, Or)):
        folded.subqueries = [folded_query(each) for each in query.subqueries]
    elif isinstance(query, (Not, Boost)):
        folded.subquery = folded_query(query.subquery)
    return folded


def _plain(each: Any) -> Any:
    return each.instance if isinstance(each, FoldedObject) else each


def _text(value: Any) -> str:
    if isinstance(value, (list, tuple)):
        return " ".join(_text(each) for each in value)
    if isinstance(value, dict):
        return " ".join(_text(each) for each in value.values())
    return "" if value is None else force_str(value)
