"""Versions of the rules of eligibility, as the admin edits them."""

from datetime import date
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Max
from django.utils import timezone

from events.candidatures.eligibility import Rules


class RuleSet(models.Model):
    """One version of the thresholds, from a day on. Once it applies it is never changed: another version follows.

    A file keeps, in its `eligibility`, the thresholds of its filing day.
    """

    version = models.PositiveIntegerField("version", unique=True, editable=False)
    applies_from = models.DateField(
        "s’applique à partir du",
        unique=True,
        help_text="Un jour à venir\u00a0: les dossiers déposés avant n’y changent rien.",
    )
    notice_months = models.PositiveSmallIntegerField(
        "délai de dépôt (mois avant le premier jour)", default=4, validators=[MaxValueValidator(24)]
    )
    min_audience = models.PositiveIntegerField(
        "public attendu, au moins (personnes)", default=150, validators=[MaxValueValidator(100_000)]
    )
    max_share = models.DecimalField(
        "part du budget, au plus (%)",
        max_digits=5,
        decimal_places=2,
        default=Decimal("80.00"),
        validators=[MinValueValidator(Decimal("0.01")), MaxValueValidator(Decimal("100"))],
    )
    note = models.TextField("pourquoi cette version", blank=True)
    created_at = models.DateTimeField("écrite le", default=timezone.now, editable=False)

    class Meta:
        verbose_name = "version des règles"
        verbose_name_plural = "règles d’éligibilité"
        ordering = ["-applies_from"]

    def __str__(self) -> str:
        return f"Version {self.version}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.version is None:
            self.version = (RuleSet.objects.aggregate(last=Max("version"))["last"] or Rules().version) + 1
        super().save(*args, **kwargs)

    def clean(self) -> None:
        super().clean()
        if self.applies_from and self.applies_from <= timezone.localdate():
            raise ValidationError({"applies_from": "Choisissez un jour à venir."})
        former = RuleSet.objects.filter(pk=self.pk).first()
        if former is not None and former.is_in_force(timezone.localdate()):
            raise ValidationError("Cette version s’applique déjà\u00a0: écrivez-en une autre.")

    def is_in_force(self, today: date) -> bool:
        """True from its first day on: files may have been filed under it."""
        return self.applies_from <= today

    @property
    def rules(self) -> Rules:
        return Rules(
            version=self.version,
            notice_months=self.notice_months,
            min_audience=self.min_audience,
            max_share=self.max_share,
        )
