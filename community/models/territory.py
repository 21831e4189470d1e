"""Territories: the places that NEC speaks of."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from functools import reduce
from operator import or_

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import RichTextField
from wagtail.search import index

from community.addresses import directory_url
from community.models.slugged import SluggedModel
from nec_cms.blocks import TEXT_FEATURES
from nec_cms.folding import fold, search_words

RESERVED_SLUGS = {"ressources"}
"""Segments that the directory keeps for its own pages."""

DEPTH = 4
"""Levels that lie in one another at most: a région, a département, an intercommunalité, a commune."""


class TerritoryKind(models.TextChoices):
    """The five groups under which the programme lists its territories."""

    COLLECTIVITE = "collectivite", "Collectivité"
    TERRITOIRE = "territoire", "Territoire"
    DEPARTEMENT = "departement", "Département"
    REGION = "region", "Région"
    OUTRE_MER = "outre-mer", "Département et région d’outre-mer"


class TerritoryQuerySet(models.QuerySet["Territory"]):
    """Questions about many territories."""

    def matching(self, query: str) -> TerritoryQuerySet:
        """Whose name or code holds each word of `query` at the start of a word; accents, case and plurals aside."""
        found = self
        for word in search_words(query):
            found = found.filter(folded__contains=f" {word}")
        return found

    def within(self, slugs: Collection[str]) -> TerritoryQuerySet:
        """The territories `slugs` and all that lies in them, over `DEPTH` levels."""
        steps = ["__".join(["parent"] * step + ["slug__in"]) for step in range(DEPTH)]
        return self.filter(reduce(or_, (models.Q(**{step: slugs}) for step in steps)))

    def of_kinds(self, kinds: Iterable[str]) -> TerritoryQuerySet:
        return self.filter(kind__in=list(kinds))

    def regions(self) -> TerritoryQuerySet:
        """The 18 régions, the five overseas ones among them."""
        return self.of_kinds([TerritoryKind.REGION, TerritoryKind.OUTRE_MER])

    def for_lists(self) -> TerritoryQuerySet:
        """With the two levels above, without the long text."""
        return self.select_related("parent__parent").defer(
            "introduction", "parent__introduction", "parent__parent__introduction"
        )


class Territory(index.Indexed, SluggedModel):
    """A place that NEC speaks of: an administrative unit, or an area with a name of its own (no INSEE code)."""

    kind = models.CharField("type", max_length=12, choices=TerritoryKind)
    insee_code = models.CharField(
        "code INSEE",
        max_length=9,
        blank=True,
        help_text="Facultatif\u00a0: un pays n’en a pas. Pour une intercommunalité, son numéro SIREN.",
    )
    parent = models.ForeignKey(
        "self",
        verbose_name="territoire parent",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="children",
        help_text="Le département d’une commune, la région d’un département. Vide pour une région ou l’outre-mer.",
    )
    latitude = models.DecimalField(
        "latitude (degrés)",
        max_digits=8,
        decimal_places=5,
        null=True,
        blank=True,
        validators=[MinValueValidator(-90), MaxValueValidator(90)],
    )
    longitude = models.DecimalField(
        "longitude (degrés)",
        max_digits=8,
        decimal_places=5,
        null=True,
        blank=True,
        validators=[MinValueValidator(-180), MaxValueValidator(180)],
    )
    introduction = RichTextField(
        "présentation",
        blank=True,
        features=TEXT_FEATURES,
        help_text="Quelques phrases\u00a0: ce territoire et son histoire avec NEC.",
    )
    folded = models.CharField(max_length=200, blank=True, editable=False, db_default="")

    objects = TerritoryQuerySet.as_manager()

    panels = [
        FieldPanel("name"),
        FieldRowPanel([FieldPanel("kind"), FieldPanel("insee_code")]),
        FieldPanel("parent"),
        FieldPanel("introduction"),
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("latitude"), FieldPanel("longitude")]), FieldPanel("slug")],
            heading="Situation et adresse",
            classname="collapsed",
        ),
    ]
    search_fields = [
        index.SearchField("name", boost=5),
        index.AutocompleteField("name"),
        index.SearchField("introduction"),
        index.SearchField("insee_code"),
        index.FilterField("kind"),
        index.FilterField("parent"),
    ]

    class Meta:
        verbose_name = "territoire"
        verbose_name_plural = "territoires"
        ordering = ["folded"]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "insee_code"],
                condition=~models.Q(insee_code=""),
                name="territory_unique_insee_code_by_kind",
                violation_error_message="Un territoire de ce type porte déjà ce code INSEE.",
            )
        ]

    def save(self, *args, **kwargs):
        self.folded = f" {fold(f'{self.name} {self.insee_code}')}"
        super().save(*args, **kwargs)

    def clean(self) -> None:
        if self.slug in RESERVED_SLUGS:
            raise ValidationError({"slug": "Cet identifiant est celui d’une page de l’annuaire."})
        if (self.latitude is None) != (self.longitude is None):
            raise ValidationError({"longitude": "Indiquez la latitude et la longitude, ou aucune des deux."})
        above = self.parent
        while above is not None:
            if above.pk == self.pk and self.pk is not None:
                raise ValidationError({"parent": "Un territoire ne peut pas être son propre parent."})
            above = above.parent
        if len(self.lineage()) > DEPTH:
            raise ValidationError({"parent": f"Ce serait un {DEPTH + 1}e niveau\u00a0: l’annuaire en compte {DEPTH}."})

    def lineage(self) -> list[Territory]:
        """Itself, then what it lies in, the largest last."""
        found = [self]
        while (above := found[-1].parent) is not None and above not in found:
            found.append(above)
        return found

    @property
    def region(self) -> Territory | None:
        """The région it is or lies in, None for an area without parent."""
        regional = (TerritoryKind.REGION, TerritoryKind.OUTRE_MER)
        return next((each for each in self.lineage() if each.kind in regional), None)

    @property
    def departement(self) -> Territory | None:
        """The département it is or lies in; None for a région, or for an area that spreads over several."""
        local = (TerritoryKind.DEPARTEMENT, TerritoryKind.OUTRE_MER)
        return next((each for each in self.lineage() if each.kind in local), None)

    def get_absolute_url(self) -> str:
        """Its page in the directory; empty where the site has no directory."""
        directory = directory_url()
        return f"{directory}{self.slug}/" if directory else ""

    # What a page shows and a list of several kinds reads, so that a territory can stand where a page does.
    card_template = "community/cards/territory.html"

    @property
    def title(self) -> str:
        return self.name

    @property
    def url(self) -> str:
        return self.get_absolute_url()

    @property
    def kind_label(self) -> str:
        return self.get_kind_display()
