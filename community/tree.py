"""All territories as a tree, and what is said of each counted up to those it lies in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from community.models.territory import DEPTH, Territory, TerritoryKind
from nec_cms.hooks import RelatedContent, related_content

REGIONAL = (TerritoryKind.REGION, TerritoryKind.OUTRE_MER)
LOCAL = (TerritoryKind.DEPARTEMENT, TerritoryKind.OUTRE_MER)


class Tree:
    """Every territory, read in one query; each knows its parent without another one."""

    def __init__(self) -> None:
        self.by_pk = {each.pk: each for each in Territory.objects.order_by()}
        for each in self.by_pk.values():
            if each.parent_id:
                each.parent = self.by_pk[each.parent_id]
        self.above: dict[int, tuple[int, ...]] = {pk: self._above(pk) for pk in self.by_pk}
        self.region = self._first_of(REGIONAL)
        self.departement = self._first_of(LOCAL)

    def _above(self, pk: int) -> tuple[int, ...]:
        """Itself and what it lies in, as far as `Territory.objects.within` looks."""
        found = [pk]
        while len(found) < DEPTH and (above := self.by_pk[found[-1]].parent_id) and above not in found:
            found.append(above)
        return tuple(found)

    def _first_of(self, kinds: tuple[str, ...]) -> dict[int, Territory]:
        """Territory -> the nearest of these kinds among itself and what it lies in, told once for all of them."""
        chosen = {pk: each for pk, each in self.by_pk.items() if each.kind in kinds}
        found = {pk: next((chosen[each] for each in above if each in chosen), None) for pk, above in self.above.items()}
        return {pk: each for pk, each in found.items() if each is not None}

    def regions(self) -> list[Territory]:
        """The régions, the overseas ones among them."""
        return [each for each in self.by_pk.values() if each.kind in REGIONAL]

    def gathered(self, pairs: Iterable[tuple[int, Any]]) -> dict[int, set[Any]]:
        """Territory -> the items about it or about what lies in it, each once."""
        held: dict[int, set[Any]] = {}
        for territory, item in pairs:
            for pk in self.above.get(territory, ()):
                held.setdefault(pk, set()).add(item)
        return held

    def within(self, territory: Territory) -> list[Territory]:
        """What lies in it, itself left out, in no order."""
        return [self.by_pk[pk] for pk, above in self.above.items() if pk != territory.pk and territory.pk in above]


@dataclass(frozen=True, slots=True)
class Row:
    """A territory in a list, with what each provider holds about it: (label, number above zero)."""

    territory: Territory
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
    among: list[Territory] | None = None
    unit: tuple[str, str] | None = None
    mapped: dict[int, set[Any]] = field(default_factory=dict)
    numbers: list[tuple[RelatedContent, Mapping[int, int]]] = field(default_factory=list)

    def __post_init__(self) -> None:
        for provider in related_content(Territory):
            pairs = provider.pairs(self.among)
            if pairs is None:
                self.numbers.append((provider, provider.counts(self.among or list(self.tree.by_pk.values()))))
                continue
            held = self.tree.gathered(pairs)
            self.numbers.append((provider, {pk: len(items) for pk, items in held.items()}))
            if provider.unit and self.unit in (None, provider.unit):
                self.unit = provider.unit
                for pk, items in held.items():
                    self.mapped.setdefault(pk, set()).update(items)

    def told_of(self) -> set[int]:
        """The territories that some provider holds something about."""
        return {pk for _, held in self.numbers for pk, number in held.items() if number}

    def row(self, territory: Territory) -> Row:
        counted = ((provider.label, held.get(territory.pk, 0)) for provider, held in self.numbers)
        return Row(territory, tuple((label, number) for label, number in counted if number))

    def number(self, provider: RelatedContent, territory: Territory) -> int:
        """How many items this provider holds about a territory and what lies in it."""
        return next(held.get(territory.pk, 0) for each, held in self.numbers if each.name == provider.name)
