"""What the section says about the objects of others: here, the pages about a territory, shown on its page."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models import Count, Model, QuerySet
from wagtail import hooks

from community.models import Territory
from nec_cms.hooks import RelatedContent
from nec_modele.models import ModelePage


class TerritoryPages(RelatedContent):
    name = "modele-tirets"
    label = "Modèle"
    order = 500

    def model(self) -> type[Model]:
        return Territory

    def counts(self, objects: Iterable[Model]) -> Mapping[Any, int]:
        rows = ModelePage.objects.live().public().filter(territory__in=list(objects)).values("territory")
        return {row["territory"]: row["count"] for row in rows.annotate(count=Count("pk")).order_by()}

    def items(self, instance: Model) -> QuerySet[ModelePage]:
        return ModelePage.objects.live().public().filter(territory=instance).order_by("title", "pk")


@hooks.register("register_related_content")
def territory_pages() -> RelatedContent:
    return TerritoryPages()
