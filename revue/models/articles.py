"""Articles, and who signs them."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils.functional import cached_property
from modelcluster.contrib.taggit import ClusterTaggableManager
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from taggit.models import TaggedItemBase
from wagtail.admin.panels import (
    CommentPanel,
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    TabbedInterface,
)
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.models import Orderable
from wagtail.search import index

from community.models import Territory, Theme
from events.models import EventPage
from nec_cms.body import BodyField
from nec_cms.pages import SitePage
from revue import citation, metadata, notes, reading
from revue.labels import filed_under
from revue.models.publication import PublishedAsOne
from revue.models.vocabulary import Contributor
from revue.notes import NotesField
from revue.querysets import ArticleManager


class Rubrique(models.TextChoices):
    """The parts of an issue, in the order in which it is read."""

    EDITORIAL = "editorial", "Éditorial"
    DOSSIER = "dossier", "Dossier"
    ECLAIRAGES = "eclairages", "Éclairages"
    ENQUETES = "enquetes", "Enquêtes"
    INITIATIVES = "initiatives", "Initiatives"


class ArticleTag(TaggedItemBase):
    """A free tag on an article."""

    content_object = ParentalKey("revue.ArticlePage", on_delete=models.CASCADE, related_name="tagged_items")


class ArticlePage(PublishedAsOne, RoutablePageMixin, SitePage):
    """One article. Its issue is the page above it."""

    rubrique = models.CharField("rubrique", max_length=12, choices=Rubrique, default=Rubrique.DOSSIER)
    order = models.PositiveSmallIntegerField(
        "ordre", default=1, help_text="Place de l’article dans sa rubrique : 1 pour le premier."
    )
    standfirst = models.TextField(
        "chapeau",
        max_length=500,
        help_text="Deux phrases qui donnent envie de lire. Repris dans les listes et les flux.",
    )
    image = models.ForeignKey(
        "nec_cms.SiteImage",
        verbose_name="image d’ouverture",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    image_alt = models.CharField(
        "texte de remplacement",
        max_length=255,
        blank=True,
        help_text="Ce que montre l’image, pour qui ne la voit pas. Vide : l’image est décorative.",
    )
    image_caption = models.CharField("légende", max_length=255, blank=True)
    body = BodyField()
    notes = NotesField()
    reading_minutes = models.PositiveSmallIntegerField("durée de lecture (minutes)", default=1, editable=False)
    tags = ClusterTaggableManager(
        "étiquettes", through=ArticleTag, blank=True, help_text="Mots libres, séparés par des virgules."
    )
    themes = ParentalManyToManyField(Theme, verbose_name="thèmes", blank=True, related_name="articles")
    territories = ParentalManyToManyField(Territory, verbose_name="territoires", blank=True, related_name="articles")
    events = ParentalManyToManyField(
        EventPage,
        verbose_name="éditions",
        blank=True,
        related_name="articles",
        help_text="Les NEC dont l’article rend compte : il est annoncé sur leur page.",
    )

    objects = ArticleManager()
    preview_url = ""
    issue_label = ""
    """« Revue n° 3 », where the query asked for it: see `ArticleQuerySet.with_issue`."""

    parent_page_types = ["revue.IssuePage"]
    subpage_types: list[str] = []
    page_description = "Un article d’un numéro de la revue."

    edit_handler = TabbedInterface(
        [
            ObjectList(
                [
                    *SitePage.content_panels,
                    FieldRowPanel([FieldPanel("rubrique"), FieldPanel("order")]),
                    FieldPanel("standfirst"),
                    InlinePanel("authors", label="signature", heading="Signatures"),
                    FieldPanel("body"),
                    FieldPanel("notes"),
                ],
                heading="Texte",
            ),
            ObjectList(
                [
                    MultiFieldPanel(
                        [FieldPanel("image"), FieldPanel("image_alt"), FieldPanel("image_caption")], "Image d’ouverture"
                    )
                ],
                heading="Image",
            ),
            ObjectList(
                [FieldPanel("tags"), FieldPanel("themes"), FieldPanel("territories"), FieldPanel("events")],
                heading="Classement",
            ),
            ObjectList([*SitePage.promote_panels, CommentPanel()], heading="Référencement"),
        ]
    )
    search_fields = [
        *SitePage.search_fields,
        index.SearchField("standfirst", boost=2),
        index.SearchField("body"),
        index.RelatedFields("tags", [index.SearchField("name", boost=2)]),
        index.RelatedFields("authors", [index.RelatedFields("contributor", [index.SearchField("name")])]),
        index.FilterField("rubrique"),
    ]

    class Meta:
        verbose_name = "article"
        verbose_name_plural = "articles"

    @cached_property
    def issue(self) -> Any:
        """The issue that holds the article."""
        return self.get_parent().specific

    @property
    def card_meta(self) -> str:
        """« Revue n° 3 · Dossier », or « Article · Dossier » where the query did not ask for the issue."""
        return f"{self.issue_label or 'Article'} · {self.get_rubrique_display()}"

    def full_clean(self, *args: Any, **kwargs: Any) -> None:
        self._count_minutes()
        super().full_clean(*args, **kwargs)

    def save(self, *args: Any, **kwargs: Any) -> None:
        self._count_minutes()
        super().save(*args, **kwargs)

    def _count_minutes(self) -> None:
        texts = self.body.stream_block.get_searchable_content(self.body)
        self.reading_minutes = reading.minutes([self.standfirst, *map(str, texts)])

    def clean(self) -> None:
        super().clean()
        if self.image_alt and self.image is None:
            raise ValidationError({"image": "Choisissez l’image que ce texte remplace, ou videz-le."})
        if mismatches := notes.mismatches(self.body, len(self.notes)):
            raise ValidationError({"notes": mismatches})

    @property
    def is_out(self) -> bool:
        return self.issue.live

    @property
    def address(self) -> str:
        """Where a reader finds it: its page, or its preview while its issue is being read before publication."""
        return self.preview_url or self.url

    def signatures(self) -> list["Authorship"]:
        """Who signs it, in order, contributors included, in one query."""
        return list(self.authors.select_related("contributor"))

    @path("citation.bib/")
    def bibtex(self, request: HttpRequest) -> HttpResponse:
        """Served as `citation.bib`: Wagtail's routing adds the slash."""
        return citation.respond(citation.of(self, self.signatures()), "bib")

    @path("citation.ris/")
    def ris(self, request: HttpRequest) -> HttpResponse:
        return citation.respond(citation.of(self, self.signatures()), "ris")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        context["issue"] = self.issue
        previous, following = self.issue.around(self)
        context["before"] = previous and neighbour(previous, "Article précédent")
        context["after"] = following and neighbour(following, "Article suivant")
        signatures = self.signatures()
        labels = filed_under(self, self.issue.get_parent().get_url(request) or "")
        context |= {"signatures": signatures, **labels}
        context["editions"] = self.events.live().order_by("-start_date", "title")
        context["text"] = notes.web(self, {"request": request, "page": self})
        cited = citation.of(self, signatures)
        context["citation"], context["highwire"] = cited, citation.highwire(cited)
        context["structured"] = metadata.article(self, signatures, labels["tags"])
        return context


def neighbour(page: SitePage, kicker: str) -> dict[str, str]:
    """A page before or after another one, for the component `turns.html`."""
    return {"url": page.address, "kicker": kicker, "title": page.title}


class Authorship(Orderable):
    """An author of an article, in the order of signature."""

    article = ParentalKey(ArticlePage, on_delete=models.CASCADE, related_name="authors")
    contributor = models.ForeignKey(
        Contributor, verbose_name="autrice ou auteur", on_delete=models.PROTECT, related_name="authorships"
    )
    role = models.CharField(
        "rôle", max_length=80, blank=True, help_text="Par exemple : texte, entretien, photographies."
    )

    organisation = models.CharField(
        "organisation",
        max_length=160,
        blank=True,
        help_text="Au moment d’écrire. Vide\u00a0: celle de sa fiche.",
    )

    class Meta(Orderable.Meta):
        verbose_name = "signature"

    @property
    def affiliation(self) -> str:
        """The organisation that the signature shows."""
        return self.organisation or self.contributor.organisation
