"""The form as it was answered, and the answers read through it: a later change of the form harms neither.

An answer is stored as plain JSON under the UUID of its field, with the names that its choices bore that day.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.forms import Field

from events.candidatures.dossier_form import DossierForm
from events.candidatures.file_field import Received
from events.candidatures.form_builder import FormField, FormStep
from events.candidatures.french import french_day, french_euros, french_number
from events.candidatures.steps import StepView
from events.candidatures.territory_choice import TerritoryAnswer
from events.candidatures.uploads import nice_size

Json = Any
NOT_ANSWERED = "Sans réponse"


@dataclass(frozen=True)
class Answer:
    """One question as it was asked and its answer: the stored `value`, and what people read of it."""

    id: str
    label: str
    field_type: str
    role: str
    value: Json

    @property
    def is_empty(self) -> bool:
        return self.value in (None, "", [])

    @property
    def lines(self) -> list[str]:
        """The answer in French, one text for each line, value or file; « Sans réponse » where it is empty."""
        if self.is_empty:
            return [NOT_ANSWERED]
        return _READERS.get(self.field_type, _as_text)(self.value)

    @property
    def text(self) -> str:
        """The answer on one line, for lists and exports; "" where it is empty."""
        return "" if self.is_empty else "\u202f; ".join(self.lines)


@dataclass(frozen=True)
class AnsweredStep:
    """A step of the form with its answers."""

    title: str
    answers: tuple[Answer, ...]


def take(steps: Sequence[FormStep]) -> list[dict[str, Json]]:
    """The form as plain JSON, for the column `form_snapshot`."""
    return [
        {
            "id": step.id,
            "title": step.title,
            "fields": [
                {
                    "id": field.clean_name,
                    "type": field.field_type,
                    "label": field.label,
                    "help": field.help_text,
                    "required": field.required,
                    "role": field.role,
                    "choices": [list(choice) for choice in field.choices],
                }
                for field in step.fields
            ],
        }
        for step in steps
    ]


def read(snapshot: Sequence[Mapping[str, Json]], answers: Mapping[str, Json]) -> Iterator[AnsweredStep]:
    """The answers in the order and the words of the form that was answered."""
    for step in snapshot:
        yield AnsweredStep(
            step["title"],
            tuple(
                Answer(field["id"], field["label"], field["type"], field["role"], answers.get(field["id"]))
                for field in step["fields"]
            ),
        )


def answers_of(form: DossierForm) -> dict[str, Json]:
    """The answers of a valid form as plain JSON, keyed by the UUID of each field."""
    return {
        name: to_json(field, form.cleaned_data[name], form.fields[name])
        for name, field in form.described.items()
        if name in form.cleaned_data
    }


def answered_steps(form: DossierForm, views: Sequence[StepView]) -> list[list[Answer]]:
    """The answers of a form that is being written, step by step: those that are asked; a wrong one is empty."""
    answers = answers_of(form)
    return [
        [
            Answer(field.clean_name, field.label, field.field_type, field.role, answers.get(field.clean_name))
            for field in view.step.fields
            if field.clean_name in form.asked
        ]
        for view in views
    ]


def to_json(described: FormField, value: Any, field: Field) -> Json:
    """One cleaned answer as plain JSON: days in ISO 8601, amounts as decimal text, choices with their names."""
    match described.field_type, value:
        case _, date():
            return value.isoformat()
        case _, Decimal():
            return str(value)
        case _, TerritoryAnswer():
            return {"slug": value.territory.slug if value.territory else "", "name": value.name}
        case _, Received():
            fresh = [{"id": str(each.id), "name": each.name, "size": each.size} for each in value.fresh]
            return [{"id": str(each.pk), "name": each.name, "size": each.size} for each in value.kept] + fresh
        case "budget_lines", lines:
            return [[heading, str(amount)] for heading, amount in lines]
        case "period", days:
            return [day.isoformat() for day in days or []]
        case "choice" | "choices" | "themes" | "formats", chosen:
            names = {str(key): str(name) for key, name in field.choices}
            keys = [chosen] if isinstance(chosen, str) else chosen
            return [{"value": key, "label": names[key]} for key in keys if key]
        case "long_text", text:
            return text.replace("\r\n", "\n")
    return value


def _as_text(value: Json) -> list[str]:
    return str(value).split("\n")


_READERS = {
    "date": lambda value: [french_day(date.fromisoformat(value))],
    "number": lambda value: [french_number(value)],
    "amount": lambda value: [french_euros(Decimal(value))],
    "yes_no": lambda value: ["Oui" if value else "Non"],
    "charter": lambda value: ["Acceptée" if value else "Non acceptée"],
    "choice": lambda value: [each["label"] for each in value],
    "choices": lambda value: [each["label"] for each in value],
    "themes": lambda value: [each["label"] for each in value],
    "formats": lambda value: [each["label"] for each in value],
    "checkbox": lambda value: ["Oui" if value else "Non"],
    "period": lambda value: [
        f"Du {french_day(date.fromisoformat(value[0]))} au {french_day(date.fromisoformat(value[1]))}"
    ],
    "group": lambda value: [", ".join(f"{label}\u00a0: {text}" for label, text in row if text) for row in value],
    "siret": lambda value: [f"{value[:3]} {value[3:6]} {value[6:9]} {value[9:]}"],
    "territory": lambda value: [value["name"]],
    "files": lambda value: [f"{each['name']} ({nice_size(each['size'])})" for each in value],
    "budget_lines": lambda value: [f"{heading}\u00a0: {french_euros(Decimal(amount))}" for heading, amount in value],
}
