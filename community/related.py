"""What plugins say of territories, counted up to the départements and régions."""

from __future__ import annotations

from abc import abstractmethod
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models import Model, QuerySet

from community.models.territory import Territory
from nec_cms.hooks import RelatedContent


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

    def pairs(self, objects: Iterable[Model] | None = None) -> Iterable[tuple[Any, Any]]:
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
        held = self.public().order_by().filter(**tied).values("pk")
        return self.public().filter(pk__in=held)
