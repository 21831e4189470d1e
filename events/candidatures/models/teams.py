"""Instruction teams, and the ordered rules that route a file to one of them."""

from collections.abc import Collection
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models, transaction

from community.models import Territory, TerritoryKind, Theme
from events.candidatures.letter_places import unknown_places
from events.candidatures.states import DECISIONS, State

LETTERS = DECISIONS | {State.CLOSED}
"""States whose letter a team may word."""


class Team(models.Model):
    """Instructors who see the same files. One team takes what no rule routes."""

    name = models.CharField("nom", max_length=80, unique=True)
    email = models.EmailField("adresse partagée", help_text="Reçoit un message à chaque dossier déposé.")
    members = models.ManyToManyField(
        settings.AUTH_USER_MODEL, verbose_name="membres", blank=True, related_name="instruction_teams"
    )
    is_default = models.BooleanField("équipe par défaut", default=False)
    review_days = models.PositiveSmallIntegerField(
        "délai de réponse (jours)", default=30, help_text="Après le dépôt. Un dossier qui le dépasse est signalé."
    )
    complement_days = models.PositiveSmallIntegerField(
        "délai d’un complément (jours)", default=15, help_text="Proposé à chaque demande."
    )

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


class RuleTier(models.TextChoices):
    """The highest tier that a file reached on the day it was filed."""

    BRAND = "brand", "Marque"
    SUPPORT = "support", "Accompagnement"
    GRANT = "grant", "Subvention"


class RoutingRule(models.Model):
    """Conditions on a file's answers, all of which must hold, and the team it then goes to. The first rule wins.

    The territories hold for all below them; territories and kind are one condition: either will do. A rule without
    any condition takes nothing.
    """

    order = models.PositiveSmallIntegerField("ordre", default=10)
    team = models.ForeignKey(Team, verbose_name="équipe", on_delete=models.CASCADE, related_name="rules")
    is_active = models.BooleanField(
        "appliquée", default=True, help_text="Décochée, elle ne compte que dans la simulation."
    )
    kind = models.CharField("type de territoire", max_length=12, choices=TerritoryKind, blank=True)
    territories = models.ManyToManyField(
        Territory, verbose_name="territoires", blank=True, related_name="+", help_text="Leurs sous-territoires compris."
    )
    themes = models.ManyToManyField(
        Theme, verbose_name="thèmes", blank=True, related_name="+", help_text="L’un d’eux suffit."
    )
    tier = models.CharField("niveau au dépôt", max_length=8, choices=RuleTier, blank=True)
    min_amount = models.DecimalField(
        "montant demandé, au moins (euros)", max_digits=12, decimal_places=2, null=True, blank=True
    )
    max_amount = models.DecimalField(
        "montant demandé, au plus (euros)", max_digits=12, decimal_places=2, null=True, blank=True
    )
    question = models.CharField("question du formulaire", max_length=64, blank=True)
    answer = models.CharField(
        "dont la réponse contient", max_length=200, blank=True, help_text="Sans égard aux majuscules ni aux accents."
    )

    class Meta:
        verbose_name = "règle d’aiguillage"
        verbose_name_plural = "règles d’aiguillage"
        ordering = ["order", "pk"]

    def __str__(self) -> str:
        return f"{self.order} → {self.team}"

    def clean(self) -> None:
        super().clean()
        if bool(self.question) != bool(self.answer):
            raise ValidationError({"answer": "Choisissez une question et ce que sa réponse doit contenir."})
        if self.min_amount is not None and self.max_amount is not None and self.max_amount < self.min_amount:
            raise ValidationError({"max_amount": "Ce montant est plus petit que le premier."})


class LetterText(models.Model):
    """A team's own words for one of its letters, instead of the site's. Places in braces are filled on sending."""

    team = models.ForeignKey(Team, on_delete=models.CASCADE, related_name="letters")
    state = models.CharField(
        "lettre", max_length=12, choices=[choice for choice in State.choices if choice[0] in LETTERS]
    )
    subject = models.CharField("objet", max_length=150)
    body = models.TextField("texte")

    class Meta:
        verbose_name = "lettre"
        ordering = ["team", "state"]
        constraints = [models.UniqueConstraint(fields=["team", "state"], name="letter_one_of_each")]

    def __str__(self) -> str:
        return f"{self.team} : {self.get_state_display()}"

    def clean(self) -> None:
        super().clean()
        errors = {
            name: f"Ces repères n’existent pas\u00a0: {', '.join(unknown)}."
            for name in ("subject", "body")
            if (unknown := unknown_places(getattr(self, name)))
        }
        if not errors and "{motivation}" not in self.body:
            errors["body"] = "Le texte doit contenir {motivation}\u00a0: une décision se motive."
        if errors:
            raise ValidationError(errors)
