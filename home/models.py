"""The home page and free content pages (charter, guide, legal pages)."""

import re

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel, PageChooserPanel
from wagtail.models import Orderable, Page
from wagtail.search import index

from nec_cms.body import BodyField
from nec_cms.pages import SitePage
from nec_cms.typography import NO_BREAK


class HomePage(SitePage):
    """The first page: the name, one sentence, two actions, then blocks, many of them brought by plugins."""

    sentence = models.CharField(
        "phrase d’ouverture", max_length=240, blank=True, help_text="Ce qu’est le programme, en une phrase."
    )
    body = BodyField()

    parent_page_types = ["wagtailcore.Page"]
    max_count = 1
    page_description = "La page d’accueil du site : une phrase, deux actions, puis des blocs."

    content_panels = [
        *SitePage.content_panels,
        FieldPanel("sentence"),
        InlinePanel("actions", label="action", heading="Actions de l’ouverture", max_num=2),
        FieldPanel("body"),
    ]
    search_fields = [*SitePage.search_fields, index.SearchField("sentence"), index.SearchField("body")]

    class Meta:
        verbose_name = "accueil"

    @property
    def name_parts(self) -> tuple[str, str]:
        """("Numérique en Commun", "s") for `Numérique en Commun[s]`, its last space unbreakable.

        (title, "") where the title does not end in brackets.
        """
        match = re.fullmatch(r"(.+)\[([^\[\]]+)\]", self.title)
        if match is None:
            return self.title, ""
        first, space, last = match[1].rpartition(" ")
        return f"{first}{NO_BREAK if space else ''}{last}", match[2]


class HomeAction(Orderable):
    """One of the two things that the opening of the home page proposes."""

    home = ParentalKey(HomePage, on_delete=models.CASCADE, related_name="actions")
    label = models.CharField("intitulé", max_length=60)
    page = models.ForeignKey(
        Page, verbose_name="page", null=True, blank=True, on_delete=models.CASCADE, related_name="+"
    )
    address = models.CharField(
        "ou adresse",
        max_length=200,
        blank=True,
        validators=[
            RegexValidator(
                r"^(/(?!/)|https?://)", "Une adresse commence par « / » (sur ce site) ou par « https:// » (ailleurs)."
            )
        ],
        help_text="Sur ce site, par exemple « /candidature/ ».",
    )

    panels = [FieldPanel("label"), PageChooserPanel("page"), FieldPanel("address")]

    class Meta(Orderable.Meta):
        verbose_name = "action"

    def clean(self) -> None:
        if bool(self.page_id) == bool(self.address):
            raise ValidationError({"address": "Choisissez une page ou donnez une adresse, l’une des deux."})

    @property
    def url(self) -> str:
        """Where the action leads; empty where its page is no longer public."""
        if self.page is None:
            return self.address
        return self.page.url or "" if self.page.live else ""


class ContentPage(SitePage):
    """A page of text: charter, guide, legal notice. Pages may stand under it."""

    introduction = models.TextField(
        "chapeau", blank=True, help_text="Une ou deux phrases : à qui la page s’adresse et ce qu’elle apporte."
    )
    body = BodyField()
    updated_on = models.DateField(
        "mise à jour du contenu",
        null=True,
        blank=True,
        help_text="Affichée en bas de page. Changez-la quand le fond change, pas pour une coquille.",
    )

    parent_page_types = ["home.HomePage", "home.ContentPage"]
    subpage_types = ["home.ContentPage"]
    page_description = "Une page de texte : charte, guide, mentions légales…"

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

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        children = ContentPage.objects.child_of(self).live().public()
        context["children"] = [{"url": page.get_url(request), "label": page.title} for page in children]
        return context
