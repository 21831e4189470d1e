"""The formats of a season, in any page's body."""

from datetime import datetime
from typing import Any

from django.utils import timezone
from wagtail import blocks

from events.formats.models import FormatIndexPage, FormatPage


class SeasonFormatsBlock(blocks.StructBlock):
    title = blocks.CharBlock(label="titre", max_length=120, help_text="Le titre de la partie.")
    introduction = blocks.TextBlock(
        label="introduction", required=False, help_text="Une ou deux phrases sous le titre."
    )
    season = blocks.IntegerBlock(
        label="saison",
        required=False,
        min_value=2018,
        max_value=2100,
        help_text="Une année. Vide\u00a0: l’année en cours.",
    )
    number = blocks.IntegerBlock(label="nombre", default=6, min_value=1, max_value=24, help_text="Combien en montrer.")

    class Meta:
        icon = "clipboard-list"
        label = "Formats de la saison"
        description = "Les formats que des partenaires proposent cette année, avec un lien vers le catalogue."
        template = "formats/blocks/season_formats.html"
        preview_value = {"title": "Formats de la saison", "introduction": "", "season": None, "number": 3}

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        context = super().get_context(value, parent_context)
        now: datetime = context.get("now") or timezone.now()
        season = value["season"] or now.year
        formats = FormatPage.objects.published().offered_in([season])
        index = FormatIndexPage.objects.live().first()
        return context | {
            "season": season,
            "formats": list(formats.for_lists()[: value["number"]]),
            "catalogue_url": index.url if index else "",
        }
