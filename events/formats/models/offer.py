"""Partner format offers: ready-made sessions that a NEC local can book."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel
from wagtail.search import index

from community.models import Organisation, Theme
from events.formats import selection
from events.formats.durations import duration
from events.formats.querysets import FormatManager
from nec_cms.body import BodyField
from nec_cms.folding import fold
from nec_cms.hooks import related_content
from nec_cms.pages import SitePage

SELECTION = "selection"
"""The address of the selection, which would hide an offer of that name."""

EDITIONS = 12
"""How many editions that used it an offer's page lists at most."""


def lines(text: str) -> list[str]:
    """The lines of a text that hold something."""
    return [line.strip() for line in text.splitlines() if line.strip()]


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
        Organisation,
        verbose_name="partenaire",
        null=True,
        on_delete=models.PROTECT,
        related_name="formats",
        help_text="L’organisation qui propose le format.",
    )
    summary = models.TextField("résumé", max_length=400, help_text="Ce qui s’y passe, en une ou deux phrases.")
    session_kind = models.CharField(
        "forme", max_length=12, choices=SessionKind, default=SessionKind.WORKSHOP, help_text="Ce que vit le public."
    )
    duration = models.PositiveSmallIntegerField(
        "durée (minutes)", default=90, help_text="De l’accueil à la clôture, sans l’installation."
    )
    audience = models.CharField("public", max_length=200, blank=True, help_text="Pour qui le format est fait.")
    group_size = models.CharField("jauge", max_length=60, blank=True, help_text="Par exemple\u00a0: 12 à 20 personnes.")
    needs = models.TextField("salle et matériel", blank=True, help_text="Un besoin par ligne.")
    gives = models.TextField("ce que le partenaire apporte", blank=True, help_text="Un apport par ligne.")
    cost = models.CharField(
        "coût pour le porteur", max_length=120, blank=True, help_text="Vide\u00a0: sans frais annoncés."
    )
    themes = ParentalManyToManyField(
        Theme,
        verbose_name="thèmes",
        blank=True,
        related_name="formats",
        help_text="Ils servent de filtres dans le catalogue.",
    )
    body = BodyField(help_text="Le déroulé, des images, des liens.")
    folded = models.TextField(editable=False, blank=True, default="")
    """Title, summary and audience without case or accents: what the catalogue's search looks into."""

    parent_page_types = ["formats.FormatIndexPage"]
    subpage_types: list[str] = []
    page_description = "Un format de session proposé par un partenaire."

    objects = FormatManager()

    content_panels = [
        *SitePage.content_panels,
        FieldPanel("partner"),
        FieldPanel("summary"),
        FieldRowPanel([FieldPanel("session_kind"), FieldPanel("duration")]),
        FieldRowPanel([FieldPanel("audience"), FieldPanel("group_size")]),
        FieldPanel("needs"),
        FieldPanel("gives"),
        FieldPanel("cost"),
        FieldPanel("themes", widget=forms.CheckboxSelectMultiple),
        InlinePanel("seasons", heading="Saisons où il est proposé", label="saison", min_num=1),
        FieldPanel("body"),
    ]
    search_fields = [
        *SitePage.search_fields,
        index.SearchField("summary"),
        index.SearchField("audience"),
        index.SearchField("body"),
        index.RelatedFields("partner", [index.SearchField("name")]),
    ]

    class Meta:
        verbose_name = "format partenaire"
        verbose_name_plural = "formats partenaires"

    @property
    def duration_text(self) -> str:
        """« 1 h 30 »."""
        return duration(self.duration)

    @property
    def latest_season(self) -> int | None:
        """The last year it is offered in; read from the list's annotation where there is one."""
        if not hasattr(self, "last_season"):
            self.last_season = max((season.year for season in self.seasons.all()), default=None)
        return self.last_season

    @property
    def archived(self) -> bool:
        """Whether no season of this year or later offers it: it stays readable, and is marked."""
        return (self.latest_season or 0) < timezone.localdate().year

    @property
    def season_text(self) -> str:
        """The last year it is offered in, as a text; empty where none is stated."""
        return str(self.latest_season or "")

    @property
    def needs_lines(self) -> list[str]:
        return lines(self.needs)

    @property
    def gives_lines(self) -> list[str]:
        return lines(self.gives)

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.folded = fold(" ".join((self.title, self.summary, self.audience)))
        super().save(*args, **kwargs)

    def clean(self) -> None:
        super().clean()
        if self.slug == SELECTION:
            raise ValidationError({"slug": "Cette adresse est celle de la sélection\u00a0: choisissez-en une autre."})

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        found = [(provider.label, list(provider.items(self)[:EDITIONS])) for provider in related_content(FormatPage)]
        context["related"] = [{"label": label, "items": items} for label, items in found if items]
        context["seasons"] = list(self.seasons.all())
        chosen = selection.selected(request.GET)
        context["offer"] = selection.offer(self, chosen, self.url)
        catalogue = self.get_parent().specific
        context["catalogue_url"] = selection.with_query(catalogue.url, chosen.query)
        return context | catalogue.selection_context(chosen)


class FormatSeason(models.Model):
    """A year in which a format is offered."""

    page = ParentalKey(FormatPage, on_delete=models.CASCADE, related_name="seasons")
    year = models.PositiveSmallIntegerField("année", help_text="Par exemple 2026.")

    panels = [FieldPanel("year")]

    class Meta:
        verbose_name = "saison"
        ordering = ["-year"]
        constraints = [models.UniqueConstraint(fields=["page", "year"], name="format_offered_once_a_season")]

    def __str__(self) -> str:
        return str(self.year)
