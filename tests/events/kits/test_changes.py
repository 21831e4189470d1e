"""Why a kit was made again, in words."""

import pytest

from events.kits.changes import joined, reasons

BEFORE = {"data": {"title": "NEC Metz", "dates": "3 octobre", "status": "confirmed"}, "brand": "a", "engine": "a"}


def after(brand: str = "a", engine: str = "a", **data: str) -> dict[str, object]:
    return {"data": {**BEFORE["data"], **data}, "brand": brand, "engine": engine}


@pytest.mark.parametrize(
    ("now", "told"),
    [
        (after(dates="4 octobre"), ["la date a changé"]),
        (after(venue="Arsenal", city="Metz"), ["le lieu a changé"]),
        (after(status="postponed", dates="Date à venir"), ["l’événement est reporté", "la date a changé"]),
        (after(brand="b", engine="b"), ["la charte des kits a changé"]),
        (after(engine="b"), ["les modèles ont été améliorés"]),
        (after(brought_by_a_plugin="x"), ["la page de l’événement a changé"]),
        (after(), ["il a été recomposé à la demande"]),
    ],
)
def test_what_differs_is_told_once_the_most_telling_first(now, told):
    assert reasons(BEFORE, now) == told


def test_a_first_kit_is_told_as_one():
    assert reasons({}, BEFORE) == ["le kit est prêt"]


def test_reasons_are_joined_as_in_a_sentence():
    assert [joined([]), joined(["a"]), joined(["a", "b", "c"])] == ["", "a", "a, b et c"]
