"""Forms of the desk's actions."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

from django import forms
from django.utils import timezone

from events.candidatures import complements
from events.candidatures.answer_fields import EuroField
from events.candidatures.eligibility import BRAND, GRANT, SUPPORT, Eligibility
from events.candidatures.errors import ReasonMissing
from events.candidatures.french import french_euros
from events.candidatures.grant_arithmetic import ceiling
from events.candidatures.grants import max_share
from events.candidatures.models import Candidature, Complement, Team
from events.candidatures.states import State

MAX_REASON = 4000
"""Characters of a reason: it is read in an e-mail."""

OUTCOMES = [
    (
        State.SUPPORT,
        "Label avec accompagnement",
        "Les critères obligatoires sont réunis. Une page est préparée.",
    ),
    (State.GRANT, "Label avec subvention", "En plus, la demande de subvention est retenue. Une convention suivra."),
    (State.BRAND, "Usage de la marque seul", "La charte est acceptée, sans accompagnement ni subvention."),
    (
        State.REFUSED,
        "Refus d’accompagnement ou de subvention",
        "La marque reste ouverte à qui accepte la charte.",
    ),
]
TIER_OF = {State.SUPPORT: SUPPORT, State.GRANT: GRANT, State.BRAND: BRAND}


class ActionForm(forms.Form):
    """Nothing to fill: the post is the confirmation."""

    def __init__(self, *args: Any, file: Candidature, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.file = file


class ReasonForm(ActionForm):
    reason = forms.CharField(
        label="Motivation",
        max_length=MAX_REASON,
        widget=forms.Textarea({"rows": 6}),
        help_text="Envoyée telle quelle à la structure et conservée au dossier.",
        error_messages={"required": str(ReasonMissing())},
    )


class DecisionForm(ReasonForm):
    outcome = forms.ChoiceField(
        label="Décision",
        choices=[(state.value, f"{label}. {text}") for state, label, text in OUTCOMES],
        widget=forms.RadioSelect,
        error_messages={"required": "Choisissez une décision."},
    )
    awarded = EuroField(label="Montant accordé (euros)", required=False)
    override = forms.BooleanField(
        label="Décider malgré un critère obligatoire non rempli",
        required=False,
        help_text="La motivation dit alors pourquoi.",
    )
    field_order = ["outcome", "awarded", "reason", "override"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        file = self.file
        if file.grant_requested and file.grant_amount and file.budget_total:
            most = min(file.grant_amount, ceiling(file.budget_total, max_share(file)))
            self.fields["awarded"].initial = f"{most:.2f}".replace(".", ",").removesuffix(",00")
            self.fields["awarded"].help_text = (
                f"Pour un label avec subvention\u00a0: {french_euros(most)} au plus "
                f"(demandé\u00a0: {french_euros(file.grant_amount)})."
            )
        else:
            del self.fields["awarded"]

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        outcome = given.get("outcome")
        if outcome == State.GRANT and "awarded" not in self.fields:
            self.add_error("outcome", "Ce dossier ne demande pas de subvention, ou son budget manque.")
        elif outcome == State.GRANT and given.get("awarded") is None and "awarded" not in self.errors:
            self.add_error("awarded", "Indiquez le montant accordé.")
        missing = self.missing(outcome)
        if missing and not given.get("override"):
            self.add_error("override", f"Non rempli\u00a0: {' '.join(missing)} Cochez pour décider malgré cela.")
        return given

    def missing(self, outcome: str | None) -> list[str]:
        """Criteria that the chosen tier wants and that the file does not meet."""
        if outcome not in TIER_OF or not self.file.eligibility:
            return []
        tier = Eligibility.from_json(self.file.eligibility).tier(TIER_OF[State(outcome)])
        return [] if tier.met else tier.reasons


class ComplementForm(ReasonForm):
    fields_asked = forms.MultipleChoiceField(
        label="Réponses à compléter",
        widget=forms.CheckboxSelectMultiple,
        help_text="Elles seules se rouvrent pour la structure.",
        error_messages={"required": "Choisissez au moins une réponse."},
    )
    due_on = forms.DateField(
        label="Attendu le",
        widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"),
        error_messages={"required": "Choisissez une date.", "invalid": "Choisissez une date qui existe."},
    )
    field_order = ["fields_asked", "reason", "due_on"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["fields_asked"].choices = complements.questions(self.file)
        today = timezone.localdate()
        self.fields["due_on"].initial = today + timedelta(days=self.file.team.complement_days)
        self.fields["reason"].label = "Ce qui manque, et pourquoi"

    def clean_due_on(self) -> Any:
        day = self.cleaned_data["due_on"]
        if not 0 < (day - timezone.localdate()).days <= complements.MAX_DAYS:
            raise forms.ValidationError(f"Choisissez une date à venir, dans les {complements.MAX_DAYS}\u00a0jours.")
        return day

    def draft(self) -> Complement:
        """The complement as it would be, for the preview of its letter."""
        given = self.cleaned_data
        return Complement(
            candidature=self.file, fields=given["fields_asked"], reason=given["reason"], due_on=given["due_on"]
        )


class ReassignForm(ReasonForm):
    team = forms.ModelChoiceField(
        label="Équipe",
        queryset=Team.objects.none(),
        empty_label="Choisir une équipe",
        error_messages={"required": "Choisissez l’équipe à qui confier le dossier."},
    )
    field_order = ["team", "reason"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["team"].queryset = Team.objects.exclude(pk=self.file.team_id)
        self.fields["reason"].help_text = "Envoyée à l’autre équipe et conservée au dossier."


class AssignForm(ActionForm):
    person = forms.ChoiceField(label="Suivi par", required=False, widget=forms.RadioSelect)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        from events.candidatures.desk.load import members

        super().__init__(*args, **kwargs)
        self.people = {str(each.person.pk): each.person for each in members(self.file.team)}
        choices = [(str(each.person.pk), each.label) for each in members(self.file.team)]
        self.fields["person"].choices = [("", "Personne pour le moment"), *choices]
        self.fields["person"].initial = str(self.file.assignee_id or "")

    def clean_person(self) -> Any:
        return self.people.get(self.cleaned_data["person"])


class ConflictForm(ActionForm):
    reason = forms.CharField(
        label="Votre lien avec ce dossier",
        max_length=1000,
        widget=forms.Textarea({"rows": 4}),
        help_text="Lu par l’équipe seule.",
        error_messages={"required": "Dites quel lien vous avez avec ce dossier."},
    )


def amount_of(given: dict[str, Any]) -> Decimal | None:
    """The amount awarded, where the decision is a grant."""
    return given.get("awarded") if given.get("outcome") == State.GRANT else None
