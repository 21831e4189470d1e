"""One page type. Its body takes every block of the site, this plugin's included."""

from django.db import models
from wagtail.admin.panels import FieldPanel
from wagtail.search import index

from community.models import Territory
from nec_cms.body import BodyField
from nec_cms.pages import SitePage


class ModelePage(SitePage):
    summary = models.TextField("résumé", max_length=300, help_text="Une ou deux phrases, pour les listes.")
    territory = models.ForeignKey(
        Territory,
        verbose_name="territoire",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="nec_modele_pages",
        help_text="Le territoire dont parle la page, s’il y en a un.",
    )
    body = BodyField()

    parent_page_types = ["home.HomePage"]
    subpage_types: list[str] = []
    page_description = "Modèle : une page de la section."

    content_panels = [
        *SitePage.content_panels,
        FieldPanel("summary"),
        FieldPanel("territory"),
        FieldPanel("body"),
    ]
    search_fields = [*SitePage.search_fields, index.SearchField("summary"), index.SearchField("body")]

    class Meta:
        verbose_name = "modèle"
        verbose_name_plural = "modèles"
