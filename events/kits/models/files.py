"""The files of a kit: those that are made, and those that people put in their place or add."""

from django.conf import settings
from django.db import models
from django.urls import reverse

from events.kits.models.kit import Kit
from nec_cms.storage import private_storage
from nec_cms.typography import NO_BREAK


class Family(models.TextChoices):
    """The sections of a kit, in the order of its page. A plugin's own family comes after them, under its name."""

    LOGO = "logo", "Logos"
    SOCIAL = "social", "Réseaux sociaux"
    SCREEN = "screen", "Sites, courriels et projection"
    PRINT = "print", "À imprimer"
    CODE = "code", "Code QR"
    TEXT = "text", "Textes et mode d’emploi"
    ADDED = "added", "Aussi dans ce kit"


def stored_under(instance: "KitFile", filename: str) -> str:
    """Where a made file lies in the private storage: a folder per event and per print of what it is made from."""
    return f"kits/{instance.kit.event_id}/{instance.fingerprint[:16]}/{filename}"


def uploaded_under(instance: "KitUpload", filename: str) -> str:
    """Where a file that somebody sent lies in the private storage."""
    return f"kits/{instance.kit.event_id}/envois/{filename}"


class ShownFile(models.Model):
    """What the kit's page tells of a file. `width` and `height` are in `unit`, 0 where unknown; `size` is in bytes."""

    name = models.CharField("nom", max_length=120)
    family = models.CharField("famille", max_length=40)
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

    is_upload = False

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("kits:file", args=[self.kit.event.slug, self.name])

    def content(self) -> bytes:
        """The whole file: a kit's files weigh some megabytes at most."""
        with self.file.open("rb") as opened:
            return opened.read()

    @property
    def weight(self) -> str:
        """« 24 Ko » or « 1,2 Mo » (powers of ten)."""
        return weight(self.size)

    @property
    def dimensions(self) -> str:
        """« 1200 × 627 px », empty where unknown."""
        return f"{self.width} × {self.height} {self.unit}" if self.width else ""


class KitFile(ShownFile):
    """A file that a template made; `fingerprint` stands for all that its bytes depend on."""

    kit = models.ForeignKey(Kit, on_delete=models.CASCADE, related_name="files")
    position = models.PositiveSmallIntegerField("ordre")
    template = models.CharField("modèle", max_length=80, blank=True, default="", db_default="", editable=False)
    fingerprint = models.CharField(
        "empreinte de ce dont il dépend", max_length=64, blank=True, default="", db_default="", editable=False
    )
    file = models.FileField("fichier", storage=private_storage, upload_to=stored_under, max_length=255)

    class Meta:
        verbose_name = "fichier de kit"
        verbose_name_plural = "fichiers de kit"
        ordering = ["kit", "position"]
        constraints = [models.UniqueConstraint(fields=["kit", "name"], name="kit_file_name_once")]


class KitUpload(ShownFile):
    """A file that somebody sent: it stands in the place of the made file of its name, or comes beside the others."""

    kit = models.ForeignKey(Kit, on_delete=models.CASCADE, related_name="uploads")
    file = models.FileField("fichier", storage=private_storage, upload_to=uploaded_under, max_length=255)
    sent_at = models.DateTimeField("envoyé le", auto_now_add=True)
    sent_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="envoyé par",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    is_upload = True

    class Meta:
        verbose_name = "fichier envoyé"
        verbose_name_plural = "fichiers envoyés"
        ordering = ["kit", "pk"]
        constraints = [models.UniqueConstraint(fields=["kit", "name"], name="kit_upload_name_once")]


def weight(size: int) -> str:
    """A number of bytes as « 24 Ko » or « 1,2 Mo » (powers of ten)."""
    if size < 1_000_000:
        return f"{max(1, round(size / 1000))}{NO_BREAK}Ko"
    return f"{size / 1_000_000:.1f}{NO_BREAK}Mo".replace(".", ",")
