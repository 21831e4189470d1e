"""The kit of an event: what it was made from, and how the work on it stands (see build.py)."""

from datetime import datetime

from django.db import models
from django.db.models import Q
from django.urls import reverse

from events.models import EventPage


class KitState(models.TextChoices):
    """Where a kit stands. Its files, if it has any, stay available in every state."""

    DUE = "due", "À composer"
    BUILDING = "building", "En cours de composition"
    READY = "ready", "Prêt"
    FAILED = "failed", "En échec"


class KitQuerySet(models.QuerySet["Kit"]):
    def due(self, now: datetime) -> "KitQuerySet":
        """What the worker must build at `now`: asked for, failed with a try left, or held by a dead worker.

        The last asked for comes first: somebody waits for it, while a rebuild of all kits can take its time.
        """
        asked = Q(state=KitState.DUE) | Q(state=KitState.FAILED, next_try__lte=now) | Q(state=KitState.BUILDING)
        return self.free(now).filter(asked).order_by("-requested_at", "pk")

    def free(self, now: datetime) -> "KitQuerySet":
        """Kits that no worker holds at `now`."""
        return self.filter(Q(lease_until=None) | Q(lease_until__lte=now))


class Kit(models.Model):
    """One event's kit. `printed` is what its files say and were dressed with, kept to tell what changes."""

    event = models.OneToOneField(EventPage, verbose_name="événement", on_delete=models.CASCADE, related_name="kit")
    state = models.CharField("état", max_length=10, choices=KitState, default=KitState.DUE, db_index=True)
    fingerprint = models.CharField("empreinte", max_length=64, blank=True, editable=False)
    printed = models.JSONField("imprimé", null=True, blank=True, editable=False)
    attempts = models.PositiveSmallIntegerField("essais", default=0, editable=False)
    requested_at = models.DateTimeField("demandé le", auto_now_add=True)
    next_try = models.DateTimeField("prochain essai", null=True, blank=True, editable=False)
    lease_until = models.DateTimeField("pris jusqu’au", null=True, blank=True, editable=False)
    holder = models.CharField("pris par", max_length=40, blank=True, editable=False)
    error = models.TextField("erreur", blank=True, editable=False)
    built_at = models.DateTimeField("composé le", null=True, blank=True, editable=False)

    objects = KitQuerySet.as_manager()

    class Meta:
        verbose_name = "kit de communication"
        verbose_name_plural = "kits de communication"

    def __str__(self) -> str:
        return f"Kit de {self.event.title}"

    def get_absolute_url(self) -> str:
        return reverse("kits:page", args=[self.event.slug])

    @property
    def is_available(self) -> bool:
        """Whether there are files to download, be they of an earlier build."""
        return self.built_at is not None


class KitChange(models.Model):
    """One build that changed files of a kit, and why: « la date a changé »."""

    kit = models.ForeignKey(Kit, on_delete=models.CASCADE, related_name="changes")
    at = models.DateTimeField("le")
    reasons = models.JSONField("raisons", default=list)
    names = models.JSONField("fichiers refaits", default=list)

    class Meta:
        verbose_name = "mise à jour de kit"
        verbose_name_plural = "mises à jour de kit"
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return ", ".join(self.reasons)
