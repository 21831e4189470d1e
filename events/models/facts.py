"""When and where an event takes place: fields that go together, and what follows from them."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils import timezone

from events.models.choices import NEVER, EventMode
from events.time_zones import TIME_ZONES


class Dated(models.Model):
    """Days and hours, in the event's own time zone."""

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

    class Meta:
        abstract = True

    @property
    def last_day(self) -> date | None:
        """The last day, the first where the event lasts one; None where the date is to come."""
        return self.end_date or self.start_date

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

    def date_errors(self) -> dict[str, str]:
        """What its days and hours contradict, each beside the field that is to be mended."""
        errors = {}
        if self.end_date and self.start_date and self.end_date < self.start_date:
            errors["end_date"] = "Le dernier jour ne peut pas précéder le premier."
        if self.end_date and not self.start_date:
            errors["start_date"] = "Indiquez aussi le premier jour."
        same_day = self.last_day == self.start_date
        if same_day and self.start_time and self.end_time and self.end_time <= self.start_time:
            errors["end_time"] = "La fermeture doit suivre l’ouverture."
        return errors


class Placed(models.Model):
    """Where it takes place: a venue, a link, or both."""

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
    latitude = models.DecimalField(
        "latitude (degrés)",
        max_digits=8,
        decimal_places=5,
        null=True,
        blank=True,
        validators=[MinValueValidator(-90), MaxValueValidator(90)],
        help_text="Facultative, par exemple 49,11911 : le plan et les agendas mènent alors droit au lieu.",
    )
    longitude = models.DecimalField(
        "longitude (degrés)",
        max_digits=8,
        decimal_places=5,
        null=True,
        blank=True,
        validators=[MinValueValidator(-180), MaxValueValidator(180)],
        help_text="Facultative, par exemple 6,17563 : négative à l’ouest de Greenwich.",
    )
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

    class Meta:
        abstract = True

    def place_errors(self) -> dict[str, str]:
        if (self.latitude is None) != (self.longitude is None):
            return {"longitude": "Indiquez la latitude et la longitude, ou aucune des deux."}
        return {}
