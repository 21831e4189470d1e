"""A block that any page's body may hold."""

from typing import Any

from wagtail import blocks


class LatestModeleBlock(blocks.StructBlock):
    count = blocks.IntegerBlock(label="nombre", min_value=1, max_value=12, default=3)

    class Meta:
        icon = "list-ul"
        label = "Modèle : les dernières pages"
        description = "Les pages les plus récentes de la section."
        template = "nec_modele/latest_block.html"
        preview_value = {"count": 3}

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        from nec_modele.models import ModelePage  # blocks are built before the models are loaded

        context = super().get_context(value, parent_context)
        pages = ModelePage.objects.live().public().select_related("territory").order_by("-first_published_at", "title")
        context["pages"] = pages[: value["count"]]
        return context
