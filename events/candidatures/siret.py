"""The number of an establishment in the French register (SIRET): 14 digits with a checksum."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

LA_POSTE = "356000000"
"""SIREN whose establishments follow another rule: the sum of their digits is a multiple of 5 (INSEE)."""


def is_siret(digits: str) -> bool:
    """True for 14 digits whose checksum is right: Luhn's (ISO/IEC 7812-1), or La Poste's own."""
    if not re.fullmatch(r"[0-9]{14}", digits) or digits == "0" * 14:
        return False
    figures = [int(digit) for digit in digits]
    if luhn(figures) % 10 == 0:
        return True
    return digits.startswith(LA_POSTE) and sum(figures) % 5 == 0


def luhn(figures: list[int]) -> int:
    """The sum in which every second figure from the right is doubled, and 9 taken off beyond 9."""
    doubled = [2 * figure if place % 2 else figure for place, figure in enumerate(reversed(figures))]
    return sum(figure - 9 if figure > 9 else figure for figure in doubled)


class SiretField(forms.CharField):
    """A SIRET as people type it, with or without spaces; it cleans to its 14 digits."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=40, **kwargs)

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return {"inputmode": "numeric", "autocomplete": "off", "class": "field-short"}

    def clean(self, value: Any) -> str:
        text = super().clean(value)
        digits = "".join(text.split()).replace(".", "").replace("\u202f", "")
        if not digits:
            return ""
        if not re.fullmatch(r"[0-9]{14}", digits):
            raise ValidationError("Un SIRET compte 14 chiffres. Exemple\u00a0: 732 829 320 00074", code="invalid")
        if not is_siret(digits):
            raise ValidationError("Un chiffre de ce SIRET est faux\u00a0: vérifiez-le.", code="checksum")
        return digits
