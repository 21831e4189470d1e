"""The form that applicants fill: what its fields must say together, its sections, the files it holds on to."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.utils import timezone
from wagtail.contrib.forms.forms import BaseForm

from events.candidatures.file_field import FilesField
from events.candidatures.french import french_euros

if TYPE_CHECKING:
    from events.candidatures.form_builder import FormField, FormStep

TRAP = "site-web"
"""A box that people do not see. What fills it is asked to confirm; nothing is ever thrown away."""
CONFIRM = "confirmer"


class DossierForm(BaseForm):
    """Base of the form that FormBuilder makes; `steps` are those it was made from."""

    steps: list[FormStep]

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

    def sections(self) -> Iterator[dict[str, Any]]:
        """The steps with their bound fields, for the template."""
        for number, step in enumerate(self.steps, start=1):
            fields = [self[field.clean_name] for field in step.fields]
            yield {
                "id": f"etape-{number}",
                "number": number,
                "title": step.title,
                "help_text": step.help_text,
                "fields": fields,
                "has_errors": any(field.errors for field in fields),
            }

    @property
    def file_fields(self) -> dict[str, FilesField]:
        return {name: field for name, field in self.fields.items() if isinstance(field, FilesField)}

    def keep_files(self) -> None:
        """Store the valid files of a form that had errors, so that nobody sends them twice."""
        for field in self.file_fields.values():
            if field.received is not None:
                field.received.keep()

    @property
    def trapped(self) -> str:
        """What the hidden box holds, to be sent again with the confirmation."""
        return str(self.data.get(TRAP, "")) if self.is_bound else ""

    @property
    def is_suspect(self) -> bool:
        """The hidden box was filled and the person has not confirmed yet."""
        return bool(self.trapped) and self.data.get(CONFIRM) != "oui"

    def clean(self) -> dict[str, Any]:
        super().clean()
        if self.is_suspect:
            raise ValidationError(
                "Cet envoi ressemble à celui d’un automate. Si ce n’en est pas un, cochez la case de confirmation "
                "au bas du formulaire et envoyez de nouveau.",
                code="suspect",
            )
        self.check_dates()
        self.check_money()
        return self.cleaned_data

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
                self.refuse("grant_amount", "Vous demandez une subvention\u00a0: indiquez son montant.")
        lines, total = self.answer("budget_lines"), self.answer("budget_total")
        if lines and total is not None:
            added = sum((amount for _, amount in lines), Decimal(0))
            if added != total:
                self.refuse(
                    "budget_lines",
                    f"Ces postes font {french_euros(added)} et le budget total {french_euros(total)}. "
                    "Les deux montants doivent être les mêmes.",
                )

    def refuse(self, role: str, message: str) -> None:
        if field := self.field_of(role):
            self.add_error(field.clean_name, message)
