"""Kinds of field that Django lacks: SIRET, period, repeatable group; templates beside a field of files."""

from datetime import date
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.http import QueryDict

from events.candidatures.demo_dossier import field_id
from events.candidatures.models import Candidature
from events.candidatures.row_fields import Column, GroupField, PeriodField
from events.candidatures.siret import SiretField, is_siret
from events.candidatures.snapshot import read


@pytest.mark.parametrize(
    ("digits", "outcome"),
    [
        ("73282932000074", True),
        ("73282932000075", False),
        ("35600000000048", True),  # La Poste: Luhn holds
        ("35600000049837", True),  # La Poste: the sum of its digits alone, a multiple of 5
        ("35600000049838", False),
        ("00000000000000", False),
        ("7328293200007", False),
        ("732829320000740", False),
        ("٧٣٢٨٢٩٣٢٠٠٠٠٧٤", False),
    ],
)
def test_a_siret_is_checked_by_its_sum(digits: str, outcome: bool) -> None:
    assert is_siret(digits) is outcome


def test_a_siret_is_read_as_people_type_it() -> None:
    assert SiretField().clean("732 829 320 00074") == "73282932000074"
    assert SiretField(required=False).clean("  ") == ""
    with pytest.raises(ValidationError, match="14 chiffres"):
        SiretField().clean("732 829 320")
    with pytest.raises(ValidationError, match="Un chiffre de ce SIRET est faux"):
        SiretField().clean("732 829 320 00075")


COLUMNS = [
    Column("n", "Nom"),
    Column("m", "Montant", "amount"),
    Column("t", "Type", "choice", ("Commune", "Région")),
]


def group(rows: list[list[str]], required: bool = False) -> Any:
    field = GroupField(columns=COLUMNS, rows=4, row_name="Appui", required=required)
    data = QueryDict(mutable=True)
    for number, cells in enumerate(rows):
        for column, cell in zip(COLUMNS, cells, strict=True):
            data[f"g-{number}-{column.id}"] = cell
    return field.clean(field.widget.value_from_datadict(data, {}, "g"))


def test_a_group_keeps_its_filled_rows_with_the_names_of_their_columns() -> None:
    assert group([["Ville", "1 000", "Commune"], ["", "", ""], ["Région", "", "Région"]]) == [
        [["Nom", "Ville"], ["Montant", "1000.00"], ["Type", "Commune"]],
        [["Nom", "Région"], ["Montant", ""], ["Type", "Région"]],
    ]


@pytest.mark.parametrize(
    ("row", "message"),
    [
        (["Ville", "mille", ""], "Appui 1, «\u00a0Montant\u00a0»\u00a0: Écrivez un montant"),
        (["Ville", "", "Planète"], "Appui 1, «\u00a0Type\u00a0»\u00a0: choisissez dans la liste."),
        (["x" * 201, "", ""], "Appui 1, «\u00a0Nom\u00a0»\u00a0: 200 caractères au plus."),
    ],
)
def test_a_group_names_the_row_and_the_column_to_mend(row: list[str], message: str) -> None:
    with pytest.raises(ValidationError) as refusal:
        group([row])
    assert refusal.value.messages[0].startswith(message)


def test_a_group_that_must_be_filled_says_so() -> None:
    with pytest.raises(ValidationError, match="Remplissez une ligne au moins"):
        group([["", "", ""]], required=True)


def test_a_period_has_two_days_in_order() -> None:
    field = PeriodField(required=False)

    assert field.clean(["2030-10-08", "09/10/2030"]) == [date(2030, 10, 8), date(2030, 10, 9)]
    assert field.clean(["2030-10-08", ""]) == [date(2030, 10, 8), date(2030, 10, 8)]
    assert field.clean(["", ""]) == []
    with pytest.raises(ValidationError, match="ne peut pas précéder"):
        field.clean(["2030-10-09", "2030-10-08"])
    with pytest.raises(ValidationError, match="aussi le premier jour"):
        field.clean(["", "2030-10-08"])


@pytest.mark.django_db
def test_these_answers_are_kept_and_read_through_the_snapshot(send: Any, call: Any) -> None:
    rows = field_id("co_organiser_rows")
    columns = [field_id(f"co_organiser_rows.{number}") for number in (1, 2, 3)]
    extra = {f"{rows}-0-{columns[0]}": ["Médiathèque <exemple>"], f"{rows}-0-{columns[1]}": ["Collectivité"]}
    steps = call.steps.get_prep_value()
    period = {"type": "period", "id": field_id("montage"), "value": {"label": "Montage", "required": False, "help": ""}}
    steps[1]["value"]["fields"].append(period)
    call.steps = steps
    call.save()
    extra |= {f"{field_id('montage')}-debut": ["2030-10-06"], f"{field_id('montage')}-fin": ["2030-10-07"]}

    assert send(answers=extra, siret="73282932000074").status_code == 303

    filed = Candidature.objects.get()
    lines = {each.label: each.lines for step in read(filed.form_snapshot, filed.form_data) for each in step.answers}
    assert lines["Co-organisateurs engagés"] == ["Nom\u00a0: Médiathèque <exemple>, Type\u00a0: Collectivité"]
    assert lines["Numéro SIRET"] == ["732 829 320 00074"]
    assert lines["Montage"] == ["Du 6\u00a0octobre\u00a02030 au 7\u00a0octobre\u00a02030"]
