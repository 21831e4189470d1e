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


class CoPorteur(models.Model):
    """Somebody with whom a file is shared, known by an e-mail address: to follow it, or to answer in it too."""

    class Role(models.TextChoices):
        EDIT = "edit", "Suivre et répondre"
        READ = "read", "Suivre"

    candidature = models.ForeignKey("candidatures.Candidature", on_delete=models.CASCADE, related_name="co_porteurs")
    email = models.EmailField("adresse électronique", db_index=True)
    role = models.CharField("rôle", max_length=4, choices=Role, default=Role.EDIT)
    invited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name="par", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    invited_at = models.DateTimeField("le", default=timezone.now)

    class Meta:
        verbose_name = "co-porteuse ou co-porteur"
        verbose_name_plural = "co-porteuses et co-porteurs"
        constraints = [models.UniqueConstraint(fields=["candidature", "email"], name="co_porteur_once_a_file")]

    def __str__(self) -> str:
        return self.email
