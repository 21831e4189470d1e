"""The directory: the page of all territories, and under it one page for each and the watch on resources."""

from typing import Any

from django.core.validators import RegexValidator
from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.search import index

from community import listing, resources
from community.models.territory import Territory
from community.subpage import Subpage
from nec_cms.pages import SitePage

ADDRESS = RegexValidator(
    r"^(/|https?://)", "Indiquez une adresse qui commence par https://, ou un chemin du site qui commence par /."
)


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
        default="/candidature/",
        validators=[ADDRESS],
        help_text="Où mène «\u00a0Organiser le prochain NEC ici\u00a0»\u00a0; le territoire y est ajouté. "
        "Vide\u00a0: il n’y a pas de bouton.",
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

    def call_url(self, territory: Territory) -> str:
        """The form of the call with this territory filled in; empty where the editor set no address."""
        joint = "&" if "?" in self.call_address else "?"
        return f"{self.call_address}{joint}territoire={territory.slug}" if self.call_address else ""

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
        territory = Territory.objects.select_related("parent__parent").filter(slug=slug).first()
        if territory is None:
            raise Http404(f"No territory is called {slug}.")
        context = listing.territory(territory) | self.beneath(territory.name, territory.url)
        context["call_url"] = self.call_url(territory)
        return self.render(request, template="community/territory.html", context_overrides=context)

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
