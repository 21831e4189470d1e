"""Issues of the revue."""

from typing import Any

from django.core.validators import MinValueValidator
from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from wagtail.admin.panels import (
    CommentPanel,
    FieldPanel,
    FieldRowPanel,
    MultiFieldPanel,
    ObjectList,
    TabbedInterface,
)
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.search import index
from wagtail.url_routing import RouteResult

from nec_cms.body import BodyField
from nec_cms.models import Licence
from nec_cms.pages import SitePage
from nec_cms.palettes import PALETTE_CHOICES, palette_named
from nec_cms.typography import NO_BREAK
from revue import delivery, metadata, shelf
from revue.identifiers import validate_doi
from revue.models.articles import ArticlePage, neighbour
from revue.models.publication import Format, PublishedAsOne
from revue.models.vocabulary import Contributor, Series
from revue.querysets import IssueManager, typed_child


def palette_choices() -> list[tuple[str, str]]:
    """The palettes a cover may wear; a callable, so that no migration freezes them."""
    return PALETTE_CHOICES


class IssuePage(PublishedAsOne, RoutablePageMixin, SitePage):
    """One issue of a series. Its title is its theme; its articles are the pages under it."""

    series = models.ForeignKey(Series, verbose_name="série", on_delete=models.PROTECT, related_name="issues")
    number = models.PositiveSmallIntegerField("numéro", validators=[MinValueValidator(1)])
    season = models.CharField(
        "saison", max_length=40, help_text="Telle qu’on la lit sur la couverture : « automne 2023 »."
    )
    date = models.DateField("date de parution", help_text="Elle range les numéros ; la saison seule est affichée.")
    introduction = models.TextField(
        "présentation", max_length=400, blank=True, help_text="Une ou deux phrases, reprises dans les listes."
    )
    cover = models.ForeignKey(
        "nec_cms.SiteImage",
        verbose_name="couverture",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text="Sans image, la couverture est dessinée : le numéro, le motif et le thème.",
    )
    cover_alt = models.CharField(
        "texte de remplacement",
        max_length=255,
        blank=True,
        help_text="Ce que montre la couverture, pour qui ne la voit pas.",
    )
    palette = models.CharField(
        "couleurs de la couverture dessinée",
        max_length=12,
        blank=True,
        choices=palette_choices,
        help_text="Vide : tirées de l’adresse du numéro.",
    )
    body = BodyField(verbose_name="éditorial")
    signatory = models.ForeignKey(
        Contributor,
        verbose_name="signataire de l’éditorial",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="editorials",
    )
    signatory_role = models.CharField(
        "qualité", max_length=80, blank=True, help_text="Par exemple : rédactrice en chef."
    )
    licence = models.CharField("licence", max_length=20, choices=Licence, default=Licence.CC_BY_SA)
    credits = models.TextField("crédits", blank=True, help_text="Rédaction, maquette, photographies, impression…")
    printed_pdf = models.ForeignKey(
        "nec_cms.SiteDocument",
        verbose_name="PDF de la version imprimée",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    doi = models.CharField("DOI", max_length=120, blank=True, validators=[validate_doi])

    objects = IssueManager()

    preview_articles: list[ArticlePage] | None = None
    preview_url = ""

    parent_page_types = ["revue.RevueIndexPage"]
    subpage_types = ["revue.ArticlePage"]
    page_description = "Un numéro de la revue ou un carnet : couverture, éditorial, puis ses articles."

    edit_handler = TabbedInterface(
        [
            ObjectList(
                [
                    FieldPanel(
                        "title", heading="Thème du numéro", help_text="Ce que le numéro explore : il en est le titre."
                    ),
                    FieldRowPanel([FieldPanel("series"), FieldPanel("number")]),
                    FieldRowPanel([FieldPanel("season"), FieldPanel("date")]),
                    FieldPanel("introduction"),
                    FieldPanel("body"),
                    FieldRowPanel([FieldPanel("signatory"), FieldPanel("signatory_role")]),
                ],
                heading="Numéro",
            ),
            ObjectList(
                [
                    MultiFieldPanel(
                        [FieldPanel("cover"), FieldPanel("cover_alt"), FieldPanel("palette")], "Couverture"
                    ),
                    MultiFieldPanel(
                        [FieldPanel("printed_pdf"), FieldPanel("licence"), FieldPanel("doi"), FieldPanel("credits")],
                        "À emporter, mentions",
                    ),
                ],
                heading="Couverture et mentions",
            ),
            ObjectList([*SitePage.promote_panels, CommentPanel()], heading="Référencement"),
        ]
    )
    search_fields = [
        *SitePage.search_fields,
        index.SearchField("introduction", boost=2),
        index.SearchField("season"),
        index.SearchField("body"),
        index.FilterField("date"),
    ]

    class Meta:
        verbose_name = "numéro"
        verbose_name_plural = "numéros"
        constraints = [
            models.UniqueConstraint(
                fields=["series", "number"],
                name="issue_unique_number_in_series",
                violation_error_message="Ce numéro existe déjà dans cette série.",
            )
        ]

    @property
    def theme(self) -> str:
        """What the issue explores: its title."""
        return self.title

    @property
    def label(self) -> str:
        """« Revue n° 3 »."""
        return f"{self.series.issue_name} n°{NO_BREAK}{self.number}"

    @property
    def card_meta(self) -> str:
        """« Revue n° 3 · été 2024 »."""
        return f"{self.label} · {self.season}"

    @property
    def cover_palette(self) -> str:
        """The name of the palette that its drawn cover wears."""
        return palette_named(self.palette, self.slug).name

    def get_admin_display_title(self) -> str:
        return f"{self.label} · {super().get_admin_display_title()}"

    @property
    def address(self) -> str:
        """Where a reader finds it: its page, or its preview while it is being read before publication."""
        return self.preview_url or self.url

    @property
    def is_out(self) -> bool:
        return self.live

    def articles(self) -> Any:
        """Its public articles, as they are read."""
        return ArticlePage.objects.child_of(self).live().public().in_reading_order()

    def shown_articles(self) -> list[ArticlePage]:
        """The articles that its page lists: the public ones, or the drafts that a preview was given."""
        if self.preview_articles is not None:
            return self.preview_articles
        return list(self.articles().defer_streamfields().with_authors())

    def around(self, article: ArticlePage) -> tuple[ArticlePage | None, ArticlePage | None]:
        """The articles read before and after this one."""
        articles = self.preview_articles
        return shelf.around(list(self.articles().defer_streamfields()) if articles is None else articles, article)

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        """Its own files, then its articles, in one query. An issue that is not out hides what it holds."""
        if not self.live:
            raise Http404
        if path_components and "." not in path_components[0]:
            return typed_child(self, ArticlePage.objects.all(), path_components[0]).route(request, path_components[1:])
        return super().route(request, path_components)

    @path("numero.epub/")
    def epub(self, request: HttpRequest) -> HttpResponse:
        """Served as `numero.epub`: Wagtail's routing adds the slash."""
        return delivery.respond(request, self, Format.EPUB)

    @path("numero.pdf/")
    def pdf(self, request: HttpRequest) -> HttpResponse:
        """The printed version where there is one, otherwise the PDF made from the articles."""
        return delivery.respond(request, self, Format.PDF)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        articles = self.shown_articles()
        context["parts"] = shelf.by_rubrique(articles)
        siblings = IssuePage.objects.sibling_of(self).published().filter(series=self.series).order_by("number")
        previous, following = shelf.around(list(siblings), self)
        context["before"] = previous and neighbour(previous, f"Numéro précédent · {previous.label}")
        context["after"] = following and neighbour(following, f"Numéro suivant · {following.label}")
        context["files"] = delivery.offered(self)
        context["structured"] = metadata.issue(self, articles)
        return context
