"""The ledger of a grant, its convention and its three reports. Amounts are exact decimals, in euros."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from events.candidatures.models.dossier import Candidature
from events.candidatures.states import GrantState


def amount(name: str, **options: bool) -> models.DecimalField:
    return models.DecimalField(name, max_digits=12, decimal_places=2, **options)


class Grant(models.Model):
    """What was awarded to a file, and what becomes of it. Written by `grants.py` alone."""

    candidature = models.OneToOneField(Candidature, on_delete=models.PROTECT, related_name="grant")
    state = models.CharField("état", max_length=12, choices=GrantState, default=GrantState.TO_SIGN, db_index=True)
    max_share = models.DecimalField("part la plus haute (%)", max_digits=5, decimal_places=2)
    budget = amount("budget prévu (euros)")
    asked = amount("demandé (euros)")
    awarded = amount("accordé (euros)")
    final_budget = amount("budget réalisé (euros)", null=True, blank=True)
    payable = amount("à verser (euros)", null=True, blank=True)
    convention_sent_at = models.DateTimeField("convention envoyée le", null=True, blank=True)
    porteur_signed_on = models.DateField("signée par la structure le", null=True, blank=True)
    team_signed_on = models.DateField("signée par le programme le", null=True, blank=True)
    paid_on = models.DateField("payée le", null=True, blank=True)
    awarded_at = models.DateTimeField("accordée le", default=timezone.now)

    class Meta:
        verbose_name = "subvention"
        constraints = [
            models.CheckConstraint(condition=models.Q(awarded__gt=0, budget__gt=0), name="grant_above_zero"),
            models.CheckConstraint(
                condition=models.Q(payable=None) | models.Q(payable__gte=0, payable__lte=models.F("awarded")),
                name="grant_payable_within_award",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.candidature_id}, {self.get_state_display()}"


class Report(models.Model):
    """One of the three supporting documents; each is accepted, or sent back with a remark and sent again.

    Its files are attachments of the file, field `report-<kind>-<version>`.
    """

    class Kind(models.TextChoices):
        FINANCIAL = "financial", "Bilan financier"
        QUANTITATIVE = "quantitative", "Bilan quantitatif"
        QUALITATIVE = "qualitative", "Bilan qualitatif"

    class State(models.TextChoices):
        EXPECTED = "expected", "Attendu"
        RECEIVED = "received", "Reçu, à relire"
        SENT_BACK = "sent_back", "À reprendre"
        ACCEPTED = "accepted", "Accepté"

    grant = models.ForeignKey(Grant, on_delete=models.CASCADE, related_name="reports")
    kind = models.CharField("bilan", max_length=12, choices=Kind)
    state = models.CharField("état", max_length=10, choices=State, default=State.EXPECTED)
    version = models.PositiveSmallIntegerField("envoi", default=0)
    text = models.TextField("texte", blank=True)
    remark = models.TextField("remarque de l’équipe", blank=True)
    submitted_at = models.DateTimeField("reçu le", null=True, blank=True)
    reviewed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name="relu par", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    reviewed_at = models.DateTimeField("relu le", null=True, blank=True)

    class Meta:
        verbose_name = "bilan"
        verbose_name_plural = "bilans"
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["grant", "kind"], name="report_one_of_each")]

    def __str__(self) -> str:
        return f"{self.grant_id}, {self.get_kind_display()}"

    @property
    def field_id(self) -> str:
        """What the files of its latest version carry as `field_id`."""
        return f"report-{self.kind}-{self.version}"
