"""People, media, the site's settings, and the memory of periodic work."""

from typing import Any

from django.contrib.auth.base_user import BaseUserManager
from django.contrib.auth.models import AbstractUser
from django.db import models
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting
from wagtail.documents.models import AbstractDocument, Document
from wagtail.images.models import AbstractImage, AbstractRendition, Image


class UserManager(BaseUserManager["User"]):
    """Accounts are known by their e-mail address, compared without regard to case."""

    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(email__iexact=username)

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "User":
        """A person's account. Without a password (porteurs) it can only be entered by an e-mail link."""
        user = self.model(email=self.normalize_email(email).lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str, **fields: Any) -> "User":
        return self.create_user(email, password, is_staff=True, is_superuser=True, **fields)


class User(AbstractUser):
    """Staff and porteurs alike. The e-mail address is the login."""

    username = None
    email = models.EmailField("adresse électronique", unique=True)

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS = []

    objects = UserManager()

    class Meta:
        verbose_name = "personne"
        verbose_name_plural = "personnes"

    def __str__(self) -> str:
        return self.get_full_name() or self.email


class SiteImage(AbstractImage):
    """A picture with its credit; its `description` is the default alternative text."""

    credit = models.CharField("crédit", max_length=255, blank=True)

    admin_form_fields = (*Image.admin_form_fields, "credit")

    class Meta(AbstractImage.Meta):
        verbose_name = "image"
        permissions = [("choose_siteimage", "Peut choisir une image")]


class SiteRendition(AbstractRendition):
    image = models.ForeignKey(SiteImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        unique_together = (("image", "filter_spec", "focal_point_key"),)


class Licence(models.TextChoices):
    """Open licences that contents of NEC are published under, and the reserved default."""

    ETALAB = "etalab-2.0", "Licence Ouverte 2.0"
    CC_BY = "cc-by-4.0", "CC BY 4.0"
    CC_BY_SA = "cc-by-sa-4.0", "CC BY-SA 4.0"
    CC0 = "cc0-1.0", "CC0 1.0"
    RESERVED = "reserved", "Droits réservés"


class SiteDocument(AbstractDocument):
    """A file with a licence."""

    licence = models.CharField("licence", max_length=20, choices=Licence, default=Licence.ETALAB)

    admin_form_fields = (*Document.admin_form_fields, "licence")

    class Meta(AbstractDocument.Meta):
        verbose_name = "document"
        permissions = [("choose_sitedocument", "Peut choisir un document")]


class AccessibilityLevel(models.TextChoices):
    """What the footer must say (RGAA 4.1, declaration of accessibility)."""

    NONE = "non", "non conforme"
    PARTIAL = "partielle", "partiellement conforme"
    FULL = "totale", "totalement conforme"


@register_setting(icon="site", order=100)
class SiteSettings(BaseSiteSetting):
    """What an administrator sets once for the whole site."""

    site_name = models.CharField("nom du site", max_length=80, default="Numérique en Commun[s]")
    tagline = models.CharField("phrase de présentation", max_length=200, blank=True)
    contact_email = models.EmailField("adresse de contact du programme", default="contact@example.org")
    logo = models.ForeignKey(
        SiteImage,
        verbose_name="logo",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text="La marque est déposée par l’ANCT. Sans image, un mot-symbole dessiné est affiché.",
    )
    accessibility = models.CharField(
        "conformité RGAA affichée", max_length=10, choices=AccessibilityLevel, default=AccessibilityLevel.NONE
    )
    security_contact = models.EmailField("contact de sécurité", blank=True)

    panels = [
        MultiFieldPanel([FieldPanel("site_name"), FieldPanel("tagline"), FieldPanel("logo")], "Identité"),
        MultiFieldPanel([FieldPanel("contact_email"), FieldPanel("security_contact")], "Contacts"),
        FieldPanel("accessibility"),
    ]

    class Meta:
        verbose_name = "réglages du site"


class SweepState(models.Model):
    """When a periodic job is next due, who holds it, and how it last ended (see work.py)."""

    name = models.CharField("nom", max_length=60, primary_key=True)
    due_at = models.DateTimeField("à faire à partir du", db_index=True)
    lease_until = models.DateTimeField("pris jusqu’au", null=True, blank=True)
    holder = models.CharField("pris par", max_length=80, blank=True)
    finished_at = models.DateTimeField("dernière fin", null=True, blank=True)
    error = models.TextField("dernière erreur", blank=True)

    class Meta:
        verbose_name = "tâche périodique"
        verbose_name_plural = "tâches périodiques"

    def __str__(self) -> str:
        return self.name
