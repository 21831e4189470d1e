"""Forms of the porteur's space that follow a filing: messages, signed convention, reports; and an expert's answer."""

from typing import Any

from django import forms

from events.candidatures.answer_fields import DayField, EuroField
from events.candidatures.file_field import FilesField
from events.candidatures.models import OutsideOpinion, Report
from events.candidatures.upload_kinds import KINDS

MAX_BYTES = 20_000_000


def files_field(field_id: str, label: str, **options: Any) -> FilesField:
    """A field of files of every accepted kind; its rule is told as its help."""
    values = {"kinds": list(KINDS), "max_bytes": MAX_BYTES, "max_files": 5, "required": False} | options
    field = FilesField(field_id=field_id, label=label, **values)
    field.help_text = field.rule
    field.error_messages["required"] = "Joignez ce document."
    return field


class MessageForm(forms.Form):
    """A message, with files where there are some."""

    body = forms.CharField(
        label="Votre message",
        max_length=8000,
        widget=forms.Textarea({"rows": 6}),
        error_messages={"required": "Écrivez votre message."},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["files"] = files_field("message", "Fichiers")


class SignedForm(forms.Form):
    """The signed copy of the convention and the day it was signed."""

    day = DayField(label="Date de signature", error_messages={"required": "Indiquez la date de signature."})

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["copy"] = files_field("convention", "Convention signée", kinds=["pdf"], max_files=1, required=True)


class ReportForm(forms.Form):
    """One of the three reports."""

    text = forms.CharField(label="Bilan", required=False, max_length=20_000, widget=forms.Textarea({"rows": 8}))

    def __init__(self, *args: Any, kind: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        text = self.fields["text"]
        if kind == Report.Kind.FINANCIAL:
            self.fields = {
                "final_budget": EuroField(
                    label="Ce que l’événement a coûté (euros)",
                    help_text="Total des dépenses réelles. La subvention se calcule sur ce montant.",
                    error_messages={"required": "Indiquez ce que l’événement a réellement coûté."},
                ),
                **self.fields,
            }
            text.help_text = "Dépenses et recettes par poste, écarts avec le budget prévu."
        elif kind == Report.Kind.QUANTITATIVE:
            text.help_text = "Nombre de personnes présentes, d’ateliers, de structures, de ressources produites…"
        else:
            text.help_text = "Ce qui a marché, ce qui a manqué, les suites, les ressources publiées."
        self.fields["files"] = files_field("report", "Documents")
        self.is_financial = kind == Report.Kind.FINANCIAL

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        received = given.get("files")
        has_files = received is not None and len(received)
        if self.is_financial and "files" in given and not has_files:
            self.add_error("files", "Joignez votre bilan financier.")
        elif "files" in given and not given.get("text") and not has_files:
            self.add_error("text", "Écrivez votre bilan ou joignez-le.")
        return given


class OpinionForm(forms.Form):
    """What an expert or a partner answers."""

    answer = forms.ChoiceField(
        choices=OutsideOpinion.Answer.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choisissez une réponse."},
    )
    text = forms.CharField(required=False, max_length=8000, widget=forms.Textarea({"rows": 8}))

    def __init__(self, *args: Any, kind: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        partner = kind == OutsideOpinion.Kind.PARTNER
        self.fields["answer"].label = "Pouvez-vous venir\u202f?" if partner else "Soutenez-vous ce projet\u202f?"
        self.fields["text"].label = "Précisions" if partner else "Votre avis"
        if not partner:
            self.fields["text"].required = True
            self.fields["text"].error_messages["required"] = "Écrivez votre avis en quelques lignes."
