"""ISSN and DOI: what is accepted, and what each refusal says."""

import pytest
from django.core.exceptions import ValidationError

from revue.identifiers import validate_doi, validate_issn


@pytest.mark.parametrize("value", ["1234-5679", "0378-5955", "2434-561X"])
def test_issn_with_its_right_key_is_accepted(value: str) -> None:
    assert validate_issn(value) is None


@pytest.mark.parametrize(
    ("value", "code"),
    [("1234-5678", "issn_key"), ("12345679", "issn"), ("1234-567x", "issn"), ("ISSN 1234-5679", "issn"), ("", "issn")],
)
def test_issn_badly_written_or_with_a_wrong_key_is_refused(value: str, code: str) -> None:
    with pytest.raises(ValidationError) as refused:
        validate_issn(value)
    assert refused.value.code == code


@pytest.mark.parametrize("value", ["10.1234/exemple", "10.54321/revue-nec.3(2024)"])
def test_bare_doi_is_accepted(value: str) -> None:
    assert validate_doi(value) is None


@pytest.mark.parametrize("value", ["https://doi.org/10.1234/exemple", "10.12/x", "10.1234/", "10.1234/a b"])
def test_doi_with_an_address_or_a_part_missing_is_refused(value: str) -> None:
    with pytest.raises(ValidationError) as refused:
        validate_doi(value)
    assert refused.value.code == "doi"
