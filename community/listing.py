"""The directory: from an address to its list and its map, one set told twice."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from django.core.paginator import Paginator
from django.http import QueryDict

from community.filters import DirectoryFilters
from community.map import draw
from community.models.territory import Territory, TerritoryKind
from community.tree import Place, Row, Tally, Tree

PER_PAGE = 60
ELSEWHERE = "Autres territoires"
OVERSEAS = "Outre-mer"


def directory(data: QueryDict) -> dict[str, Any]:
    """The list and the map of the directory.

    Territories without content are left out unless the visitor asks for them; `hidden` says how many.
    """
    tree = Tree()
    form = DirectoryFilters(data, regions=tree.regions())
    form.is_valid()
    tally = Tally(tree)
    matching = _kept(form, tree)
    told_of = tally.told_of()
    shown = matching if form.wants_all else [each for each in matching if each.pk in told_of]
    shown.sort(key=lambda each: _place(each, tree))
    page = Paginator(shown, PER_PAGE).get_page(form.page_number)
    return {
        "form": form,
        "page_obj": page,
        "groups": _by_region([tally.row(each) for each in page.object_list], tree),
        "map": draw(shown, tally),
        "hidden": len(matching) - len(shown),
        "all_query": form.query_for_all,
    }


def with_content() -> list[Place]:
    """The territories that a provider has something to say about, or about what lies in them, by name."""
    tree = Tree()
    return sorted((tree.by_pk[pk] for pk in Tally(tree).told_of() if pk in tree.by_pk), key=lambda each: each.folded)


def _kept(form: DirectoryFilters, tree: Tree) -> list[Place]:
    """The territories of the tree that the filters keep; no query where none narrows the list."""
    if not form.narrows:
        return list(tree.by_pk.values())
    kept = form.apply(Territory.objects.order_by()).values_list("pk", flat=True)
    return [tree.by_pk[pk] for pk in kept if pk in tree.by_pk]


def _heading(territory: Place, tree: Tree) -> str:
    region = tree.region.get(territory.pk)
    if region is None:
        return ELSEWHERE
    return OVERSEAS if region.kind == TerritoryKind.OUTRE_MER else region.name


def _place(territory: Place, tree: Tree) -> tuple[Any, ...]:
    """By région, overseas then the others last; in it the région itself first, then by name."""
    region = tree.region.get(territory.pk)
    if region is None:
        return 2, "", True, territory.folded
    if region.kind == TerritoryKind.OUTRE_MER:
        return 1, "", True, territory.folded
    return 0, region.folded, territory.pk != region.pk, territory.folded


def _by_region(page: Sequence[Row], tree: Tree) -> list[dict[str, Any]]:
    groups = []
    for heading, group in groupby(page, key=lambda row: _heading(row.territory, tree)):
        held = list(group)
        region = tree.region.get(held[0].territory.pk) if heading not in (OVERSEAS, ELSEWHERE) else None
        groups.append({"title": heading, "url": region.url if region else "", "rows": held})
    return groups
