"""The revue's front page, its archive and its feeds."""

from typing import Any

from django.db import models
from django.http import HttpRequest, HttpResponse
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.search import index
from wagtail.url_routing import RouteResult

from nec_cms.body import BodyField
from nec_cms.pages import SitePage
from revue import archive, feeds, metadata, shelf
from revue.models.issues import IssuePage
from revue.querysets import typed_child


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
        context["archive_url"] = f"{self.get_url(request)}archives/"
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

    @path("archives/")
    def archives(self, request: HttpRequest) -> HttpResponse:
        """Every public article, by series, year, theme, rubrique, territory, author or word."""
        extra = archive.listing(self, request.GET)
        trail = [*self.breadcrumb(request), (self.title, self.get_url(request))]
        return self.render(
            request,
            context_overrides={**extra, "trail": trail, "canonical_url": f"{self.full_url}archives/"},
            template="revue/archive.html",
        )

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        """Its own lists and feeds, then its issues, in one query."""
        if path_components and "." not in path_components[0] and path_components[0] != "archives":
            issues = IssuePage.objects.select_related("series", "cover", "signatory", "printed_pdf")
            return typed_child(self, issues, path_components[0]).route(request, path_components[1:])
        return super().route(request, path_components)
