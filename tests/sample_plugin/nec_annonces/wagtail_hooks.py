from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models import Count, Model, QuerySet
from wagtail import hooks

from community.models import Territory
from nec_annonces import kit  # noqa: F401  (registers its template)
from nec_annonces.models import AnnoncePage
from nec_cms.hooks import RelatedContent


class TerritoryAnnonces(RelatedContent):
    name = "annonces"
    label = "Petites annonces"
    order = 500

    def model(self) -> type[Model]:
        return Territory

    def counts(self, objects: Iterable[Model]) -> Mapping[Any, int]:
        rows = AnnoncePage.objects.live().filter(territory__in=list(objects)).values("territory")
        return {row["territory"]: row["count"] for row in rows.annotate(count=Count("pk")).order_by()}

    def items(self, instance: Model) -> QuerySet[AnnoncePage]:
        return AnnoncePage.objects.live().filter(territory=instance).order_by("title")


@hooks.register("register_related_content")
def territory_annonces() -> RelatedContent:
    return TerritoryAnnonces()
