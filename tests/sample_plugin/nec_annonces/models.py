"""One page type: an advertisement, about a territory."""

from django.db import models
from wagtail.admin.panels import FieldPanel
from wagtail.search import index

from community.models import Territory
from nec_cms.body import BodyField
from nec_cms.pages import SitePage


class AnnoncePage(SitePage):
    summary = models.TextField("résumé", max_length=300)
    territory = models.ForeignKey(
        Territory, verbose_name="territoire", null=True, blank=True, on_delete=models.SET_NULL, related_name="annonces"
    )
    body = BodyField()

    parent_page_types = ["home.HomePage"]
    subpage_types: list[str] = []
    page_description = "Une petite annonce."

    content_panels = [
        *SitePage.content_panels,
        FieldPanel("summary"),
        FieldPanel("territory"),
        FieldPanel("body"),
    ]
    search_fields = [*SitePage.search_fields, index.SearchField("summary")]

    class Meta:
        verbose_name = "petite annonce"
