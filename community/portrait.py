"""The page of one territory: from a territory to what its page shows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from community.addresses import directory_url
from community.models.territory import Territory
from community.tree import Row, Tally, Tree
from nec_cms.hooks import RelatedContent, RelatedFile, related_actions, related_content
from nec_cms.palettes import palette_for
from nec_cms.typography import number

CARDS = 12
ROWS = 40
"""How many items a section shows at most, as cards or as rows; `more` leads to the others."""

INSIDE = 60
"""How many of the territories that lie in it are named, with content and without."""

DOTS = 8
"""How many dots a year of the strip shows at most."""

TYPES = {"atom": "application/atom+xml", "rss": "application/rss+xml", "ics": "text/calendar"}
"""What a file is, by its extension: for the links of a page's head."""


@dataclass(frozen=True, slots=True)
class Section:
    """What one provider holds: `items` as cards, or `years` as rows where the provider has a template for them."""

    name: str
    label: str
    total: int
    items: Sequence[Any]
    years: Sequence[tuple[int | None, list[Any]]]
    row: str
    more: str
    by_year: Mapping[int, int]
    """How many of all its items each year has, those that are not shown too; empty where they have no unit."""

    @property
    def more_label(self) -> str:
        """What the link to the whole list says."""
        return f"Voir les {number(self.total)}"


@dataclass(frozen=True, slots=True)
class Year:
    """A year of the strip: how many items are over or to come, and the section to jump to."""

    year: int
    over: int
    coming: int
    anchor: str
    label: str

    @property
    def total(self) -> int:
        return self.over + self.coming

    @property
    def dots(self) -> list[bool]:
        """One for each item, true for one to come, as many as the strip has room for."""
        return ([False] * self.over + [True] * self.coming)[:DOTS]

    @property
    def beyond(self) -> int:
        return max(0, self.total - DOTS)


def portrait(slug: str, host: str) -> dict[str, Any] | None:
    """Each provider's content about the territory and what lies in it, its years, organisations, parents and children.

    `host` is the site's, for the address that calendars subscribe to. None where no territory bears this slug.
    """
    here = Territory.objects.filter(slug=slug).select_related("parent__parent__parent").first()
    if here is None:
        return None
    tree = Tree(Territory.objects.within([slug]))
    inside = sorted((each for each in tree.by_pk.values() if each.pk != here.pk), key=lambda each: each.folded)
    tally = Tally(tree, among=True)
    rows = [tally.row(each) for each in inside]
    found = [
        (provider, section(provider, here, total, tally.held.get(provider.name, {}).get(here.pk)))
        for provider in related_content(Territory)
        if (total := tally.number(provider, here))
    ]
    above = here.lineage()[1:]
    return {
        "territory": here,
        "palette": palette_for(here.name).name,
        "place": ", ".join(each.name for each in above),
        "above": above,
        "sections": [each for _, each in found],
        "strip": strip(found),
        "files": [file_link(each, f"{here.url}{each.name}", host) for each in files()],
        "actions": [{"label": label, "url": url} for label, url in related_actions(here)],
        **around(here, rows),
        "organisations": list(here.organisations.select_related("logo")),
    }


def around(here: Territory, rows: Sequence[Row]) -> dict[str, Any]:
    """What lies in it, with content (`inside`) and without (`others`): the first of each, and how many are left out.

    `region_list` leads to all the territories of its région, where some are left out.
    """
    inside = [row for row in rows if row.total]
    others = [row.territory for row in rows if not row.total]
    beyond = max(0, len(inside) - INSIDE), max(0, len(others) - INSIDE)
    region = here.region if any(beyond) else None
    directory = directory_url()
    return {
        "inside": inside[:INSIDE],
        "inside_beyond": beyond[0],
        "others": others[:INSIDE],
        "others_beyond": beyond[1],
        "others_total": len(others),
        "region_list": {"name": region.name, "url": f"{directory}?region={region.slug}&tous=oui"} if region else None,
    }


def section(provider: RelatedContent, here: Territory, total: int, held: Collection[Any] | None) -> Section:
    """The beginning of a provider's list; by year where the provider has a row for its items.

    `held` are the primary keys of all of them, where the provider tells.
    """
    items = list(provider.items(here)[: ROWS if provider.row else CARDS])
    years = [(year, list(group)) for year, group in groupby(items, key=provider.year)] if provider.row else []
    more = provider.more(here) if total > len(items) else ""
    by_year: Counter[int] = Counter()
    if provider.unit:
        told = provider.years() if total > len(items) and held else {}
        found = (told.get(each) for each in held) if told and held else map(provider.year, items)
        by_year.update(year for year in found if year is not None)
    return Section(provider.name, provider.label, total, items, years, provider.row, more, by_year)


def strip(found: Sequence[tuple[RelatedContent, Section]]) -> list[Year]:
    """Every year from the first to the last of the items that have a unit, even one without any."""
    over: dict[int, int] = {}
    coming: dict[int, int] = {}
    unit, anchors = ("", ""), {}
    for provider, section in found:
        unit = provider.unit if provider.unit and section.by_year else unit
        kept = coming if provider.upcoming else over
        shown = {provider.year(item) for item in section.items}
        for year, number_of_items in section.by_year.items():
            kept[year] = kept.get(year, 0) + number_of_items
            if year in shown:
                anchors.setdefault(year, f"annee-{year}" if provider.row else section.name)
    years = sorted({*over, *coming})
    if not years:
        return []
    return [
        Year(year, over.get(year, 0), coming.get(year, 0), anchors.get(year, ""), _said(over, coming, year, unit))
        for year in range(years[0], years[-1] + 1)
    ]


def _said(over: dict[int, int], coming: dict[int, int], year: int, unit: tuple[str, str]) -> str:
    total = over.get(year, 0) + coming.get(year, 0)
    said = f"{total} {unit[total > 1]}"
    return f"{said}, dont {coming[year]} à venir" if coming.get(year) and over.get(year) else said


def file_link(file: RelatedFile, url: str, host: str) -> dict[str, str]:
    """A file as its page links to it; a calendar has a second address, `webcal`, that subscribes to it."""
    extension = file.name.rpartition(".")[2]
    is_calendar = extension == "ics"
    return {
        "label": file.label,
        "url": url,
        "type": TYPES.get(extension, ""),
        "icon": "download" if is_calendar else "rss",
        "webcal": f"webcal://{host}{url}" if is_calendar else "",
    }


def files() -> list[RelatedFile]:
    """The files that the providers make about a territory."""
    return [each for provider in related_content(Territory) for each in provider.files()]
