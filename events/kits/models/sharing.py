"""Who a kit was handed to: links for partners, and when each of its people last took it."""

import secrets
from datetime import datetime

from django.conf import settings
from django.core.signing import Signer
from django.db import models
from django.urls import reverse
from django.utils.crypto import constant_time_compare

from events.kits.models.kit import Kit

SALT = "events.kits.share"
NONCE = 24
"""Bytes of chance in a link: 192 bits, for the 128 that are asked for at least."""
SIGNATURE = 43
"""Characters of a signature (HMAC-SHA256 in base 64, without its padding)."""


def new_nonce() -> str:
    return secrets.token_urlsafe(NONCE)


class ShareLink(models.Model):
    """A link that opens one kit to whoever holds it, until it expires or is revoked.

    The address is the nonce and its signature, which covers the kit and the last instant: the database alone gives
    no address, and a row moved to another kit opens nothing.
    """

    kit = models.ForeignKey(Kit, on_delete=models.CASCADE, related_name="share_links")
    nonce = models.CharField(max_length=40, unique=True, default=new_nonce, editable=False)
    recipient = models.CharField("pour qui", max_length=80)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name="créé par", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    created_at = models.DateTimeField("créé le", auto_now_add=True)
    expires_at = models.DateTimeField("expire le")
    revoked_at = models.DateTimeField("révoqué le", null=True, blank=True)

    class Meta:
        verbose_name = "lien de partage"
        verbose_name_plural = "liens de partage"
        ordering = ["-created_at", "-pk"]

    def __str__(self) -> str:
        return f"Lien pour {self.recipient}"

    def get_absolute_url(self) -> str:
        return reverse("kits:shared", args=[self.token])

    @property
    def token(self) -> str:
        """What the address holds: letters, digits, `-` and `_`."""
        return f"{self.nonce}{Signer(salt=SALT).signature(self._signed)}"

    @property
    def _signed(self) -> str:
        return f"{self.kit_id}:{self.nonce}:{int(self.expires_at.timestamp())}"

    def is_open(self, now: datetime) -> bool:
        return self.revoked_at is None and now < self.expires_at

    @classmethod
    def of_token(cls, token: str) -> "ShareLink | None":
        """The link of an address, open or not; None where the address was not given out by this site."""
        nonce, signature = token[:-SIGNATURE], token[-SIGNATURE:]
        link = cls.objects.filter(nonce=nonce).select_related("kit__event").first() if nonce else None
        if link is None:
            return None
        signer = Signer(salt=SALT)
        wanted = (signer.signature(link._signed, key) for key in (signer.key, *signer.fallback_keys))
        return link if any(constant_time_compare(signature, each) for each in wanted) else None


class LastDownload(models.Model):
    """When a person with an account last took files of a kit, so that its page can say what changed since.

    It tells nothing of which files, and goes with the account or the kit.
    """

    kit = models.ForeignKey(Kit, on_delete=models.CASCADE, related_name="last_downloads")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField("le")

    class Meta:
        verbose_name = "dernier téléchargement"
        verbose_name_plural = "derniers téléchargements"
        constraints = [models.UniqueConstraint(fields=["kit", "user"], name="kit_last_download_once")]

    def __str__(self) -> str:
        return f"{self.user_id}, {self.at:%Y-%m-%d}"
