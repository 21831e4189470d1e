"""The map of territories: départements and overseas insets, shaded by how many territories of the list lie there."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from community.models.territory import Territory, TerritoryKind

OUTLINES = Path(__file__).resolve().parent / "data" / "outlines.json"
INNER_PARIS = ("75", "92", "93", "94")
"""Départements too small to be pointed at on the whole map: drawn a second time, larger."""
MOST = 3
"""Shades go from 0 to this number; the last one means « or more »."""


@dataclass(frozen=True, slots=True)
class Area:
    """A shape of the map. `number` territories of the list are it or lie in it."""

    code: str
    path: str
    name: str
    url: str
    number: int
    view_box: str = ""

    @property
    def level(self) -> int:
        return min(self.number, MOST)

    @property
    def label(self) -> str:
        """What is said of it, by the tooltip and by assistive technology."""
        if not self.number:
            return f"{self.name}\u00a0: aucun territoire"
        return f"{self.name}\u00a0: {self.number} territoire{'s' if self.number > 1 else ''}"


def draw(territories: Iterable[Territory]) -> dict[str, Any]:
    """The map of a list: its shapes, and `unplaced`, the territories that no shape holds (régions, wide areas).

    Each territory is counted once, in its own département, so the numbers and `unplaced` add up to the list.
    """
    numbers: Counter[str] = Counter()
    unplaced = []
    for territory in territories:
        if (place := territory.departement) is None or place.insee_code not in _codes():
            unplaced.append(territory)
        else:
            numbers[place.insee_code] += 1
    kinds = [TerritoryKind.DEPARTEMENT, TerritoryKind.OUTRE_MER]
    known = {each.insee_code: each for each in Territory.objects.of_kinds(kinds).defer("introduction")}

    def area(code: str, path: str, view_box: str = "") -> Area:
        place = known.get(code)
        return Area(code, path, place.name if place else code, place.url if place else "", numbers[code], view_box)

    mainland = [area(code, path) for code, path in _outlines()["metropole"].items()]
    return {
        "mainland": [each for each in mainland if each.code not in INNER_PARIS],
        "inner_paris": [each for each in mainland if each.code in INNER_PARIS],
        "overseas": [area(code, each["path"], each["viewBox"]) for code, each in _outlines()["outre-mer"].items()],
        "unplaced": unplaced,
        "levels": [
            {"level": 0, "label": "aucun"},
            *({"level": number, "label": str(number)} for number in range(1, MOST)),
            {"level": MOST, "label": f"{MOST} ou plus"},
        ],
    }


@cache
def _outlines() -> dict[str, Any]:
    return json.loads(OUTLINES.read_text(encoding="utf-8"))


@cache
def _codes() -> frozenset[str]:
    return frozenset(code for shapes in _outlines().values() for code in shapes)
