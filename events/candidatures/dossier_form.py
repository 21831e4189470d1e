"""The form that applicants fill: which questions are asked, what its fields must say together, the files it holds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.utils import timezone
from wagtail.contrib.forms.forms import BaseForm

from events.candidatures.conditions import asked
from events.candidatures.file_field import FilesField
from events.candidatures.french import french_euros

if TYPE_CHECKING:
    from events.candidatures.form_builder import FormField, FormStep
    from events.candidatures.models import Attachment


class DossierForm(BaseForm):
    """Base of the form that FormBuilder makes; `steps` are those it was made from.

    `kept` are the files of the draft by field, `refused` the messages of files that could not enter it.
    """

    steps: list[FormStep]

    def __init__(
        self,
        *args: Any,
        kept: Mapping[str, Sequence[Attachment]] | None = None,
        refused: Mapping[str, Sequence[str]] | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.asked = frozenset(self.described)
        for name, field in self.file_fields.items():
            field.kept, field.refused = list((kept or {}).get(name, [])), list((refused or {}).get(name, []))

    @property
    def described(self) -> dict[str, FormField]:
        """The fields as the editor composed them, by UUID."""
        return {field.clean_name: field for step in self.steps for field in step.fields}

    def field_of(self, role: str) -> FormField | None:
        """The field that holds a role."""
        return next((field for field in self.described.values() if field.role == role), None)

    def answer(self, role: str) -> Any:
        """The cleaned answer of the field that holds `role`; None where there is none or it is not valid."""
        field = self.field_of(role)
        return self.cleaned_data.get(field.clean_name) if field else None

    @property
    def file_fields(self) -> dict[str, FilesField]:
        return {name: field for name, field in self.fields.items() if isinstance(field, FilesField)}

    def keep_files(self) -> None:
        """Store the valid files of a form without draft that had errors, so that nobody sends them twice."""
        for field in self.file_fields.values():
            if field.received is not None:
                field.received.keep()

    def clean(self) -> dict[str, Any]:
        super().clean()
        self.leave_out()
        self.check_dates()
        self.check_money()
        return self.cleaned_data

    def leave_out(self) -> None:
        """Questions that the conditions do not ask are neither wanted nor kept.

        A condition on a question that this form lacks (a complement reopens a few) counts for nothing.
        """
        known = self.described.keys()
        rules = {
            field.clean_name: (step.shown_if.on(known), field.shown_if.on(known))
            for step in self.steps
            for field in step.fields
        }
        self.asked = asked(rules, {name: self.in_words(name) for name in self.cleaned_data})
        for name in rules.keys() - self.asked:
            self.cleaned_data.pop(name, None)
            self.errors.pop(name, None)

    def in_words(self, name: str) -> Any:
        """The answer as conditions read it: the texts of choices in place of their keys."""
        value = self.cleaned_data[name]
        if self.described[name].field_type in ("choice", "choices", "themes", "formats"):
            names = {str(key): str(text) for key, text in self.fields[name].choices}
            return [names[key] for key in ([value] if isinstance(value, str) else value) if key in names]
        return value

    def check_dates(self) -> None:
        start, end = self.answer("event_start"), self.answer("event_end")
        if start and start < timezone.localdate():
            self.refuse("event_start", "Cette date est déjà passée.")
        if start and end and end < start:
            self.refuse("event_end", "Le dernier jour ne peut pas précéder le premier.")

    def check_money(self) -> None:
        if self.answer("grant_requested") and not self.answer("grant_amount"):
            grant = self.field_of("grant_amount")
            if grant and grant.clean_name not in self.errors:
                self.refuse(
                    "grant_amount", "Vous demandez une subvention\u00a0: indiquez son montant.", code="required"
                )
        lines, total = self.answer("budget_lines"), self.answer("budget_total")
        if lines and total is not None:
            added = sum((amount for _, amount in lines), Decimal(0))
            if added != total:
                self.refuse(
                    "budget_lines",
                    f"Ces postes font {french_euros(added)} et le budget total {french_euros(total)}. "
                    "Les deux montants doivent être les mêmes.",
                )

    def refuse(self, role: str, message: str, code: str = "invalid") -> None:
        field = self.field_of(role)
        if field and field.clean_name in self.asked:
            self.add_error(field.clean_name, ValidationError(message, code=code))
