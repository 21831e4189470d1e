"""A dossier that is being written, and the addresses that resume it."""

import secrets
import uuid
from datetime import datetime, timedelta

from django.db import models
from django.utils import timezone

from events.candidatures.models.dossier import Candidature

DRAFTS_LIVE = timedelta(days=90)
"""How long a draft is kept after its last change."""


def expiry() -> datetime:
    """When a draft that changes now will be removed."""
    return timezone.now() + DRAFTS_LIVE


def draft_token() -> str:
    """128 random bits in an alphabet that addresses allow."""
    return secrets.token_urlsafe(16)


class Draft(models.Model):
    """Answers as they were typed, wrong or missing ones included: `data` holds the lists of a posted form by name.

    Once filed it keeps no answer, and leads to its candidature: a stale tab or a second click files nothing more.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    page = models.ForeignKey("candidatures.CandidaturePage", on_delete=models.CASCADE, related_name="drafts")
    data = models.JSONField("réponses", default=dict)
    contact_email = models.EmailField("adresse électronique", blank=True, db_index=True)
    linked_to = models.EmailField("adresse à qui le lien est parti", blank=True)
    created_at = models.DateTimeField("commencé le", default=timezone.now)
    saved_at = models.DateTimeField("enregistré le", default=timezone.now)
    expires_at = models.DateTimeField("gardé jusqu’au", default=expiry, db_index=True)
    reminded_at = models.DateTimeField("rappel envoyé le", null=True, blank=True)
    candidature = models.ForeignKey(
        Candidature, null=True, blank=True, on_delete=models.CASCADE, related_name="drafts", verbose_name="candidature"
    )

    class Meta:
        verbose_name = "brouillon"
        verbose_name_plural = "brouillons"

    def __str__(self) -> str:
        return str(self.pk)


class DraftKey(models.Model):
    """An address that resumes a draft. Only the digest of its token is kept; each e-mail gets a key of its own."""

    draft = models.ForeignKey(Draft, on_delete=models.CASCADE, related_name="keys")
    digest = models.CharField("empreinte", max_length=64, unique=True)
    created_at = models.DateTimeField("créée le", default=timezone.now)

    class Meta:
        verbose_name = "adresse de reprise"
        verbose_name_plural = "adresses de reprise"

    def __str__(self) -> str:
        return f"{self.draft_id}, {self.created_at:%Y-%m-%d %H:%M}"
