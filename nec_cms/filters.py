"""Filters of a list, read from its address: repeatable, combinable, and never a reason to fail.

What is not understood is said beside the list (`form.errors`, shown by `components/filters.html`) and ignored.
"""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.http import QueryDict

SHOWN = 60
"""How much of an unknown value is repeated to the reader, in characters."""


class SeveralField(forms.MultipleChoiceField):
    """Several of its choices (any of them will do). An unknown value is left out instead of refusing the others."""

    widget = forms.CheckboxSelectMultiple

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"required": False} | kwargs)

    def clean(self, value: Any) -> list[str]:
        return [each for each in dict.fromkeys(self.to_python(value)) if self.valid_value(each)]


class FilterForm(forms.Form):
    """A GET form. Bound to `request.GET` and validated, it holds what is to be applied in `cleaned_data`."""

    def __init__(self, data: QueryDict, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.page_number = 1
        self.use_required_attribute = False

    def clean(self) -> dict[str, Any]:
        for name, field in self.fields.items():
            if isinstance(field, SeveralField):
                self._name_unknown(name, field)
        self._read_page()
        return self.cleaned_data

    def asked(self, name: str) -> list[str]:
        """The values of one filter as they stand in the address, without the empty ones."""
        return [value for value in dict.fromkeys(self.data.getlist(name)) if value.strip()]

    def chosen(self, name: str) -> Any:
        """What is to be applied for one filter, once the form is validated; None or an empty list for nothing."""
        return self.cleaned_data.get(name)

    @property
    def query(self) -> str:
        """The address's filters without the page number, for links to the same list under another form."""
        kept = self.data.copy()
        kept.pop("page", None)
        return kept.urlencode()

    def _name_unknown(self, name: str, field: forms.Field) -> None:
        kept = self.cleaned_data.get(name, [])
        unknown = [value for value in self.asked(name) if value not in kept]
        if unknown:
            self.add_error(name, f"{field.label}\u00a0: {_quoted(unknown)} n’est pas reconnu et n’a pas été retenu.")
            self.cleaned_data[name] = kept

    def _read_page(self) -> None:
        number = self.data.get("page", "").strip()
        if number.isascii() and number.isdigit() and int(number[:9]) > 0:
            self.page_number = int(number[:9])
        elif number:
            self.add_error(None, f"Page\u00a0: {_quoted([number])} n’est pas un numéro de page.")


def _quoted(values: Iterable[str]) -> str:
    return ", ".join(f"«\u00a0{value[:SHOWN]}\u00a0»" for value in values)
