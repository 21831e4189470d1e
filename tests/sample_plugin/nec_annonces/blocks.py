from typing import Any

from wagtail import blocks


class LatestAnnoncesBlock(blocks.StructBlock):
    count = blocks.IntegerBlock(label="nombre", min_value=1, max_value=10, default=3)

    class Meta:
        icon = "list-ul"
        label = "Dernières annonces"
        description = "Les annonces les plus récentes."
        template = "nec_annonces/latest_block.html"
        preview_value = {"count": 3}

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        from nec_annonces.models import AnnoncePage

        context = super().get_context(value, parent_context)
        context["annonces"] = AnnoncePage.objects.live().order_by("-first_published_at")[: value["count"]]
        return context
