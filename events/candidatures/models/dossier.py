"""A candidature, its attachments, its decision and its log."""

import secrets
import uuid
from typing import Any

from django.conf import settings
from django.db import models
from django.utils import timezone
from wagtail.contrib.forms.models import AbstractFormSubmission

from community.models import Territory, Theme
from events.candidatures.models.teams import Team
from events.candidatures.querysets import CandidatureQuerySet
from events.candidatures.states import DECISIONS, State
from events.formats.models import FormatPage
from events.models import EventPage
from nec_cms.storage import private_storage


def receipt_token() -> str:
    """192 random bits in an alphabet that addresses allow."""
    return secrets.token_urlsafe(24)


class Candidature(AbstractFormSubmission):
    """A filed application.

    `form_data` holds the answers, keyed by the UUID of each field's block; `form_snapshot` holds the form as it was
    answered, so that a later change of the form never harms a past answer. The typed columns are filled from the
    fields' roles on filing.
    """

    wagtail_reference_index_ignore = True  # Wagtail's lists of uses would tell editors of files that are not theirs

    page = models.ForeignKey("wagtailcore.Page", on_delete=models.PROTECT, related_name="+")
    form_snapshot = models.JSONField("formulaire répondu", default=list)
    filed_at = models.DateTimeField("déposée le", default=timezone.now, db_index=True)
    token = models.CharField(max_length=64, unique=True, default=receipt_token, editable=False)
    fingerprint = models.CharField(max_length=64, unique=True, null=True, editable=False)  # noqa: DJ001  (null is not unique)

    title = models.CharField("intitulé", max_length=200, blank=True)
    event_start = models.DateField("premier jour", null=True, blank=True)
    event_end = models.DateField("dernier jour", null=True, blank=True)
    territory = models.ForeignKey(
        Territory,
        verbose_name="territoire",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="candidatures",
    )
    organisation = models.CharField("structure", max_length=200, blank=True)
    contact_name = models.CharField("contact", max_length=160, blank=True)
    contact_email = models.EmailField("adresse électronique", blank=True)
    audience = models.PositiveIntegerField("public attendu (personnes)", null=True, blank=True)
    venue_capacity = models.PositiveIntegerField("capacité du lieu (personnes)", null=True, blank=True)
    local_authority_support = models.BooleanField("soutien d’une collectivité", null=True, blank=True)
    budget_total = models.DecimalField("budget (euros)", max_digits=12, decimal_places=2, null=True, blank=True)
    grant_requested = models.BooleanField("subvention demandée", default=False)
    grant_amount = models.DecimalField(
        "montant demandé (euros)", max_digits=12, decimal_places=2, null=True, blank=True
    )
    charter = models.BooleanField("charte acceptée", default=False)
    themes = models.ManyToManyField(Theme, verbose_name="thèmes", blank=True, related_name="+")
    formats = models.ManyToManyField(FormatPage, verbose_name="formats partenaires", blank=True, related_name="+")

    eligibility = models.JSONField("éligibilité au jour du dépôt", default=dict)
    state = models.CharField("état", max_length=12, choices=State, default=State.FILED, db_index=True)
    team = models.ForeignKey(Team, verbose_name="équipe", on_delete=models.PROTECT, related_name="candidatures")
    assignee = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="suivie par",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="assigned_candidatures",
    )
    porteur = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="porteuse ou porteur",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="candidatures",
    )
    event = models.OneToOneField(
        EventPage,
        verbose_name="événement",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="candidature",
    )

    objects = CandidatureQuerySet.as_manager()

    class Meta:
        verbose_name = "candidature"
        verbose_name_plural = "candidatures"
        ordering = ["-filed_at"]
        permissions = [("instruct_candidature", "Peut instruire les candidatures de son équipe")]

    def __str__(self) -> str:
        return self.number

    @property
    def number(self) -> str:
        """What people quote: NEC-2026-00042. Never an answer."""
        return f"NEC-{self.filed_at:%Y}-{self.pk:05d}" if self.pk else "NEC"


class Scan(models.TextChoices):
    """What the antivirus said of a file. Nobody is served a file that waits for it, or that it refused."""

    NONE = "none", "Sans antivirus"
    PENDING = "pending", "Analyse en attente"
    CLEAN = "clean", "Sain"
    INFECTED = "infected", "Refusé par l’antivirus"


class Attachment(models.Model):
    """A file of an answer, in private storage under a UUID. It belongs to a draft, then to its candidature."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    candidature = models.ForeignKey(
        Candidature, null=True, blank=True, on_delete=models.CASCADE, related_name="attachments"
    )
    draft = models.ForeignKey(
        "candidatures.Draft", null=True, blank=True, on_delete=models.CASCADE, related_name="attachments"
    )
    field_id = models.CharField("champ", max_length=64)
    file = models.FileField("fichier", storage=private_storage, upload_to="candidatures/%Y/%m/")
    name = models.CharField("nom", max_length=160)
    content_type = models.CharField("type", max_length=120)
    size = models.PositiveIntegerField("taille (octets)")
    sha256 = models.CharField("empreinte", max_length=64)
    scan = models.CharField("antivirus", max_length=8, choices=Scan, default=Scan.NONE, db_index=True)
    created_at = models.DateTimeField("reçu le", default=timezone.now, db_index=True)

    class Meta:
        verbose_name = "pièce jointe"
        verbose_name_plural = "pièces jointes"

    def __str__(self) -> str:
        return self.name

    @property
    def is_served(self) -> bool:
        """False while the antivirus has not answered, and for what it refused."""
        return self.scan in (Scan.NONE, Scan.CLEAN)


class Decision(models.Model):
    """The reasoned decision on a file; there is one at most."""

    candidature = models.OneToOneField(Candidature, on_delete=models.CASCADE, related_name="decision")
    outcome = models.CharField(
        "décision", max_length=12, choices=[choice for choice in State.choices if choice[0] in DECISIONS]
    )
    reason = models.TextField("motivation")
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name="par", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    decided_at = models.DateTimeField("le", default=timezone.now)

    class Meta:
        verbose_name = "décision"

    def __str__(self) -> str:
        return f"{self.candidature} : {self.get_outcome_display()}"


class LogEntry(models.Model):
    """One line of a file's history. Written once, never changed or removed by the site's code."""

    candidature = models.ForeignKey(Candidature, on_delete=models.CASCADE, related_name="log")
    at = models.DateTimeField("le", default=timezone.now)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name="par", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    action = models.CharField("action", max_length=40)
    from_state = models.CharField("état avant", max_length=12, blank=True)
    to_state = models.CharField("état après", max_length=12, blank=True)
    detail = models.TextField("détail", blank=True)

    class Meta:
        verbose_name = "entrée du journal"
        verbose_name_plural = "journal"
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.action}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise TypeError("A log entry is never changed.")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> Any:
        raise TypeError("A log entry is never removed.")
