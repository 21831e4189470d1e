"""Instruction teams, and the ordered rules that route a file to one of them."""

from collections.abc import Collection
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models, transaction

from community.models import Territory, TerritoryKind


class Team(models.Model):
    """Instructors who see the same files. One team takes what no rule routes."""

    name = models.CharField("nom", max_length=80, unique=True)
    email = models.EmailField("adresse partagée", help_text="Reçoit un message à chaque dossier déposé.")
    members = models.ManyToManyField(
        settings.AUTH_USER_MODEL, verbose_name="membres", blank=True, related_name="instruction_teams"
    )
    is_default = models.BooleanField("équipe par défaut", default=False)

    class Meta:
        verbose_name = "équipe d’instruction"
        verbose_name_plural = "équipes d’instruction"
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(fields=["is_default"], condition=models.Q(is_default=True), name="team_one_default")
        ]

    def __str__(self) -> str:
        return self.name

    @transaction.atomic
    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.is_default:
            Team.objects.exclude(pk=self.pk).filter(is_default=True).update(is_default=False)
        super().save(*args, **kwargs)

    def clean(self) -> None:
        super().clean()
        if not self.is_default and Team.objects.filter(pk=self.pk, is_default=True).exists():
            raise ValidationError(
                {"is_default": "Il en faut une. Cochez cette case sur une autre équipe\u00a0: elle remplace celle-ci."}
            )

    def validate_constraints(self, exclude: Collection[str] | None = None) -> None:
        """A second default team is no error: saving it takes the place of the first."""
        super().validate_constraints({*(exclude or ()), "is_default"})


class RoutingRule(models.Model):
    """Territories (with all below them) and kinds of territory that go to a team. The first rule that matches wins."""

    order = models.PositiveSmallIntegerField("ordre", default=10)
    team = models.ForeignKey(Team, verbose_name="équipe", on_delete=models.CASCADE, related_name="rules")
    kind = models.CharField("type de territoire", max_length=12, choices=TerritoryKind, blank=True)
    territories = models.ManyToManyField(
        Territory, verbose_name="territoires", blank=True, related_name="+", help_text="Leurs sous-territoires compris."
    )

    class Meta:
        verbose_name = "règle d’aiguillage"
        verbose_name_plural = "règles d’aiguillage"
        ordering = ["order", "pk"]

    def __str__(self) -> str:
        return f"{self.order} → {self.team}"
