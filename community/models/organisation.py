"""Organisations: who organises, offers, publishes."""

from django.db import models
from wagtail.admin.panels import FieldPanel
from wagtail.search import index

from community.models.slugged import SluggedModel
from community.models.territory import Territory


class OrganisationKind(models.TextChoices):
    COLLECTIVITE = "collectivite", "Collectivité"
    ASSOCIATION = "association", "Association"
    ENTREPRISE = "entreprise", "Entreprise"
    COOPERATIVE = "cooperative", "Coopérative"
    ETAT = "etat", "État ou établissement public"
    ENSEIGNEMENT = "enseignement", "Enseignement et recherche"
    AUTRE = "autre", "Autre personne morale"


class Organisation(index.Indexed, SluggedModel):
    """A legal person: organiser of an event, partner that offers a format, publisher of a feed."""

    kind = models.CharField("nature", max_length=12, choices=OrganisationKind, default=OrganisationKind.AUTRE)
    logo = models.ForeignKey(
        "nec_cms.SiteImage",
        verbose_name="logo",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text="De préférence sur fond transparent\u00a0; il est affiché à côté du nom, jamais à sa place.",
    )
    url = models.URLField("site", blank=True, help_text="L’adresse complète, https compris.")
    territory = models.ForeignKey(
        Territory,
        verbose_name="territoire",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="organisations",
        help_text="Là où elle agit\u00a0: la page du territoire la cite. Vide pour une structure nationale.",
    )

    panels = [
        FieldPanel("name"),
        FieldPanel("kind"),
        FieldPanel("logo"),
        FieldPanel("url"),
        FieldPanel("territory"),
        FieldPanel("slug"),
    ]
    search_fields = [index.SearchField("name", boost=5), index.AutocompleteField("name"), index.FilterField("kind")]

    class Meta:
        verbose_name = "organisation"
        verbose_name_plural = "organisations"
        ordering = ["name"]
