"""All territories as a tree, and what is said of each counted up to those it lies in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NamedTuple

from django.db.models import FloatField
from django.db.models.functions import Cast

from community.addresses import directory_url
from community.models.territory import DEPTH, Territory, TerritoryKind, TerritoryQuerySet
from community.related import TerritoryContent, grouped, items_by_territory
from nec_cms.hooks import RelatedContent, related_content

REGIONAL = (TerritoryKind.REGION, TerritoryKind.OUTRE_MER)
LOCAL = (TerritoryKind.DEPARTEMENT, TerritoryKind.OUTRE_MER)
LABELS = dict(TerritoryKind.choices)


class Place(NamedTuple):
    """What a list or a map shows of a territory: thousands are read in a few milliseconds, where models are not."""

    directory: str
    """Address of the directory, empty where there is none."""

    pk: int
    name: str
    slug: str
    kind: str
    insee_code: str
    parent_id: int | None
    folded: str
    latitude: float | None
    longitude: float | None

    @property
    def url(self) -> str:
        """Its page in the directory; empty where the site has no directory."""
        return f"{self.directory}{self.slug}/" if self.directory else ""

    @property
    def kind_label(self) -> str:
        return LABELS[self.kind]


def places(territories: TerritoryQuerySet) -> list[Place]:
    """These territories, in one query and in no order."""
    rows = territories.order_by().values_list(
        "pk", "name", "slug", "kind", "insee_code", "parent_id", "folded",
        Cast("latitude", FloatField()), Cast("longitude", FloatField()),
    )  # fmt: skip
    directory = directory_url()
    return [Place(directory, *row) for row in rows]


class Tree:
    """Territories, all of them by default, read in one query; each knows its parent without another one."""

    def __init__(self, territories: TerritoryQuerySet | None = None) -> None:
        chosen = Territory.objects.all() if territories is None else territories
        self.by_pk = {each.pk: each for each in places(chosen)}
        parents = {pk: each.parent_id for pk, each in self.by_pk.items()}
        self.above: dict[int, tuple[int, ...]] = {pk: self._above(pk, parents) for pk in parents}

    def _above(self, pk: int, parents: Mapping[int, int | None]) -> tuple[int, ...]:
        """Itself and what it lies in, as far as `Territory.objects.within` looks and as this tree holds."""
        found = [pk]
        while len(found) < DEPTH and (above := parents[found[-1]]) in parents and above not in found:
            found.append(above)
        return tuple(found)

    @cached_property
    def region(self) -> dict[int, Place]:
        """Territory -> the région it is or lies in."""
        return self._first_of(REGIONAL)

    @cached_property
    def departement(self) -> dict[int, Place]:
        """Territory -> the département it is or lies in."""
        return self._first_of(LOCAL)

    def _first_of(self, kinds: tuple[str, ...]) -> dict[int, Place]:
        chosen = {pk: each for pk, each in self.by_pk.items() if each.kind in kinds}
        found = {}
        for pk, above in self.above.items():
            for each in above:
                if each in chosen:
                    found[pk] = chosen[each]
                    break
        return found

    def regions(self) -> list[Place]:
        """The régions, the overseas ones among them."""
        return [each for each in self.by_pk.values() if each.kind in REGIONAL]

    def gathered(self, pairs: Iterable[tuple[int, Any]]) -> dict[int, set[Any]]:
        """Territory -> the items about it or about what lies in it, each once."""
        return self.counted_up(grouped(pairs))

    def counted_up(self, own: Mapping[int, set[Any]]) -> dict[int, set[Any]]:
        """Territory -> its own items and those of what lies in it, each once."""
        held: dict[int, set[Any]] = {}
        for territory, items in own.items():
            for pk in self.above.get(territory, ()):
                if pk in held:
                    held[pk] |= items
                else:
                    held[pk] = set(items)
        return held


@dataclass(frozen=True, slots=True)
class Row:
    """A territory in a list, with what each provider holds about it: (label, number above zero)."""

    territory: Place
    counts: tuple[tuple[str, int], ...]

    @property
    def total(self) -> int:
        return sum(number for _, number in self.counts)


@dataclass(slots=True)
class Tally:
    """What every provider says of the territories of a tree: one query for each provider, however many territories.

    `mapped` are the items that the map counts (those of a provider with a `unit`), by territory, counted up.
    """

    tree: Tree
    among: bool = False
    """Whether to ask about the territories of the tree alone; else about any."""

    unit: tuple[str, str] | None = None
    mapped: dict[int, set[Any]] = field(default_factory=dict)
    held: dict[str, dict[int, set[Any]]] = field(default_factory=dict)
    """Name of a provider -> territory -> its items, counted up."""

    numbers: list[tuple[RelatedContent, Mapping[int, int]]] = field(default_factory=list)

    def __post_init__(self) -> None:
        providers = related_content(Territory)
        plain = [
            each
            for each in providers
            if isinstance(each, TerritoryContent) and type(each).pairs is TerritoryContent.pairs
        ]
        told = items_by_territory(plain, list(self.tree.by_pk.values()) if self.among else None)
        for provider in providers:
            own = told.get(provider.name)
            if own is None:
                pairs = provider.pairs(self._models() if self.among else None)
                if pairs is None:
                    self.numbers.append((provider, provider.counts(self._models())))
                    continue
                own = grouped(pairs)
            held = self.tree.counted_up(own)
            self.numbers.append((provider, {pk: len(items) for pk, items in held.items()}))
            self.held[provider.name] = held
            if provider.unit and self.unit in (None, provider.unit):
                self.unit = provider.unit
                for pk, items in held.items():
                    self.mapped[pk] = self.mapped[pk] | items if pk in self.mapped else items

    def _models(self) -> TerritoryQuerySet:
        """The territories themselves, for a provider that asks about models."""
        found = Territory.objects.order_by().defer("introduction")
        return found.filter(pk__in=list(self.tree.by_pk)) if self.among else found

    def told_of(self) -> set[int]:
        """The territories that some provider holds something about."""
        return {pk for _, held in self.numbers for pk, number in held.items() if number}

    def row(self, territory: Place) -> Row:
        counted = ((provider.label, held.get(territory.pk, 0)) for provider, held in self.numbers)
        return Row(territory, tuple((label, number) for label, number in counted if number))

    def number(self, provider: RelatedContent, territory: Place | Territory) -> int:
        """How many items this provider holds about a territory and what lies in it."""
        return next(held.get(territory.pk, 0) for each, held in self.numbers if each.name == provider.name)
