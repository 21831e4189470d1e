"""The resources of the community: approved items of the incoming feeds, and what they say of a territory."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.core.paginator import Paginator
from django.db.models import Count, Model
from django.http import QueryDict

from community.filters import ResourceFilters
from community.models.feed import FeedItem, FeedItemQuerySet
from community.models.territory import Territory
from nec_cms.hooks import RelatedContent

PER_PAGE = 20


def approved(data: QueryDict) -> dict[str, Any]:
    """The page of resources: its filters and one page of items, the latest first."""
    form = ResourceFilters(data, among=FeedItem.objects.approved())
    form.is_valid()
    page = Paginator(form.apply().for_lists(), PER_PAGE).get_page(form.page_number)
    return {"form": form, "page_obj": page}


class TerritoryResources(RelatedContent):
    """The approved items of the feeds that speak of a territory."""

    name = "ressources"
    label = "Ressources"
    order = 110

    def model(self) -> type[Model]:
        return Territory

    def counts(self, objects: Iterable[Model]) -> Mapping[Any, int]:
        held = FeedItem.objects.approved().filter(feed__territory__in=[each.pk for each in objects]).order_by()
        return dict(held.values_list("feed__territory").annotate(Count("pk")))

    def items(self, instance: Model) -> FeedItemQuerySet:
        return FeedItem.objects.approved().filter(feed__territory=instance.pk).for_lists()
