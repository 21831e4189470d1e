"""Events: a NEC local or a national edition, from its announcement to its archive."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from wagtail.contrib.routable_page.models import RoutablePageMixin
from wagtail.models import Orderable

from community.models import Organisation, Territory, Theme
from events.programme import ProgrammeField
from events.querysets import EventManager
from events.time_zones import TIME_ZONES
from nec_cms.body import BodyField
from nec_cms.models import Licence
from nec_cms.pages import SitePage

NEVER = datetime(9999, 12, 30, tzinfo=UTC)
"""When an event without a date is over: it stays to come, and the lists keep one indexed comparison."""


class EventIndexPage(RoutablePageMixin, SitePage):
    """« Les NEC locaux »: the landing page, and under it the agenda, the past editions and their files."""

    body = BodyField()

    parent_page_types = ["home.HomePage"]
    subpage_types = ["events.EventPage"]
    max_count = 1
    page_description = "La page d’entrée des NEC locaux : agenda, éditions passées, appel."

    class Meta:
        verbose_name = "page des NEC locaux"


class EventKind(models.TextChoices):
    LOCAL = "local", "NEC local"
    NATIONAL = "national", "Édition nationale"


class EventStatus(models.TextChoices):
    """How sure the date is; the calendar, the feed and iCal all show it."""

    ANNOUNCED = "announced", "Date à venir"
    CONFIRMED = "confirmed", "Confirmé"
    POSTPONED = "postponed", "Reporté"
    CANCELLED = "cancelled", "Annulé"


class EventPage(SitePage):
    """One edition. It belongs to what is coming until its last day ends in its own time zone, then to the past."""

    kind = models.CharField("nature", max_length=10, choices=EventKind, default=EventKind.LOCAL)
    status = models.CharField("état", max_length=10, choices=EventStatus, default=EventStatus.CONFIRMED)
    summary = models.TextField("présentation courte", max_length=400, blank=True)
    start_date = models.DateField("premier jour", null=True, blank=True)
    end_date = models.DateField("dernier jour", null=True, blank=True, help_text="Laissez vide pour un seul jour.")
    start_time = models.TimeField("ouverture", null=True, blank=True)
    end_time = models.TimeField("fermeture", null=True, blank=True)
    time_zone = models.CharField("fuseau horaire", max_length=40, choices=TIME_ZONES, default="Europe/Paris")
    over_at = models.DateTimeField("terminé le", default=NEVER, db_index=True, editable=False)
    venue = models.CharField("lieu", max_length=160, blank=True)
    address = models.CharField("adresse", max_length=200, blank=True)
    city = models.CharField("ville", max_length=120, blank=True)
    online_url = models.URLField("lien pour suivre en ligne", blank=True)
    venue_access = models.TextField("accès et accessibilité du lieu", blank=True)
    capacity = models.PositiveIntegerField("jauge (personnes)", null=True, blank=True)
    registration_url = models.URLField("lien d’inscription", blank=True)
    attendance = models.PositiveIntegerField("participation (personnes)", null=True, blank=True)
    attendance_source = models.CharField("source du chiffre", max_length=160, blank=True)
    territories = ParentalManyToManyField(Territory, verbose_name="territoires", blank=True, related_name="events")
    themes = ParentalManyToManyField(Theme, verbose_name="thèmes", blank=True, related_name="events")
    formats = ParentalManyToManyField(
        "formats.FormatPage", verbose_name="formats partenaires", blank=True, related_name="events"
    )
    programme = ProgrammeField(verbose_name="programme", blank=True)
    body = BodyField()
    image = models.ForeignKey(
        "nec_cms.SiteImage",
        verbose_name="image",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    palette = models.CharField("palette", max_length=12, blank=True, help_text="Vide : choisie d’après le territoire.")
    porteurs = models.ManyToManyField(
        settings.AUTH_USER_MODEL, verbose_name="porteuses et porteurs", blank=True, related_name="events"
    )

    parent_page_types = ["events.EventIndexPage"]
    subpage_types: list[str] = []
    page_description = "Une édition : un NEC local ou l’édition nationale."

    objects = EventManager()

    class Meta:
        verbose_name = "événement"
        verbose_name_plural = "événements"

    @property
    def short_name(self) -> str:
        """The name between the brackets: « Metz » for « NEC Metz »."""
        return self.title.removeprefix("NEC ").strip()

    @property
    def last_day(self):
        """The last day, the first where the event lasts one; None where the date is to come."""
        return self.end_date or self.start_date

    def compute_over_at(self) -> datetime:
        """The instant, in UTC, at which the last day ends in the event's own time zone."""
        if self.last_day is None:
            return NEVER
        midnight = datetime.combine(self.last_day + timedelta(days=1), time(0), ZoneInfo(self.time_zone))
        return midnight.astimezone(UTC)

    def full_clean(self, *args, **kwargs):
        self.over_at = self.compute_over_at()
        super().full_clean(*args, **kwargs)

    def save(self, *args, **kwargs):
        self.over_at = self.compute_over_at()
        super().save(*args, **kwargs)

    def clean(self) -> None:
        super().clean()
        errors = {}
        if self.start_date is None and self.status == EventStatus.CONFIRMED:
            errors["start_date"] = "Un événement confirmé a une date. Sinon, choisissez l’état « Date à venir »."
        if self.end_date and self.start_date and self.end_date < self.start_date:
            errors["end_date"] = "Le dernier jour ne peut pas précéder le premier."
        if self.end_date and not self.start_date:
            errors["start_date"] = "Indiquez aussi le premier jour."
        same_day = self.last_day == self.start_date
        if same_day and self.start_time and self.end_time and self.end_time <= self.start_time:
            errors["end_time"] = "La fermeture doit suivre l’ouverture."
        if errors:
            raise ValidationError(errors)


class EventOrganiser(Orderable):
    """An organisation that carries the event, in the order of display."""

    page = ParentalKey(EventPage, on_delete=models.CASCADE, related_name="organisers")
    organisation = models.ForeignKey(
        Organisation, verbose_name="organisation", on_delete=models.PROTECT, related_name="organised"
    )
    role = models.CharField("rôle", max_length=80, blank=True, help_text="Par exemple : porteur, partenaire, hôte.")

    class Meta(Orderable.Meta):
        verbose_name = "organisateur"


class EventDocument(Orderable):
    """A resource of the event: a file of the site or an address (Les Bases, ...), each with its licence."""

    page = ParentalKey(EventPage, on_delete=models.CASCADE, related_name="documents")
    title = models.CharField("intitulé", max_length=160)
    document = models.ForeignKey(
        "nec_cms.SiteDocument",
        verbose_name="fichier",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    url = models.URLField("ou adresse", blank=True)
    licence = models.CharField("licence", max_length=20, choices=Licence, default=Licence.ETALAB)

    class Meta(Orderable.Meta):
        verbose_name = "document"

    def clean(self) -> None:
        if bool(self.document_id) == bool(self.url):
            raise ValidationError({"url": "Choisissez un fichier ou une adresse, l’un des deux."})
