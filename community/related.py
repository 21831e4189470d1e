"""What plugins say of territories, counted up to the départements and régions."""

from __future__ import annotations

from abc import abstractmethod
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.db.models import Model, QuerySet, Value

from community.models.territory import Territory
from nec_cms.hooks import RelatedContent
from nec_cms.remembered import remembered


class TerritoryContent(RelatedContent):
    """Base of the providers about territories: what is about a town is about its département and its région too.

    A subclass gives `public`, and `relation`: the field (or path) of its items that leads to territories.
    """

    relation: str = "territories"

    @abstractmethod
    def public(self) -> QuerySet[Any]:
        """What anyone may read, in the order of display, with what a list shows."""

    def model(self) -> type[Model]:
        return Territory

    def kept_as(self) -> str:
        """A name under which its pairs may be kept until a page of the site changes; empty where they may not.

        Where they change with the clock, the name does too.
        """
        return ""

    def pairs(self, objects: Iterable[Any] | None = None) -> QuerySet[Any]:
        if objects is None:
            tied = {f"{self.relation}__isnull": False}
        else:
            tied = {f"{self.relation}__in": [each.pk for each in objects]}
        # Once each by the set: an order or a join of the list would only cost
        return self.public().order_by().filter(**tied).values_list(self.relation, "pk")

    def counts(self, objects: Iterable[Model]) -> Mapping[Any, int]:
        return Counter(territory for territory, _ in set(self.pairs(objects)))

    def items(self, instance: Territory) -> QuerySet[Any]:
        tied = {f"{self.relation}__in": Territory.objects.within([instance.slug]).values("pk")}
        public = self.public()
        return public.filter(pk__in=public.model.objects.filter(**tied).order_by().values("pk"))


def grouped(pairs: Iterable[tuple[Any, Any]]) -> dict[Any, set[Any]]:
    """Territory -> the items about it, without those about what lies in it."""
    held: dict[Any, set[Any]] = {}
    for territory, item in pairs:
        if territory in held:
            held[territory].add(item)
        else:
            held[territory] = {item}
    return held


def items_by_territory(
    providers: Iterable[TerritoryContent], among: Iterable[Any] | None = None
) -> dict[str, dict[Any, set[Any]]]:
    """Name of each provider -> `grouped` pairs: one query for all of them, but for those kept from an earlier one.

    What is kept is about any territory, and not only about those of `among`.
    """
    facts = {each.name: name for each in providers if (name := each.kept_as())}
    told = _asked([each for each in providers if each.name not in facts], among)
    if facts:
        kept = [each for each in providers if each.name in facts]
        told |= remembered("community:" + ";".join(sorted(facts.values())), lambda: _asked(kept, None))
    return told


def _asked(providers: Sequence[TerritoryContent], among: Iterable[Any] | None) -> dict[str, dict[Any, set[Any]]]:
    asked = [each.pairs(among).annotate(provider=Value(rank)) for rank, each in enumerate(providers)]
    rows = asked[0].union(*asked[1:], all=True) if asked else ()
    told: list[list[tuple[Any, Any]]] = [[] for _ in providers]
    for territory, item, rank in rows:
        told[rank].append((territory, item))
    return {each.name: grouped(pairs) for each, pairs in zip(providers, told, strict=True)}
