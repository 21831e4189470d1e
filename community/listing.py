"""The directory: from an address to what its pages show."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.core.paginator import Paginator
from django.http import QueryDict

from community.filters import DirectoryFilters
from community.map import draw
from community.models.territory import Territory, TerritoryKind
from nec_cms.folding import fold
from nec_cms.hooks import related_content
from nec_cms.palettes import palette_for

PER_PAGE = 60
ELSEWHERE = "Autres territoires"
OVERSEAS = "Outre-mer"


@dataclass(frozen=True, slots=True)
class Row:
    """A territory in a list, with what each provider holds about it: (label, number above zero)."""

    territory: Territory
    counts: tuple[tuple[str, int], ...]

    @property
    def total(self) -> int:
        return sum(number for _, number in self.counts)


def directory(data: QueryDict) -> dict[str, Any]:
    """The list and the map of the directory: one set, told twice.

    Territories without content are left out unless the visitor asks for them; `hidden` says how many.
    """
    form = DirectoryFilters(data, regions=Territory.objects.regions())
    form.is_valid()
    matching = rows(form.apply(Territory.objects.for_lists()))
    shown = matching if form.wants_all else [row for row in matching if row.total]
    shown.sort(key=_place)
    page = Paginator(shown, PER_PAGE).get_page(form.page_number)
    return {
        "form": form,
        "page_obj": page,
        "groups": _by_region(page.object_list),
        "map": draw([row.territory for row in shown]),
        "hidden": len(matching) - len(shown),
        "all_query": form.query_for_all,
    }


def territory(instance: Territory) -> dict[str, Any]:
    """What the page of one territory shows: each provider's content, organisations, parents and children."""
    providers = related_content(Territory)
    sections = [
        {"name": provider.name, "label": provider.label, "items": items}
        for provider in providers
        if (items := list(provider.items(instance)))
    ]
    inside = sorted(
        rows(Territory.objects.within([instance.slug]).exclude(pk=instance.pk).for_lists()),
        key=lambda row: fold(row.territory.name),
    )
    above = instance.lineage()[1:]
    return {
        "territory": instance,
        "palette": palette_for(instance.name).name,
        "place": ", ".join(each.name for each in above),
        "above": above,
        "sections": sections,
        "inside": [row for row in inside if row.total],
        "others": [row.territory for row in inside if not row.total],
        "organisations": list(instance.organisations.select_related("logo")),
    }


def with_content() -> list[Territory]:
    """The territories that a provider has something to say about, by name."""
    return [row.territory for row in rows(Territory.objects.for_lists()) if row.total]


def rows(territories: Iterable[Territory]) -> list[Row]:
    """Each territory with its counts: one query for each provider, however many territories."""
    found = list(territories)
    tallies = [(each.label, each.counts(found)) for each in related_content(Territory)]
    return [
        Row(each, tuple((label, counts[each.pk]) for label, counts in tallies if counts.get(each.pk))) for each in found
    ]


def _heading(row: Row) -> str:
    region = row.territory.region
    if region is None:
        return ELSEWHERE
    return OVERSEAS if region.kind == TerritoryKind.OUTRE_MER else region.name


def _place(row: Row) -> tuple[Any, ...]:
    """By région, overseas then the others last; in it the région itself first, then by name."""
    heading = _heading(row)
    last = {OVERSEAS: 1, ELSEWHERE: 2}.get(heading, 0)
    return last, fold(heading), row.territory.kind != TerritoryKind.REGION, fold(row.territory.name)


def _by_region(page: Sequence[Row]) -> list[dict[str, Any]]:
    groups = []
    for heading, group in groupby(page, key=_heading):
        held = list(group)
        region = held[0].territory.region if heading not in (OVERSEAS, ELSEWHERE) else None
        groups.append({"title": heading, "url": region.url if region else "", "rows": held})
    return groups
