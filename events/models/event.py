"""An edition: its facts, and what can be said of it at a given instant."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from modelcluster.fields import ParentalManyToManyField
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.search import index

from community.models import Territory, Theme
from events import calendar_files, presentation
from events.models.choices import NEVER, RESERVED_SLUGS, EventKind, EventMode, EventStatus
from events.panels import event_tabs
from events.programme import ProgrammeField
from events.querysets import EventManager
from events.time_zones import TIME_ZONES
from nec_cms.body import BodyField
from nec_cms.folding import fold
from nec_cms.pages import SitePage
from nec_cms.palettes import PALETTE_CHOICES


class EventPage(RoutablePageMixin, SitePage):
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
    start_date = models.DateField(
        "premier jour", null=True, blank=True, help_text="Laissez vide tant que la date n’est pas connue."
    )
    end_date = models.DateField("dernier jour", null=True, blank=True, help_text="Laissez vide pour un seul jour.")
    start_time = models.TimeField("ouverture", null=True, blank=True, help_text="Heure du lieu, par exemple 09:00.")
    end_time = models.TimeField("fermeture", null=True, blank=True, help_text="Heure du lieu, le dernier jour.")
    time_zone = models.CharField(
        "fuseau horaire",
        max_length=40,
        choices=TIME_ZONES,
        default="Europe/Paris",
        help_text="Celui du lieu\u00a0: les heures sont les siennes, et la fin du dernier jour aussi.",
    )
    over_at = models.DateTimeField("terminé le", default=NEVER, db_index=True, editable=False)
    mode = models.CharField(
        "modalité",
        max_length=8,
        choices=EventMode,
        default=EventMode.ON_SITE,
        help_text="Où l’on participe. En ligne seulement\u00a0: le lieu n’est pas montré.",
    )
    venue = models.CharField("lieu", max_length=160, blank=True, help_text="Le nom de la salle ou du site.")
    address = models.CharField("adresse", max_length=200, blank=True, help_text="Numéro, rue, code postal.")
    city = models.CharField("ville", max_length=120, blank=True, help_text="Telle qu’elle s’affiche dans l’agenda.")
    online_url = models.URLField(
        "lien pour suivre en ligne", blank=True, help_text="L’adresse de la salle virtuelle, ou de la captation."
    )
    venue_access = models.TextField(
        "accès et accessibilité du lieu",
        blank=True,
        help_text="Transports, entrée de plain-pied, boucle magnétique, interprétation, garde d’enfants…",
    )
    capacity = models.PositiveIntegerField(
        "jauge (personnes)", null=True, blank=True, help_text="Combien de personnes le lieu peut accueillir."
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

    @property
    def short_name(self) -> str:
        """The name between the brackets: « Metz » for « NEC Metz »."""
        return self.title.removeprefix("NEC ").strip()

    @property
    def last_day(self) -> date | None:
        """The last day, the first where the event lasts one; None where the date is to come."""
        return self.end_date or self.start_date

    @property
    def is_called_off(self) -> bool:
        return self.status == EventStatus.CANCELLED

    @property
    def ended(self) -> bool:
        """Whether it is past as this is read: for a card, which knows no instant but the clock's."""
        return self.is_past(timezone.now())

    def is_past(self, now: datetime) -> bool:
        """Whether its last day is over at `now` where it takes place."""
        return self.compute_over_at() <= now

    def compute_over_at(self) -> datetime:
        """The instant, in UTC, at which the last day ends in the event's own time zone."""
        if self.last_day is None or self.last_day >= NEVER.date():
            return NEVER
        midnight = datetime.combine(self.last_day + timedelta(days=1), time(0), ZoneInfo(self.time_zone))
        return midnight.astimezone(UTC)

    def derive(self) -> None:
        """Set what is computed from other fields, before it is checked or written."""
        self.over_at = self.compute_over_at()
        self.folded = fold(" ".join((self.title, self.summary, self.venue, self.address, self.city)))

    def full_clean(self, *args: Any, **kwargs: Any) -> None:
        self.derive()
        super().full_clean(*args, **kwargs)

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.derive()
        super().save(*args, **kwargs)

    def clean(self) -> None:
        super().clean()
        errors = {}
        if self.start_date is None and self.status == EventStatus.CONFIRMED:
            errors["start_date"] = "Un événement confirmé a une date. Sinon, choisissez «\u00a0Date à venir\u00a0»."
        if self.end_date and self.start_date and self.end_date < self.start_date:
            errors["end_date"] = "Le dernier jour ne peut pas précéder le premier."
        if self.end_date and not self.start_date:
            errors["start_date"] = "Indiquez aussi le premier jour."
        same_day = self.last_day == self.start_date
        if same_day and self.start_time and self.end_time and self.end_time <= self.start_time:
            errors["end_time"] = "La fermeture doit suivre l’ouverture."
        if self.slug in RESERVED_SLUGS:
            errors["slug"] = "Cette adresse est celle d’une liste\u00a0: choisissez-en une autre."
        if errors:
            raise ValidationError(errors)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        return context | presentation.page_context(self, timezone.now())

    @path("agenda.ics/")
    def agenda_ics(self, request: HttpRequest) -> HttpResponse:
        return calendar_files.ics([self], name=self.title, filename=f"{self.slug}.ics")
