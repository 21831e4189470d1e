"""What the filters of a list can offer: the territories and months of its events, and the themes, in one query."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace
from itertools import groupby

from django.db.models import CharField, F, Q, QuerySet, Value
from django.db.models.functions import Cast, LPad, Substr

from community.models import Territory, TerritoryKind, Theme
from events.querysets import EventQuerySet

MOST_TERRITORIES = 120
"""Above this number only régions, départements and overseas are offered: a longer list serves nobody."""

WIDE = (TerritoryKind.REGION, TerritoryKind.DEPARTEMENT, TerritoryKind.OUTRE_MER)
COLUMNS = ("facet", "heading", "value", "text", "rank")
TEXT = CharField()

Choices = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Facets:
    """What to offer: territories grouped by kind, themes in their order, months (AAAA-MM), years of beginning."""

    territories: list[tuple[str, Choices]] = field(default_factory=list)
    themes: Choices = field(default_factory=list)
    months: list[str] = field(default_factory=list)
    years: list[str] = field(default_factory=list)


def offered(among: EventQuerySet) -> Facets:
    """Territories that hold these events and those they lie in, every theme, the months of the events. One query."""
    among = among.order_by()
    links = among.model.territories.through.objects.filter(eventpage__in=among.values("pk")).values("territory_id")
    held = Q(pk__in=links)
    above = Q(pk__in=Territory.objects.filter(held).values("parent_id"))
    top = Q(pk__in=Territory.objects.filter(held).values("parent__parent_id"))
    return _facets(
        _territories(held | above | top).union(
            _themes(Q()), _months(among, "start", "start_date"), _months(among, "end", "end_date")
        )
    )


def completed(facets: Facets, territories: Collection[str]) -> Facets:
    """The same, with the territories of these slugs too: one query where one of them is not among those offered."""
    held = {slug for _, choices in facets.territories for slug, _ in choices}
    if not (absent := [slug for slug in territories if slug not in held]):
        return facets
    groups = {label: list(choices) for label, choices in facets.territories}
    for label, choices in known(absent, ()).territories:
        groups.setdefault(label, []).extend(choices)
    ordered = [(kind.label, groups[kind.label]) for kind in TerritoryKind if kind.label in groups]
    return replace(facets, territories=ordered)


def known(territories: Collection[str], themes: Collection[str]) -> Facets:
    """Only what the address names, for files that offer nothing; no query where it names nothing."""
    if not (territories or themes):
        return Facets()
    found = _territories(Q(slug__in=list(territories))).union(_themes(Q(slug__in=list(themes))))
    return _facets(found)


def _territories(condition: Q) -> QuerySet:
    rows = Territory.objects.filter(condition).order_by()
    return _columns(rows, "territory", heading=F("kind"), value=F("slug"), text=F("name"), rank=F("folded"))


def _themes(condition: Q) -> QuerySet:
    order = LPad(Cast("order", TEXT), 6, Value("0"))
    rows = Theme.objects.filter(condition).order_by()
    return _columns(rows, "theme", heading=Value(""), value=F("slug"), text=F("name"), rank=order)


def _months(among: EventQuerySet, facet: str, name: str) -> QuerySet:
    month = Substr(Cast(name, TEXT), 1, 7)
    nothing = Value("", output_field=TEXT)
    rows = among.exclude(**{name: None})
    return _columns(rows, facet, heading=nothing, value=month, text=nothing, rank=month)


def _columns(rows: QuerySet, facet: str, **columns: object) -> QuerySet:
    return rows.annotate(facet=Value(facet, output_field=TEXT), **columns).values_list(*COLUMNS)


def _facets(rows: Iterable[tuple[str, ...]]) -> Facets:
    parts: dict[str, list[tuple[str, ...]]] = {"territory": [], "theme": [], "start": [], "end": []}
    for facet, *columns in rows:
        parts[facet].append(tuple(columns))
    territories = parts["territory"]
    if len(territories) > MOST_TERRITORIES:
        territories = [each for each in territories if each[0] in WIDE]
    kinds = list(TerritoryKind.values)
    territories.sort(key=lambda each: (kinds.index(each[0]), each[3]))
    themes = sorted(parts["theme"], key=lambda each: (each[3], each[2]))
    return Facets(
        [
            (TerritoryKind(kind).label, [(slug, name) for _, slug, name, _ in group])
            for kind, group in groupby(territories, key=lambda each: each[0])
        ],
        [(slug, name) for _, slug, name, _ in themes],
        sorted({month for _, month, _, _ in parts["start"] + parts["end"]}),
        sorted({month[:4] for _, month, _, _ in parts["start"]}),
    )
