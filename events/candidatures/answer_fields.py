"""Fields that Django lacks: French amounts and numbers, yes or no, a territory, lines of a budget."""

import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import ProhibitNullCharactersValidator

from events.candidatures import widgets
from events.candidatures.territory_choice import OTHER, TerritoryAnswer, TerritoryDirectory

_SPACES = re.compile(r"[\s\u00a0\u202f\u2009]+")
_AMOUNT = re.compile(r"\d{1,10}([.,]\d{1,2})?", re.ASCII)
_WHOLE = re.compile(r"\d{1,10}", re.ASCII)
_BAD_AMOUNT = "Écrivez un montant en euros, avec deux décimales au plus. Exemple\u00a0: 12\u202f500,50"


def euros(text: str) -> Decimal:
    """The amount in a text such as « 12 500,50 € », to the cent. Raises `ValidationError` for anything else."""
    bare = _SPACES.sub("", text).removesuffix("€")
    if not _AMOUNT.fullmatch(bare):
        raise ValidationError(_BAD_AMOUNT, code="invalid")
    return Decimal(bare.replace(",", ".")).quantize(Decimal("0.01"))


class EuroField(forms.CharField):
    """An amount in euros, from 0 to 9 999 999 999,99, as people type it."""

    widget = forms.TextInput

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=40, empty_value=None, **kwargs)

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return {"inputmode": "decimal", "autocomplete": "off", "class": "field-short"}

    def clean(self, value: Any) -> Decimal | None:
        text = super().clean(value)
        return euros(text) if text is not None else None


class PeopleField(forms.CharField):
    """A whole number, between two bounds that its message tells."""

    widget = forms.TextInput

    def __init__(self, *, min_value: int, max_value: int, **kwargs: Any) -> None:
        super().__init__(max_length=40, empty_value=None, **kwargs)
        self.min_value, self.max_value = min_value, max_value

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return {"inputmode": "numeric", "autocomplete": "off", "class": "field-short"}

    def clean(self, value: Any) -> int | None:
        text = super().clean(value)
        if text is None:
            return None
        bare = _SPACES.sub("", text)
        if not _WHOLE.fullmatch(bare):
            raise ValidationError("Écrivez un nombre entier, en chiffres. Exemple\u00a0: 150", code="invalid")
        if not self.min_value <= int(bare) <= self.max_value:
            raise ValidationError(f"Écrivez un nombre entre {self.min_value} et {self.max_value}.", code="bounds")
        return int(bare)


class DayField(forms.DateField):
    """A day between 1900 and 2100, from a browser's own picker or typed the French way."""

    default_error_messages = {"invalid": "Écrivez une date qui existe, jour, mois et année. Exemple\u00a0: 12/03/2027"}

    def __init__(self, **kwargs: Any) -> None:
        kwargs["error_messages"] = {**self.default_error_messages, **kwargs.get("error_messages", {})}
        super().__init__(
            input_formats=["%Y-%m-%d", "%d/%m/%Y"],
            widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"),
            **kwargs,
        )

    def to_python(self, value: Any) -> date | None:
        day = super().to_python(value)
        if day is not None and not 1900 <= day.year <= 2100:
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        return day


class YesNoField(forms.TypedChoiceField):
    """Oui or non, neither by default; None where it is optional and not answered."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            choices=[("oui", "Oui"), ("non", "Non")],
            coerce=lambda answer: answer == "oui",
            empty_value=None,
            widget=forms.RadioSelect,
            **kwargs,
        )


class TerritoryField(forms.Field):
    """A territory of the directory, or the name of another one."""

    MAX_LENGTH = 160

    def __init__(self, *, directory: TerritoryDirectory, **kwargs: Any) -> None:
        super().__init__(widget=widgets.TerritoryWidget(directory), **kwargs)
        self.directory = directory

    def clean(self, value: tuple[str, str]) -> TerritoryAnswer | None:
        slug, other = value
        other = " ".join(other.split())
        ProhibitNullCharactersValidator()(other)
        if slug and slug != OTHER:
            territory = self.directory.by_slug.get(slug)
            if territory is None:
                raise ValidationError("Choisissez un territoire de la liste, ou nommez-en un autre.", code="invalid")
            return TerritoryAnswer(territory.name, territory)
        if len(other) > self.MAX_LENGTH:
            raise ValidationError(f"Nommez ce territoire en {self.MAX_LENGTH} caractères au plus.", code="max_length")
        if other:
            return TerritoryAnswer(other)
        if slug == OTHER:
            raise ValidationError("Nommez le territoire qui n’est pas dans la liste.", code="unnamed")
        if self.required:
            raise ValidationError(self.error_messages["required"], code="required")
        return None


class BudgetLinesField(forms.Field):
    """Headings with their amounts, on a fixed number of lines; a line without amount is left out."""

    MAX_LENGTH = 120

    def __init__(self, *, rows: int, headings: Sequence[str], **kwargs: Any) -> None:
        super().__init__(widget=widgets.BudgetLinesWidget(rows), **kwargs)
        self.initial = [(heading, "") for heading in headings]

    def clean(self, value: list[tuple[str, str]]) -> list[tuple[str, Decimal]]:
        lines, errors = [], []
        for number, (heading, amount) in enumerate(value, start=1):
            if not amount.strip():
                continue
            heading = " ".join(heading.split())
            try:
                ProhibitNullCharactersValidator()(heading)
                if not heading:
                    raise ValidationError("nommez le poste de ce montant.")
                if len(heading) > self.MAX_LENGTH:
                    raise ValidationError(f"nommez ce poste en {self.MAX_LENGTH} caractères au plus.")
                lines.append((heading, euros(amount)))
            except ValidationError as error:
                text = error.messages[0]
                errors.append(f"Ligne {number}\u00a0: {text[:1].lower()}{text[1:]}")
        if errors:
            raise ValidationError(errors, code="invalid")
        if self.required and not lines:
            raise ValidationError("Donnez le montant d’un poste au moins.", code="required")
        return lines
