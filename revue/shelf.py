"""How issues and articles are put in order on a page. It asks the database nothing."""

from collections.abc import Sequence
from itertools import groupby
from operator import attrgetter
from typing import Any, TypeVar

Item = TypeVar("Item")


def by_series_and_year(issues: Sequence[Any]) -> list[dict[str, Any]]:
    """``{series, years: [{year, issues}]}``: series in their own order, years and issues as they were given."""
    series = sorted({issue.series for issue in issues}, key=lambda each: (each.order, each.name))
    return [
        {
            "series": each,
            "years": [
                {"year": year, "issues": list(group)}
                for year, group in groupby(
                    (issue for issue in issues if issue.series == each), key=attrgetter("date.year")
                )
            ],
        }
        for each in series
    ]


def by_rubrique(articles: Sequence[Any]) -> list[dict[str, Any]]:
    """``{rubrique, articles}`` of articles already in reading order."""
    return [
        {"rubrique": rubrique, "articles": list(group)}
        for rubrique, group in groupby(articles, key=lambda article: article.get_rubrique_display())
    ]


def around(items: Sequence[Item], item: Item) -> tuple[Item | None, Item | None]:
    """The items before and after `item` in a list, None where there is none or it is not in the list."""
    if item not in items:
        return None, None
    place = items.index(item)
    return (items[place - 1] if place else None), (items[place + 1] if place + 1 < len(items) else None)
