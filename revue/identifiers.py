"""Identifiers of periodicals and of what they publish, checked as their agencies define them."""

import re

from django.core.exceptions import ValidationError

ISSN = re.compile(r"\d{4}-\d{3}[\dX]")
DOI = re.compile(r"10\.\d{4,9}/[^\s\"<>]+")


def validate_issn(value: str) -> None:
    """Refuse what is not an ISSN, eight signs of which the last is a check digit modulo 11 (ISO 3297)."""
    if not ISSN.fullmatch(value):
        raise ValidationError("Un ISSN s’écrit avec huit signes et un tiret, par exemple 1234-5679.", code="issn")
    digits = [10 if sign == "X" else int(sign) for sign in value.replace("-", "")]
    if sum(digit * rank for digit, rank in zip(digits, range(8, 0, -1), strict=True)) % 11:
        raise ValidationError("La clé de cet ISSN est fausse : vérifiez ses huit signes.", code="issn_key")


def validate_doi(value: str) -> None:
    """Refuse what is not a bare DOI: a registrant's prefix, a slash, a suffix (ISO 26324)."""
    if not DOI.fullmatch(value):
        raise ValidationError(
            "Un DOI commence par « 10. », sans adresse devant, par exemple 10.1234/exemple.", code="doi"
        )
