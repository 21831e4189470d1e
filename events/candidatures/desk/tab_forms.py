"""Forms inside the pages of a file: marks, notes, messages, opinions from outside, the grant."""

from typing import Any

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator

from events.candidatures import complements, exchanges
from events.candidatures.followup_forms import files_field
from events.candidatures.models import Candidature, Criterion, OutsideOpinion
from events.candidatures.models.instruction import MAX_MARK
from events.formats.models import FormatPage

MARKS = [("", "–"), *((str(mark), str(mark)) for mark in range(MAX_MARK + 1))]
PLAIN = "candidatures/desk/files_widget.html"
"""The input alone: the admin draws the label."""
MARK_ERROR = {"invalid_choice": f"Une note va de 0 à {MAX_MARK}."}


class GridForm(forms.Form):
    """Seven marks with their comments, and the opinion as a whole."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for criterion in Criterion:
            self.fields[f"mark_{criterion}"] = forms.ChoiceField(
                label=criterion.label, choices=MARKS, required=False, error_messages=MARK_ERROR
            )
            self.fields[f"comment_{criterion}"] = forms.CharField(
                label=f"Commentaire\u00a0: {criterion.label}", required=False, max_length=1000
            )
        self.fields["comment"] = forms.CharField(
            label="Avis d’ensemble", required=False, max_length=4000, widget=forms.Textarea({"rows": 4})
        )

    @property
    def rows(self) -> list[dict[str, Any]]:
        """The criteria with their two fields, for the template."""
        return [
            {"criterion": each, "mark": self[f"mark_{each}"], "comment": self[f"comment_{each}"]} for each in Criterion
        ]

    @property
    def marks(self) -> dict[str, int]:
        given = {each.value: self.cleaned_data[f"mark_{each}"] for each in Criterion}
        return {name: int(mark) for name, mark in given.items() if mark}

    @property
    def comments(self) -> dict[str, str]:
        return {each.value: self.cleaned_data[f"comment_{each}"] for each in Criterion}


class NoteForm(forms.Form):
    body = forms.CharField(
        label="Nouvelle note",
        max_length=8000,
        widget=forms.Textarea({"rows": 3}),
        error_messages={"required": "Écrivez votre note."},
    )


class TeamMessageForm(forms.Form):
    body = forms.CharField(
        label="Message à la structure",
        max_length=8000,
        widget=forms.Textarea({"rows": 4}),
        error_messages={"required": "Écrivez votre message."},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["files"] = files_field("message", "Fichiers")
        self.fields["files"].widget.template_name = PLAIN
        self.fields["files"].widget.use_fieldset = False


class OpinionForm(forms.Form):
    """To whom a question goes, what is shown, and for how long."""

    kind = forms.ChoiceField(label="Nature", choices=OutsideOpinion.Kind.choices, widget=forms.RadioSelect)
    name = forms.CharField(label="Nom", max_length=120, error_messages={"required": "Indiquez un nom."})
    email = forms.EmailField(
        label="Adresse électronique",
        error_messages={"required": "Indiquez une adresse.", "invalid": "Cette adresse n’est pas complète."},
    )
    format = forms.ModelChoiceField(
        label="Format du partenaire",
        queryset=FormatPage.objects.none(),
        required=False,
        empty_label="Aucun",
        help_text="Parmi ceux que le dossier a choisis.",
    )
    question = forms.CharField(
        label="Question",
        max_length=2000,
        widget=forms.Textarea({"rows": 4}),
        error_messages={"required": "Écrivez votre question."},
    )
    shown = forms.MultipleChoiceField(
        label="Réponses montrées",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="En plus du nom, des dates, du territoire et du public attendu. Rien d’autre n’est montré.",
    )
    days = forms.IntegerField(
        label="Durée du lien (jours)",
        initial=exchanges.OPINION_DAYS,
        validators=[MinValueValidator(1), MaxValueValidator(90)],
    )

    def __init__(self, *args: Any, file: Candidature, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["format"].queryset = file.formats.all()
        self.fields["shown"].choices = complements.questions(file)


class DayForm(forms.Form):
    """A day, for a payment."""

    day = forms.DateField(
        label="Date",
        widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"),
        error_messages={"required": "Indiquez la date.", "invalid": "Écrivez une date qui existe."},
    )


class SignatureForm(DayForm):
    """The programme's signed copy."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["copy"] = files_field("convention", "Copie signée", kinds=["pdf"], max_files=1, required=True)
        self.fields["copy"].widget.template_name = PLAIN
        self.fields["copy"].widget.use_fieldset = False
