"""The directory: the page of all territories, and under it one page for each and the watch on resources."""

from typing import Any

from django.core.validators import RegexValidator
from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.search import index

from community import listing, portrait, resources
from community.models.territory import Territory
from community.subpage import Subpage
from nec_cms.pages import SitePage

ADDRESS = RegexValidator(
    r"^(/|https?://)", "Indiquez une adresse qui commence par https://, ou un chemin du site qui commence par /."
)

CALL = "Organiser le prochain NEC ici"


class DirectoryPage(RoutablePageMixin, SitePage):
    """« La communauté »: list and map of territories."""

    introduction = models.TextField(
        "chapeau", blank=True, max_length=400, help_text="Une ou deux phrases sous le titre."
    )
    resources_introduction = models.TextField(
        "chapeau des ressources",
        blank=True,
        max_length=400,
        help_text="Une ou deux phrases sous le titre de la page «\u00a0Ressources de la communauté\u00a0».",
    )
    call_address = models.CharField(
        "adresse de l’appel à candidatures",
        max_length=200,
        blank=True,
        validators=[ADDRESS],
        help_text="Où mène «\u00a0Organiser le prochain NEC ici\u00a0»\u00a0; le territoire y est ajouté. "
        "Vide\u00a0: au formulaire de l’appel, s’il y en a un en ligne.",
    )

    parent_page_types = ["home.HomePage"]
    subpage_types: list[str] = []
    max_count = 1
    page_description = "L’annuaire des territoires\u00a0: liste, carte, et une page par territoire."

    content_panels = [
        *SitePage.content_panels,
        FieldPanel("introduction"),
        FieldPanel("resources_introduction"),
        FieldPanel("call_address"),
    ]
    search_fields = [*SitePage.search_fields, index.SearchField("introduction")]

    class Meta:
        verbose_name = "annuaire des territoires"
        verbose_name_plural = "annuaires des territoires"

    @property
    def resources_url(self) -> str:
        return f"{self.url}ressources/"

    def call(self, territory: Territory) -> list[dict[str, str]]:
        """The button to the call that the editor set by hand, this territory filled in; none where it is empty."""
        joint = "&" if "?" in self.call_address else "?"
        url = f"{self.call_address}{joint}territoire={territory.slug}"
        return [{"label": CALL, "url": url}] if self.call_address else []

    @path("")
    def territories(self, request: HttpRequest) -> HttpResponse:
        return self.render(request, context_overrides=listing.directory(request.GET))

    @path("ressources/")
    def resources(self, request: HttpRequest) -> HttpResponse:
        context = resources.approved(request.GET) | self.beneath("Ressources de la communauté", self.resources_url)
        return self.render(request, template="community/resources.html", context_overrides=context)

    @path("<slug:slug>/")
    def territory(self, request: HttpRequest, slug: str) -> HttpResponse:
        """One territory. Raises Http404 for an unknown slug."""
        found = portrait.portrait(slug, request.get_host())
        if found is None:
            raise Http404(f"No territory is called {slug}.")
        territory = found["territory"]
        context = found | self.beneath(territory.name, territory.url)
        context["actions"] = self.call(territory) or found["actions"]
        return self.render(request, template="community/territory.html", context_overrides=context)

    @path("<slug:slug>/<str:name>/")
    def territory_file(self, request: HttpRequest, slug: str, name: str) -> HttpResponseBase:
        """A file that a plugin makes about a territory (`agenda.ics`). Raises Http404 where either is unknown."""
        made = next((each for each in portrait.files() if each.name == name), None)
        territory = Territory.objects.filter(slug=slug).first() if made else None
        if made is None or territory is None:
            raise Http404(f"No file {name} is made about {slug}.")
        return made.answer(request, territory)

    def beneath(self, title: str, url: str) -> dict[str, Any]:
        """What the shell needs to present a page of ours that is not in the page tree."""
        beneath = url.removeprefix(self.url)
        return {
            "page": Subpage(title, f"{self.full_url}{beneath}"),
            "directory": self,
            "breadcrumb": [*self.breadcrumb(), (self.title, self.url)],
        }

    def get_sitemap_urls(self, request: HttpRequest | None = None) -> list[dict[str, Any]]:
        """The directory, the resources, and the territories that have something to show."""
        found = super().get_sitemap_urls(request)
        base = self.get_full_url(request)
        slugs = [territory.slug for territory in listing.with_content()]
        return [*found, *({"location": f"{base}{each}/"} for each in ["ressources", *slugs])]
