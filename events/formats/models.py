"""Partner format offers: ready-made sessions that a NEC local can book."""

from django.db import models
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel
from wagtail.search import index

from community.models import Organisation, Theme
from nec_cms.body import BodyField
from nec_cms.pages import SitePage


class FormatIndexPage(SitePage):
    """The catalogue of formats."""

    introduction = models.TextField("introduction", blank=True)
    body = BodyField()

    parent_page_types = ["home.HomePage"]
    subpage_types = ["formats.FormatPage"]
    max_count = 1
    page_description = "Le catalogue des formats proposés par les partenaires."

    content_panels = [*SitePage.content_panels, FieldPanel("introduction"), FieldPanel("body")]
    search_fields = [*SitePage.search_fields, index.SearchField("introduction"), index.SearchField("body")]

    class Meta:
        verbose_name = "catalogue des formats"


class SessionKind(models.TextChoices):
    WORKSHOP = "atelier", "Atelier"
    TALK = "conference", "Conférence"
    ROUND_TABLE = "table-ronde", "Table ronde"
    EXHIBITION = "exposition", "Exposition"
    GAME = "jeu", "Jeu"
    FILM = "projection", "Projection"
    OTHER = "autre", "Autre"


class FormatPage(SitePage):
    """What a partner offers, what it takes and what it gives."""

    partner = models.ForeignKey(
        Organisation, verbose_name="partenaire", null=True, on_delete=models.PROTECT, related_name="formats"
    )
    summary = models.TextField("résumé", max_length=400)
    session_kind = models.CharField("forme", max_length=12, choices=SessionKind, default=SessionKind.WORKSHOP)
    duration = models.PositiveSmallIntegerField("durée (minutes)", default=90)
    audience = models.CharField("public", max_length=200, blank=True)
    group_size = models.CharField("jauge", max_length=60, blank=True, help_text="Par exemple : 12 à 20 personnes.")
    needs = models.TextField("salle et matériel", blank=True)
    cost = models.CharField("coût pour le porteur", max_length=120, blank=True, help_text="Vide : sans frais annoncés.")
    themes = ParentalManyToManyField(Theme, verbose_name="thèmes", blank=True, related_name="formats")
    body = BodyField()

    parent_page_types = ["formats.FormatIndexPage"]
    subpage_types: list[str] = []
    page_description = "Un format de session proposé par un partenaire."

    content_panels = [
        *SitePage.content_panels,
        FieldPanel("partner"),
        FieldPanel("summary"),
        FieldRowPanel([FieldPanel("session_kind"), FieldPanel("duration")]),
        FieldRowPanel([FieldPanel("audience"), FieldPanel("group_size")]),
        FieldPanel("needs"),
        FieldPanel("cost"),
        FieldPanel("themes"),
        InlinePanel("seasons", heading="Saisons où il est proposé", label="saison"),
        FieldPanel("body"),
    ]
    search_fields = [*SitePage.search_fields, index.SearchField("summary"), index.SearchField("body")]

    class Meta:
        verbose_name = "format partenaire"
        verbose_name_plural = "formats partenaires"


class FormatSeason(models.Model):
    """A year in which a format is offered."""

    page = ParentalKey(FormatPage, on_delete=models.CASCADE, related_name="seasons")
    year = models.PositiveSmallIntegerField("année")

    panels = [FieldPanel("year")]

    class Meta:
        verbose_name = "saison"
        ordering = ["-year"]
        constraints = [models.UniqueConstraint(fields=["page", "year"], name="format_offered_once_a_season")]

    def __str__(self) -> str:
        return str(self.year)
