"""The map of territories: départements and overseas insets, shaded by the number of editions of the list held there."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from community.models.territory import TerritoryKind
from community.projection import MAINLAND, on_map
from community.tree import Place, Tally

OUTLINES = Path(__file__).resolve().parent / "data" / "outlines.json"
INNER_PARIS = ("75", "92", "93", "94")
"""Départements too small to be pointed at on the whole map: drawn a second time, larger."""

STEPS = ((0, "0"), (1, "1"), (2, "2 ou 3"), (4, "4 à 9"), (10, "10 ou plus"))
"""The shades: the least number of each, and how the legend says it."""

NAMED = 40
"""How many territories without shape are named under the map; the list names them all."""

TERRITORIES = ("territoire", "territoires")
"""What is counted on a site where no provider of content has a unit."""

_SHAPED = (TerritoryKind.DEPARTEMENT, TerritoryKind.OUTRE_MER)


@dataclass(frozen=True, slots=True)
class Area:
    """A shape or a point of the map, and the items of the list that are tied to it or to what lies in it."""

    name: str
    url: str
    number: int
    label: str
    """What is said of it, by the tooltip and by assistive technology."""
    code: str = ""
    path: str = ""
    view_box: str = ""
    x: str = ""
    y: str = ""

    @property
    def level(self) -> int:
        """The rank of its shade."""
        return max(rank for rank, (least, _) in enumerate(STEPS) if self.number >= least)


def draw(shown: Sequence[Place], tally: Tally) -> dict[str, Any]:
    """The map of a list: its shapes; `points`, the territories without shape that have a place; and `unplaced`, the
    first of all those without shape (régions, wide areas), with how many are left out.

    The items of the list are those about its territories or what lies in them. A shape counts those that are tied to
    it, each once; an item tied to two départements shows in both.
    """
    unit = tally.unit or TERRITORIES
    held = tally.mapped if tally.unit else tally.tree.gathered((each.pk, each.pk) for each in shown)
    listed: set[Any] = set().union(*(held.get(each.pk, ()) for each in shown))
    in_list = {each.pk for each in shown}
    known = {each.insee_code: each for each in tally.tree.by_pk.values() if each.kind in _SHAPED}

    def area(place: Place | None, name: str, **shape: str) -> Area:
        items = held.get(place.pk, set()) if place else set()
        # Nothing to sort out where all that it holds is of the list
        number = len(items if place and place.pk in in_list else items & listed)
        name = place.name if place else name
        return Area(name, place.url if place else "", number, _said(name, number, unit), **shape)

    mainland = [area(known.get(code), code, code=code, path=path) for code, path in _outlines()[MAINLAND].items()]
    overseas = [
        area(known.get(code), code, code=code, path=each["path"], view_box=each["viewBox"])
        for code, each in _outlines()["outre-mer"].items()
    ]
    shaped = {pk for pk, each in tally.tree.departement.items() if each.insee_code in _codes()}
    unplaced = [each for each in shown if each.pk not in shaped]
    points: dict[str, list[Area]] = {}
    for each in unplaced:
        if (
            each.latitude is not None
            and each.longitude is not None
            and (place := on_map(each.latitude, each.longitude))
        ):
            drawing, x, y = place
            points.setdefault(drawing, []).append(area(each, each.name, x=f"{x:.1f}", y=f"{y:.1f}"))
    return {
        "unit": unit,
        "total": len(listed),
        "mainland": [each for each in mainland if each.code not in INNER_PARIS],
        "inner_paris": [each for each in mainland if each.code in INNER_PARIS],
        "overseas": [(each, points.get(each.code, [])) for each in overseas],
        "points": points.get(MAINLAND, []),
        "unplaced": unplaced[:NAMED],
        "unplaced_beyond": max(0, len(unplaced) - NAMED),
        "levels": [{"level": rank, "label": label} for rank, (_, label) in enumerate(STEPS)],
    }


def _said(name: str, number: int, unit: tuple[str, str]) -> str:
    singular, plural = unit
    counted = f"{number} {plural if number > 1 else singular}" if number else f"0 {singular}"
    return f"{name}\u00a0: {counted}"


@cache
def _outlines() -> dict[str, Any]:
    return json.loads(OUTLINES.read_text(encoding="utf-8"))


@cache
def _codes() -> frozenset[str]:
    return frozenset(code for shapes in _outlines().values() for code in shapes)
