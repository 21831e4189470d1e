"""The kit of an event and its files."""

from datetime import datetime

from django.db import models
from django.db.models import Q
from django.urls import reverse

from events.models import EventPage
from nec_cms.storage import private_storage
from nec_cms.typography import NO_BREAK


class KitState(models.TextChoices):
    """Where a kit stands. Its files, if it has any, stay available in every state."""

    DUE = "due", "À composer"
    BUILDING = "building", "En cours de composition"
    READY = "ready", "Prêt"
    FAILED = "failed", "En échec"


class Family(models.TextChoices):
    """The sections of a kit, in the order of its page."""

    LOGO = "logo", "Logos"
    SOCIAL = "social", "Réseaux sociaux"
    PRINT = "print", "Affiche"
    CODE = "code", "Code QR"
    TEXT = "text", "Mode d’emploi"


class KitQuerySet(models.QuerySet["Kit"]):
    def due(self, now: datetime) -> "KitQuerySet":
        """What the worker must build at `now`: asked for, failed with a try left, or held by a dead worker."""
        asked = Q(state=KitState.DUE) | Q(state=KitState.FAILED, next_try__lte=now) | Q(state=KitState.BUILDING)
        return self.free(now).filter(asked).order_by("requested_at", "pk")

    def free(self, now: datetime) -> "KitQuerySet":
        """Kits that no worker holds at `now`."""
        return self.filter(Q(lease_until=None) | Q(lease_until__lte=now))


class Kit(models.Model):
    """One event's kit: what it was made from, and how the work on it stands (see build.py)."""

    event = models.OneToOneField(EventPage, verbose_name="événement", on_delete=models.CASCADE, related_name="kit")
    state = models.CharField("état", max_length=10, choices=KitState, default=KitState.DUE, db_index=True)
    fingerprint = models.CharField("empreinte", max_length=64, blank=True, editable=False)
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


def stored_under(instance: "KitFile", filename: str) -> str:
    """Where a file lies in the private storage: a folder per event and build."""
    return f"kits/{instance.kit.event_id}/{instance.kit.fingerprint[:16]}/{filename}"


class KitFile(models.Model):
    """One file of a kit. `width` and `height` are in `unit`, 0 for a text; `size` is in bytes."""

    kit = models.ForeignKey(Kit, on_delete=models.CASCADE, related_name="files")
    position = models.PositiveSmallIntegerField("ordre")
    name = models.CharField("nom", max_length=120)
    file = models.FileField("fichier", storage=private_storage, upload_to=stored_under, max_length=255)
    family = models.CharField("famille", max_length=10, choices=Family)
    label = models.CharField("intitulé", max_length=120)
    use = models.CharField("usage", max_length=255, blank=True)
    format = models.CharField("format", max_length=8)
    alt = models.TextField("texte alternatif", blank=True)
    width = models.PositiveIntegerField("largeur", default=0)
    height = models.PositiveIntegerField("hauteur", default=0)
    unit = models.CharField("unité", max_length=2, default="px")
    size = models.PositiveIntegerField("taille en octets")
    digest = models.CharField("empreinte", max_length=64)
    downloads = models.PositiveIntegerField("téléchargements", default=0)

    class Meta:
        verbose_name = "fichier de kit"
        verbose_name_plural = "fichiers de kit"
        ordering = ["kit", "position"]
        constraints = [models.UniqueConstraint(fields=["kit", "name"], name="kit_file_name_once")]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("kits:file", args=[self.kit.event.slug, self.name])

    def content(self) -> bytes:
        """The whole file: a kit's files weigh some hundred kilobytes at most."""
        with self.file.open("rb") as opened:
            return opened.read()

    @property
    def weight(self) -> str:
        """« 24 Ko » or « 1,2 Mo » (powers of ten)."""
        return weight(self.size)

    @property
    def dimensions(self) -> str:
        """« 1200 × 627 px », empty for a text."""
        return f"{self.width} × {self.height} {self.unit}" if self.width else ""


def weight(size: int) -> str:
    """A number of bytes as « 24 Ko » or « 1,2 Mo » (powers of ten)."""
    if size < 1_000_000:
        return f"{max(1, round(size / 1000))}{NO_BREAK}Ko"
    return f"{size / 1_000_000:.1f}{NO_BREAK}Mo".replace(".", ",")
