"""The programme's themes."""

from django.db import models
from wagtail.admin.panels import FieldPanel

from community.models.slugged import SluggedModel


class Theme(SluggedModel):
    """One of the programme's themes: a short controlled list, not free tags."""

    order = models.PositiveSmallIntegerField(
        "ordre", default=0, help_text="Les thèmes s’affichent du plus petit au plus grand."
    )

    panels = [FieldPanel("name"), FieldPanel("order"), FieldPanel("slug")]

    class Meta:
        verbose_name = "thème"
        verbose_name_plural = "thèmes"
        ordering = ["order", "name"]
