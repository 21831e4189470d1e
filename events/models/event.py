"""An edition: its facts, and what can be said of it at a given instant."""

from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.template.response import TemplateResponse
from django.utils import timezone
from modelcluster.fields import ParentalManyToManyField
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.search import index

from community.models import Territory, Theme
from events import calendar_files, presentation, previews
from events.hooks import event_previews
from events.models.choices import RESERVED_SLUGS, EventKind, EventStatus
from events.models.facts import Dated, Placed
from events.panels import event_tabs
from events.printable import unprintable
from events.programme import ProgrammeField
from events.querysets import EventManager
from events.series import series_key
from nec_cms.body import BodyField
from nec_cms.folding import fold
from nec_cms.pages import SitePage
from nec_cms.palettes import PALETTE_CHOICES


class EventPage(Dated, Placed, RoutablePageMixin, SitePage):
    """One edition. It belongs to what is coming until its last day ends in its own time zone, then to the past."""

    kind = models.CharField(
        "nature",
        max_length=10,
        choices=EventKind,
        default=EventKind.LOCAL,
        help_text="Un NEC local, ou l’édition nationale de l’année.",
    )
    status = models.CharField(
        "état",
        max_length=10,
        choices=EventStatus,
        default=EventStatus.CONFIRMED,
        help_text="Reporté\u00a0: donnez la nouvelle date, ou effacez l’ancienne si elle n’est pas connue.",
    )
    summary = models.TextField(
        "présentation courte",
        max_length=400,
        blank=True,
        help_text="Une ou deux phrases\u00a0: ce qui s’y passe et pour qui. Reprise dans les listes et les flux.",
    )
    registration_url = models.URLField(
        "lien d’inscription",
        blank=True,
        help_text="La page où l’on s’inscrit. Le bouton disparaît ensuite.",
    )
    attendance = models.PositiveIntegerField(
        "participation (personnes)", null=True, blank=True, help_text="Combien de personnes sont venues."
    )
    attendance_source = models.CharField(
        "source du chiffre",
        max_length=160,
        blank=True,
        help_text="Émargement, bilan du porteur…",
    )
    outcome = models.TextField(
        "ce que cette édition a donné",
        blank=True,
        help_text="Quelques phrases, après l’événement\u00a0: ce qui en est sorti, ce qui continue.",
    )
    territories = ParentalManyToManyField(
        Territory,
        verbose_name="territoires",
        blank=True,
        related_name="events",
        help_text="Aucun, un ou plusieurs. L’édition paraît sur leur page.",
    )
    themes = ParentalManyToManyField(
        Theme,
        verbose_name="thèmes",
        blank=True,
        related_name="events",
        help_text="Ceux dont on y parle\u00a0: ils servent de filtres.",
    )
    formats = ParentalManyToManyField(
        "formats.FormatPage",
        verbose_name="formats partenaires",
        blank=True,
        related_name="events",
        help_text="Les formats du catalogue qui y sont proposés.",
    )
    programme = ProgrammeField(
        verbose_name="programme", blank=True, help_text="Les journées, et leurs séances dans l’ordre des heures."
    )
    body = BodyField(help_text="Tout ce que les autres rubriques ne disent pas.")
    image = models.ForeignKey(
        "nec_cms.SiteImage",
        verbose_name="image",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text="Facultative\u00a0: sans elle, le motif du territoire est dessiné.",
    )
    palette = models.CharField(
        "palette",
        max_length=12,
        blank=True,
        choices=PALETTE_CHOICES,
        help_text="Les couleurs de la page et du kit. Vide\u00a0: choisies d’après le territoire.",
    )
    porteurs = models.ManyToManyField(
        settings.AUTH_USER_MODEL,
        verbose_name="porteuses et porteurs",
        blank=True,
        related_name="events",
        help_text="Les comptes qui suivent cette édition et téléchargent son kit.",
    )
    series = models.CharField(
        "rendez-vous",
        max_length=120,
        blank=True,
        help_text="Le nom commun à toutes les éditions de ce NEC, qui relie la précédente et la suivante. "
        "Vide : son titre, sans l’année.",
    )
    series_key = models.CharField(max_length=160, editable=False, blank=True, default="", db_index=True)
    folded = models.TextField(editable=False, blank=True, default="")
    """Title, presentation and place without case or accents: what the lists' search looks into."""

    parent_page_types = ["events.EventIndexPage"]
    subpage_types: list[str] = []
    page_description = "Une édition\u00a0: un NEC local ou l’édition nationale."

    objects = EventManager()

    edit_handler = event_tabs(SitePage.content_panels, SitePage.promote_panels, SitePage.settings_panels)
    search_fields = [
        *SitePage.search_fields,
        index.SearchField("summary"),
        index.SearchField("venue"),
        index.SearchField("city"),
        index.SearchField("outcome"),
        index.SearchField("body"),
        index.RelatedFields("territories", [index.SearchField("name")]),
        index.FilterField("kind"),
        index.FilterField("status"),
        index.FilterField("start_date"),
        index.FilterField("over_at"),
    ]

    class Meta:
        verbose_name = "événement"
        verbose_name_plural = "événements"
        indexes = [models.Index(fields=["start_date"], name="event_start_date")]

    @property
    def short_name(self) -> str:
        """The name between the brackets: « Metz » for « NEC Metz »."""
        return self.title.removeprefix("NEC ").strip()

    @property
    def is_called_off(self) -> bool:
        return self.status == EventStatus.CANCELLED

    def derive(self) -> None:
        """Set what is computed from other fields, before it is checked or written."""
        self.over_at = self.compute_over_at()
        self.series_key = series_key(self.series or self.title, self.kind)
        self.folded = fold(" ".join((self.title, self.summary, self.venue, self.address, self.city)))

    def full_clean(self, *args: Any, **kwargs: Any) -> None:
        self.derive()
        super().full_clean(*args, **kwargs)

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.derive()
        super().save(*args, **kwargs)

    def clean(self) -> None:
        super().clean()
        errors = self.date_errors() | self.place_errors()
        if self.start_date is None and self.status == EventStatus.CONFIRMED:
            errors["start_date"] = "Un événement confirmé a une date. Sinon, choisissez «\u00a0Date à venir\u00a0»."
        for field, signs in unprintable(self).items():
            errors[field] = f"Ces caractères ne peuvent pas être imprimés sur l’affiche\u00a0: {' '.join(signs)}"
        if self.slug in RESERVED_SLUGS:
            errors["slug"] = "Cette adresse est réservée\u00a0: choisissez-en une autre."
        if errors:
            raise ValidationError(errors)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        return context | presentation.page_context(self, timezone.now())

    @property
    def preview_modes(self) -> list[tuple[str, str]]:
        """The page and the lists, then what plugins draw of the event (hook `register_event_preview`)."""
        return [*previews.MODES, *((preview.name, preview.label) for preview in event_previews())]

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponseBase:
        if brought := next((preview for preview in event_previews() if preview.name == mode_name), None):
            return brought.render(self, request)
        if mode_name not in previews.TEMPLATES:
            return super().serve_preview(request, mode_name)
        context = self.get_context(request) | previews.context(self, mode_name)
        return TemplateResponse(request, previews.TEMPLATES[mode_name], context)

    @path("agenda.ics/")
    def agenda_ics(self, request: HttpRequest) -> HttpResponse:
        alone = EventPage.objects.filter(pk=self.pk)
        return calendar_files.ics(alone, name=self.title, filename=f"{self.slug}.ics", saved=True)
