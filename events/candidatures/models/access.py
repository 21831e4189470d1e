"""Links by e-mail into the porteur's space."""

from django.conf import settings
from django.db import models
from django.utils import timezone


class SignInLink(models.Model):
    """A link that lets one person in, once, within a quarter of an hour. Only the digest of its token is kept."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name="personne", on_delete=models.CASCADE, related_name="sign_in_links"
    )
    digest = models.CharField("empreinte", max_length=64, unique=True)
    next_path = models.CharField("page demandée", max_length=200, blank=True)
    created_at = models.DateTimeField("demandé le", default=timezone.now, db_index=True)
    used_at = models.DateTimeField("utilisé le", null=True, blank=True)

    class Meta:
        verbose_name = "lien de connexion"
        verbose_name_plural = "liens de connexion"

    def __str__(self) -> str:
        return f"{self.user_id}, {self.created_at:%Y-%m-%d %H:%M}"
