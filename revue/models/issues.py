"""The revue's front page, and its issues."""

from typing import Any

from django.core.validators import MinValueValidator
from django.db import models
from django.http import HttpRequest, HttpResponse
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList, TabbedInterface
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.search import index

from nec_cms.body import BodyField
from nec_cms.models import Licence
from nec_cms.pages import SitePage
from nec_cms.palettes import PALETTE_CHOICES, palette_named
from nec_cms.typography import NO_BREAK
from revue import feeds, metadata, shelf
from revue.identifiers import validate_doi
from revue.models.articles import ArticlePage, neighbour
from revue.models.vocabulary import Contributor, Series
from revue.querysets import IssueManager


def palette_choices() -> list[tuple[str, str]]:
    """The palettes a cover may wear; a callable, so that no migration freezes them."""
    return PALETTE_CHOICES


class RevueIndexPage(RoutablePageMixin, SitePage):
    """« La revue »: the editorial project, the latest publications, every issue, and the feeds."""

    introduction = models.TextField("chapeau", blank=True, help_text="Ce qu’est la revue, en deux phrases.")
    body = BodyField(verbose_name="projet éditorial")

    parent_page_types = ["home.HomePage"]
    subpage_types = ["revue.IssuePage"]
    max_count = 1
    page_description = "La page d’entrée de la revue : projet éditorial, dernières publications, tous les numéros."

    content_panels = [*SitePage.content_panels, FieldPanel("introduction"), FieldPanel("body")]
    search_fields = [*SitePage.search_fields, index.SearchField("introduction"), index.SearchField("body")]

    class Meta:
        verbose_name = "page de la revue"

    def issues(self) -> Any:
        """Its public issues, the latest first."""
        return IssuePage.objects.child_of(self).published().latest_first()

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        issues = list(self.issues())
        context["latest"], context["recent"] = (issues[0] if issues else None), issues[1:5]
        context["articles"] = issues[0].articles().defer_streamfields() if issues else []
        context["shelves"] = shelf.by_series_and_year(issues)
        context["structured"] = metadata.periodical(self, issues)
        context["feeds"] = [
            {"title": f"{self.title}, flux {name}", "url": f"{self.get_url(request)}{kind.file_name}"}
            for name, kind in (("Atom", feeds.FullTextAtom), ("RSS", feeds.FullTextRss))
        ]
        return context

    @path("flux.atom/")
    def atom(self, request: HttpRequest) -> HttpResponse:
        """Served as `flux.atom`: Wagtail's routing adds the slash."""
        return feeds.respond(request, self, feeds.FullTextAtom)

    @path("flux.rss/")
    def rss(self, request: HttpRequest) -> HttpResponse:
        return feeds.respond(request, self, feeds.FullTextRss)


class IssuePage(SitePage):
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
            ObjectList(SitePage.promote_panels, heading="Référencement"),
            ObjectList(SitePage.settings_panels, heading="Publication"),
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

    def articles(self) -> Any:
        """Its public articles, as they are read."""
        return ArticlePage.objects.child_of(self).live().public().in_reading_order()

    def around(self, article: ArticlePage) -> tuple[ArticlePage | None, ArticlePage | None]:
        """The articles read before and after this one."""
        return shelf.around(list(self.articles().defer_streamfields()), article)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        articles = list(self.articles().defer_streamfields().prefetch_related("authors__contributor"))
        context["parts"] = shelf.by_rubrique(articles)
        siblings = IssuePage.objects.sibling_of(self).published().filter(series=self.series).order_by("number")
        previous, following = shelf.around(list(siblings), self)
        context["before"] = previous and neighbour(previous, f"Numéro précédent · {previous.label}")
        context["after"] = following and neighbour(following, f"Numéro suivant · {following.label}")
        context["structured"] = metadata.issue(self, articles)
        return context
