"""The catalogue of formats, and under it the page of a selection."""

from typing import Any

from django.core.validators import RegexValidator
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.search import index

from events.formats import listing, selection
from nec_cms.body import BodyField
from nec_cms.pages import SitePage

ADDRESS = RegexValidator(
    r"^(/(?!/)|https?://)", "Indiquez une adresse qui commence par https://, ou un chemin du site qui commence par /."
)


class FormatIndexPage(RoutablePageMixin, SitePage):
    """The catalogue of formats, and the page of a porteur's selection."""

    introduction = models.TextField(
        "introduction", blank=True, max_length=400, help_text="Une ou deux phrases\u00a0: à quoi sert le catalogue."
    )
    call_address = models.CharField(
        "adresse de l’appel à candidatures",
        max_length=200,
        blank=True,
        default="/candidature/",
        validators=[ADDRESS],
        help_text="Où mène «\u00a0Candidater avec ces formats\u00a0», la sélection à la suite. "
        "Vide\u00a0: il n’y a pas de bouton.",
    )
    body = BodyField(help_text="Ce qui suit la liste\u00a0: comment réserver, à qui écrire.")

    parent_page_types = ["home.HomePage"]
    subpage_types = ["formats.FormatPage"]
    max_count = 1
    page_description = "Le catalogue des formats proposés par les partenaires."

    content_panels = [
        *SitePage.content_panels,
        FieldPanel("introduction"),
        FieldPanel("call_address"),
        FieldPanel("body"),
    ]
    search_fields = [*SitePage.search_fields, index.SearchField("introduction"), index.SearchField("body")]

    class Meta:
        verbose_name = "catalogue des formats"

    @property
    def selection_url(self) -> str:
        return f"{self.url}selection/"

    def call_url(self, chosen: selection.Selection) -> str:
        """The form of the call with these formats filled in; empty where the editor set no address."""
        return selection.with_query(self.call_address, chosen.query) if self.call_address else ""

    def selection_context(self, chosen: selection.Selection) -> dict[str, Any]:
        """What the bar of the selection shows under every page of the catalogue."""
        return {
            "selection": chosen,
            "selection_url": selection.with_query(self.selection_url, chosen.query),
            "call_url": self.call_url(chosen),
        }

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        context["trail"] = [*context["breadcrumb"], (self.title, self.url)]
        return context

    @path("")
    def catalogue(self, request: HttpRequest) -> HttpResponse:
        context = listing.catalogue(request.GET, timezone.now(), self.url)
        return self.render(request, context_overrides=context | self.selection_context(context["selection"]))

    @path("selection/")
    def chosen(self, request: HttpRequest) -> HttpResponse:
        context = listing.chosen(request.GET, self.selection_url) | {"canonical_url": f"{self.full_url}selection/"}
        return self.render(
            request,
            template="formats/selection.html",
            context_overrides=context | self.selection_context(context["selection"]),
        )
