"""Forms of the desk's actions."""

from typing import Any

from django import forms

from events.candidatures.errors import ReasonMissing
from events.candidatures.models import Candidature, Team
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
    field_order = ["outcome", "reason"]


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
