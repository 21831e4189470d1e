"""Series that issues are numbered in, and the people who write."""

from django.db import models
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.search import index

from community.models import SluggedModel
from revue.identifiers import validate_issn


class Series(SluggedModel):
    """A line of issues with a numbering of its own: the Revue, the Carnets."""

    issue_name = models.CharField(
        "nom d’un numéro", max_length=40, help_text="Au singulier, tel qu’il précède le numéro : « Revue », « Carnet »."
    )
    issn = models.CharField(
        "ISSN", max_length=9, blank=True, validators=[validate_issn], help_text="Facultatif, par exemple 1234-5679."
    )
    description = models.TextField(
        "présentation", blank=True, help_text="Une ou deux phrases, affichées en tête de série."
    )
    order = models.PositiveSmallIntegerField(
        "ordre", default=0, help_text="La plus petite valeur est affichée d’abord."
    )

    panels = [
        FieldPanel("name"),
        FieldPanel("issue_name"),
        FieldPanel("description"),
        FieldRowPanel([FieldPanel("issn"), FieldPanel("order")]),
        FieldPanel("slug"),
    ]

    class Meta:
        verbose_name = "série"
        verbose_name_plural = "séries"
        ordering = ["order", "name"]


class Contributor(index.Indexed, SluggedModel):
    """Someone who signs an article or an editorial."""

    organisation = models.CharField("organisation", max_length=160, blank=True)
    bio = models.TextField("présentation", max_length=600, blank=True, help_text="Deux ou trois phrases.")
    link = models.URLField("lien", blank=True, help_text="Page personnelle ou professionnelle.")

    panels = [
        FieldPanel("name"),
        FieldPanel("organisation"),
        FieldPanel("bio"),
        FieldPanel("link"),
        FieldPanel("slug"),
    ]
    search_fields = [
        index.SearchField("name", boost=5),
        index.AutocompleteField("name"),
        index.SearchField("organisation"),
    ]

    class Meta:
        verbose_name = "autrice ou auteur"
        verbose_name_plural = "autrices et auteurs"
        ordering = ["name"]
