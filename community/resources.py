"""The resources of the community: approved items of the incoming feeds, and what they say of a territory."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.db.models import Model
from django.http import QueryDict

from community.addresses import directory_url
from community.filters import ResourceFilters
from community.models.feed import FeedItem, FeedItemQuerySet
from community.related import TerritoryContent

PER_PAGE = 20


def approved(data: QueryDict) -> dict[str, Any]:
    """The page of resources: its filters and one page of items, the latest first."""
    form = ResourceFilters(data, among=FeedItem.objects.approved())
    form.is_valid()
    page = Paginator(form.apply().for_lists(), PER_PAGE).get_page(form.page_number)
    return {"form": form, "page_obj": page}


class TerritoryResources(TerritoryContent):
    """The approved items of the feeds that speak of a territory."""

    name = "ressources"
    label = "Ressources"
    order = 110
    relation = "feed__territory"

    def public(self) -> FeedItemQuerySet:
        return FeedItem.objects.approved().for_lists()

    def more(self, instance: Model) -> str:
        directory = directory_url()
        return f"{directory}ressources/?territoire={instance.slug}" if directory else ""
