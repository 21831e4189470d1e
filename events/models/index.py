"""The front page of the section and the lists under it."""

from typing import Any

from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.search import index

from events import calendar_files, listing, selection
from events.blocks.links import ADDRESS
from nec_cms.body import BodyField
from nec_cms.pages import SitePage


class EventIndexPage(RoutablePageMixin, SitePage):
    """« Les NEC locaux »: the landing page, and under it the agenda, the past editions and their files."""

    introduction = models.TextField(
        "chapeau",
        blank=True,
        max_length=400,
        help_text="Une ou deux phrases sous le titre\u00a0: ce qu’est un NEC local.",
    )
    call_address = models.CharField(
        "adresse de l’appel à candidatures",
        max_length=200,
        blank=True,
        validators=[ADDRESS],
        help_text="Où mène «\u00a0Organiser un NEC local\u00a0». Vide\u00a0: il n’y a pas de bouton.",
    )
    body = BodyField(help_text="Les parties de la page, dans l’ordre\u00a0: chacune peut être déplacée.")

    parent_page_types = ["home.HomePage"]
    subpage_types = ["events.EventPage"]
    max_count = 1
    page_description = "La page d’entrée des NEC locaux\u00a0: agenda, éditions passées, appel."

    content_panels = [
        *SitePage.content_panels,
        FieldPanel("introduction"),
        FieldPanel("call_address"),
        FieldPanel("body"),
    ]
    search_fields = [*SitePage.search_fields, index.SearchField("introduction"), index.SearchField("body")]

    class Meta:
        verbose_name = "page des NEC locaux"

    @property
    def agenda_url(self) -> str:
        return f"{self.url}agenda/"

    @property
    def editions_url(self) -> str:
        return f"{self.url}editions/"

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        context["now"] = timezone.now()
        context["trail"] = [*context["breadcrumb"], (self.title, self.url)]
        context["feeds"] = [
            {"title": "Agenda (iCalendar)", "url": f"{self.url}agenda.ics"},
            {"title": "Agenda (Atom)", "url": f"{self.url}agenda.atom"},
        ]
        return context

    @path("agenda/")
    def agenda(self, request: HttpRequest) -> HttpResponse:
        context = listing.agenda(request.GET, timezone.now()) | {"canonical_url": f"{self.full_url}agenda/"}
        return self.render(request, template="events/agenda.html", context_overrides=context)

    @path("editions/")
    def editions(self, request: HttpRequest) -> HttpResponse:
        context = listing.archive(request.GET, timezone.now()) | {"canonical_url": f"{self.full_url}editions/"}
        return self.render(request, template="events/editions.html", context_overrides=context)

    @path("agenda.ics/")
    def agenda_ics(self, request: HttpRequest) -> HttpResponse:
        return calendar_files.ics(selection.coming(request.GET, timezone.now()).events, name="Agenda des NEC locaux")

    @path("agenda.atom/")
    def agenda_atom(self, request: HttpRequest) -> HttpResponse:
        events = selection.coming(request.GET, timezone.now()).events
        return calendar_files.atom(
            events,
            title="Agenda des NEC locaux",
            page_url=f"{self.full_url}agenda/",
            feed_url=request.build_absolute_uri(),
        )
