"""Territories, organisations and themes."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.text import slugify
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.fields import RichTextField
from wagtail.search import index
from wagtail.snippets.models import register_snippet

from nec_cms.blocks import TEXT_FEATURES


class TerritoryKind(models.TextChoices):
    """The five groups under which the programme lists its territories."""

    COLLECTIVITE = "collectivite", "Collectivité"
    TERRITOIRE = "territoire", "Territoire"
    DEPARTEMENT = "departement", "Département"
    REGION = "region", "Région"
    OUTRE_MER = "outre-mer", "Département et région d’outre-mer"


class SluggedModel(models.Model):
    """A name and the slug that stands for it in addresses; an empty slug is made from the name."""

    name = models.CharField("nom", max_length=160)
    slug = models.SlugField(
        "identifiant dans l’adresse",
        max_length=160,
        unique=True,
        blank=True,
        help_text="Laissez vide : il est tiré du nom.",
    )

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.name

    def save(self, *args, **kwargs):
        self.slug = self.slug or slugify(self.name)[:160]
        super().save(*args, **kwargs)

    def full_clean(self, *args, **kwargs):
        self.slug = self.slug or slugify(self.name)[:160]
        super().full_clean(*args, **kwargs)


@register_snippet
class Territory(index.Indexed, SluggedModel):
    """A place that NEC speaks of: an administrative unit, or an area with a name of its own (no INSEE code)."""

    kind = models.CharField("type", max_length=12, choices=TerritoryKind)
    insee_code = models.CharField("code INSEE", max_length=9, blank=True, help_text="Facultatif : un pays n’en a pas.")
    parent = models.ForeignKey(
        "self",
        verbose_name="territoire parent",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="children",
    )
    latitude = models.DecimalField("latitude (degrés)", max_digits=8, decimal_places=5, null=True, blank=True)
    longitude = models.DecimalField("longitude (degrés)", max_digits=8, decimal_places=5, null=True, blank=True)
    introduction = RichTextField("présentation", blank=True, features=TEXT_FEATURES)

    panels = [
        FieldPanel("name"),
        FieldPanel("kind"),
        FieldRowPanel([FieldPanel("insee_code"), FieldPanel("parent")]),
        FieldRowPanel([FieldPanel("latitude"), FieldPanel("longitude")]),
        FieldPanel("introduction"),
        FieldPanel("slug"),
    ]
    search_fields = [
        index.SearchField("name", boost=5),
        index.AutocompleteField("name"),
        index.SearchField("introduction"),
        index.FilterField("kind"),
    ]

    class Meta:
        verbose_name = "territoire"
        verbose_name_plural = "territoires"
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "insee_code"],
                condition=~models.Q(insee_code=""),
                name="territory_unique_insee_code_by_kind",
            )
        ]

    def clean(self) -> None:
        above = self.parent
        while above is not None:
            if above.pk == self.pk and self.pk is not None:
                raise ValidationError({"parent": "Un territoire ne peut pas être son propre parent."})
            above = above.parent


class OrganisationKind(models.TextChoices):
    COLLECTIVITE = "collectivite", "Collectivité"
    ASSOCIATION = "association", "Association"
    ENTREPRISE = "entreprise", "Entreprise"
    COOPERATIVE = "cooperative", "Coopérative"
    ETAT = "etat", "État ou établissement public"
    ENSEIGNEMENT = "enseignement", "Enseignement et recherche"
    AUTRE = "autre", "Autre personne morale"


@register_snippet
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
    )
    url = models.URLField("site", blank=True)
    territory = models.ForeignKey(
        Territory,
        verbose_name="territoire",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="organisations",
    )

    panels = [
        FieldPanel("name"),
        FieldPanel("kind"),
        FieldPanel("logo"),
        FieldPanel("url"),
        FieldPanel("territory"),
        FieldPanel("slug"),
    ]
    search_fields = [index.SearchField("name", boost=5), index.AutocompleteField("name")]

    class Meta:
        verbose_name = "organisation"
        verbose_name_plural = "organisations"
        ordering = ["name"]


@register_snippet
class Theme(SluggedModel):
    """One of the programme's themes: a short controlled list, not free tags."""

    order = models.PositiveSmallIntegerField("ordre", default=0)

    panels = [FieldPanel("name"), FieldPanel("order"), FieldPanel("slug")]

    class Meta:
        verbose_name = "thème"
        verbose_name_plural = "thèmes"
        ordering = ["order", "name"]
