"""The home page and free content pages (charter, guide, legal pages)."""

from django.db import models
from wagtail.admin.panels import FieldPanel
from wagtail.search import index

from nec_cms.body import BodyField
from nec_cms.pages import SitePage


class HomePage(SitePage):
    """The first page: one sentence, then blocks."""

    sentence = models.CharField("phrase d’ouverture", max_length=240, blank=True)
    body = BodyField()

    parent_page_types = ["wagtailcore.Page"]
    max_count = 1
    page_description = "La page d’accueil du site."

    content_panels = [*SitePage.content_panels, FieldPanel("sentence"), FieldPanel("body")]
    search_fields = [*SitePage.search_fields, index.SearchField("sentence"), index.SearchField("body")]

    class Meta:
        verbose_name = "accueil"


class ContentPage(SitePage):
    """A page of text: charter, guide, legal notice."""

    introduction = models.TextField("chapeau", blank=True)
    body = BodyField()
    updated_on = models.DateField("mise à jour du contenu", null=True, blank=True)

    parent_page_types = ["home.HomePage", "home.ContentPage"]
    subpage_types = ["home.ContentPage"]
    page_description = "Une page de texte : charte, guide, mentions légales…"

    content_panels = [
        *SitePage.content_panels,
        FieldPanel("introduction"),
        FieldPanel("body"),
        FieldPanel("updated_on"),
    ]
    search_fields = [*SitePage.search_fields, index.SearchField("introduction"), index.SearchField("body")]

    class Meta:
        verbose_name = "page de contenu"
        verbose_name_plural = "pages de contenu"
