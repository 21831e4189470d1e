"""Incoming feeds and their items. Nothing of an item is public before someone, or a trusted feed, approved it."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.core.validators import URLValidator
from django.db import models
from django.utils import timezone
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel

from community.models.organisation import Organisation
from community.models.territory import Territory
from nec_cms.folding import fold, search_words
from nec_cms.models import Licence

ADDRESS_LENGTH = 1000


class FeedQuerySet(models.QuerySet["Feed"]):
    def due(self, now: datetime) -> FeedQuerySet:
        """Active feeds whose time has come, the longest waiting first."""
        return self.filter(active=True, next_try_at__lte=now).order_by("next_try_at", "pk")


class Feed(models.Model):
    """An RSS or Atom feed that the site reads. What the reader writes itself is not editable."""

    title = models.CharField("nom de la source", max_length=160, help_text="Affiché à côté de chaque ressource.")
    url = models.URLField(
        "adresse du flux",
        max_length=ADDRESS_LENGTH,
        unique=True,
        validators=[URLValidator(["http", "https"])],
        help_text="L’adresse RSS ou Atom elle-même, pas celle de la page.",
        error_messages={"unique": "Ce flux est déjà suivi."},
    )
    site_url = models.URLField(
        "site de la source", max_length=ADDRESS_LENGTH, blank=True, validators=[URLValidator(["http", "https"])]
    )
    organisation = models.ForeignKey(
        Organisation,
        verbose_name="organisation",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="feeds",
    )
    territory = models.ForeignKey(
        Territory,
        verbose_name="territoire",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="feeds",
        help_text="Ses ressources paraissent aussi sur la page de ce territoire.",
    )
    licence = models.CharField(
        "licence",
        max_length=20,
        choices=Licence,
        default=Licence.RESERVED,
        help_text="Celle que la source annonce\u00a0; dans le doute, «\u00a0Droits réservés\u00a0».",
    )
    active = models.BooleanField("suivi", default=True, help_text="Décochez pour ne plus lire ce flux.")
    trusted = models.BooleanField(
        "source de confiance", default=False, help_text="Ses ressources paraissent sans attendre la relecture."
    )
    etag = models.CharField(max_length=255, blank=True, editable=False)
    last_modified = models.CharField(max_length=255, blank=True, editable=False)
    next_try_at = models.DateTimeField("prochain essai", default=timezone.now, db_index=True, editable=False)
    last_success_at = models.DateTimeField("dernière lecture réussie", null=True, blank=True, editable=False)
    failures = models.PositiveIntegerField("échecs de suite", default=0, editable=False)
    error = models.CharField("dernière erreur", max_length=300, blank=True, editable=False)

    objects = FeedQuerySet.as_manager()

    panels = [
        FieldPanel("title"),
        FieldPanel("url"),
        FieldPanel("site_url"),
        FieldRowPanel([FieldPanel("organisation"), FieldPanel("territory")]),
        FieldPanel("licence"),
        MultiFieldPanel([FieldPanel("active"), FieldPanel("trusted")], heading="Lecture"),
    ]

    class Meta:
        verbose_name = "flux"
        verbose_name_plural = "flux"
        ordering = ["title"]

    def __str__(self) -> str:
        return self.title

    def save(self, *args, **kwargs):
        if self.pk and not Feed.objects.filter(pk=self.pk, url=self.url).exists():
            self.forget_reading()
        super().save(*args, **kwargs)

    def forget_reading(self) -> None:
        """Another address: what is known of the former one no longer holds."""
        self.etag = self.last_modified = self.error = ""
        self.failures = 0
        self.next_try_at = timezone.now()


class ItemState(models.TextChoices):
    PENDING = "pending", "À relire"
    APPROVED = "approved", "Publiée"
    REJECTED = "rejected", "Écartée"


class FeedItemQuerySet(models.QuerySet["FeedItem"]):
    def approved(self) -> FeedItemQuerySet:
        """What visitors may see, the latest first."""
        return self.filter(state=ItemState.APPROVED).order_by("-published_at", "-pk")

    def matching(self, query: str) -> FeedItemQuerySet:
        """Whose title or summary holds every word of `query`, accents, case and plurals aside."""
        found = self
        for word in search_words(query):
            found = found.filter(folded__contains=word)
        return found

    def for_lists(self) -> FeedItemQuerySet:
        return self.select_related("feed")


class FeedItem(models.Model):
    """An entry of a feed, known by its guid. Title and author are plain text, the summary is plain text too:
    what the source sent has been cleaned before it is stored."""

    feed = models.ForeignKey(Feed, verbose_name="flux", on_delete=models.CASCADE, related_name="items")
    guid = models.CharField("identifiant", max_length=500)
    link = models.URLField("adresse", max_length=ADDRESS_LENGTH)
    title = models.CharField("titre", max_length=300)
    summary = models.TextField("résumé", blank=True)
    author = models.CharField("signature", max_length=160, blank=True)
    published_at = models.DateTimeField("publiée le", db_index=True)
    first_seen_at = models.DateTimeField("reçue le", auto_now_add=True)
    state = models.CharField(
        "état", max_length=10, choices=ItemState, default=ItemState.PENDING, db_index=True, editable=False
    )
    moderated_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="relue par",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        editable=False,
    )
    moderated_at = models.DateTimeField("relue le", null=True, blank=True, editable=False)
    folded = models.TextField(blank=True, editable=False)

    objects = FeedItemQuerySet.as_manager()

    class Meta:
        verbose_name = "ressource"
        verbose_name_plural = "ressources"
        ordering = ["-published_at", "-pk"]
        constraints = [models.UniqueConstraint(fields=["feed", "guid"], name="feed_item_unique_guid")]

    def __str__(self) -> str:
        return self.title

    def save(self, *args, **kwargs):
        self.folded = fold(f"{self.title} {self.summary}")
        super().save(*args, **kwargs)

    # What a list of several kinds reads.
    card_template = "community/cards/feeditem.html"

    @property
    def url(self) -> str:
        return self.link

    @property
    def kind_label(self) -> str:
        return "Ressource"
