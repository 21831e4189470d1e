"""What is said between the team and others about a file: messages, complements, opinions from outside."""

import secrets
from datetime import datetime

from django.conf import settings
from django.db import models
from django.utils import timezone

from events.candidatures.models.dossier import Candidature
from events.formats.models import FormatPage


class Message(models.Model):
    """A message between the team and the porteur; its files are attachments of the file, field `message-<pk>`."""

    candidature = models.ForeignKey(Candidature, on_delete=models.CASCADE, related_name="messages")
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name="par", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    from_team = models.BooleanField("de l’équipe")
    body = models.TextField("message")
    at = models.DateTimeField("le", default=timezone.now)

    class Meta:
        verbose_name = "message"
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return f"{self.candidature_id}, {self.at:%Y-%m-%d %H:%M}"

    @property
    def field_id(self) -> str:
        """What its attachments carry as `field_id`."""
        return f"message-{self.pk}"


class Complement(models.Model):
    """Named fields that the porteur may answer anew, why, and by when; then what they held before and after."""

    candidature = models.ForeignKey(Candidature, on_delete=models.CASCADE, related_name="complements")
    fields = models.JSONField("champs", default=list, help_text="UUID des champs du formulaire.")
    reason = models.TextField("motivation")
    due_on = models.DateField("attendu le")
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name="par", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    asked_at = models.DateTimeField("demandé le", default=timezone.now)
    answered_at = models.DateTimeField("reçu le", null=True, blank=True)
    seen_at = models.DateTimeField("lu par l’équipe le", null=True, blank=True)
    before = models.JSONField("réponses d’avant", default=dict)
    after = models.JSONField("réponses d’après", default=dict)
    comment = models.TextField("mot de la structure", blank=True)

    class Meta:
        verbose_name = "complément"
        ordering = ["asked_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["candidature"], condition=models.Q(answered_at=None), name="complement_one_open"
            )
        ]

    def __str__(self) -> str:
        return f"{self.candidature_id}, {self.asked_at:%Y-%m-%d}"


def opinion_token() -> str:
    """192 random bits in an alphabet that addresses allow."""
    return secrets.token_urlsafe(24)


class OutsideOpinion(models.Model):
    """A question to somebody without account, who answers once through a link that expires.

    An expert is shown the fields of `shown` alone and gives an opinion; a partner says whether a format can come.
    """

    class Kind(models.TextChoices):
        EXPERT = "expert", "Avis d’une personne extérieure"
        PARTNER = "partner", "Disponibilité d’un partenaire"

    class Answer(models.TextChoices):
        YES = "yes", "Oui"
        MAYBE = "maybe", "Sous conditions"
        NO = "no", "Non"

    candidature = models.ForeignKey(Candidature, on_delete=models.CASCADE, related_name="outside_opinions")
    kind = models.CharField("nature", max_length=8, choices=Kind)
    name = models.CharField("nom", max_length=120)
    email = models.EmailField("adresse électronique")
    format = models.ForeignKey(
        FormatPage, verbose_name="format", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    question = models.TextField("question")
    shown = models.JSONField("champs montrés", default=list)
    token = models.CharField(max_length=64, unique=True, default=opinion_token, editable=False)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name="par", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    asked_at = models.DateTimeField("demandé le", default=timezone.now)
    expires_at = models.DateTimeField("expire le")
    answer = models.CharField("réponse", max_length=8, choices=Answer, blank=True)
    text = models.TextField("avis", blank=True)
    answered_at = models.DateTimeField("reçu le", null=True, blank=True)

    class Meta:
        verbose_name = "avis extérieur"
        verbose_name_plural = "avis extérieurs"
        ordering = ["asked_at", "pk"]

    def __str__(self) -> str:
        return f"{self.candidature_id}, {self.asked_at:%Y-%m-%d}"

    def is_open(self, now: datetime) -> bool:
        """True until it is answered or expires."""
        return self.answered_at is None and now < self.expires_at
