"""A small map of the places that an article is about: the département of each is marked, overseas ones apart."""

import json
from collections.abc import Iterable
from functools import cache
from typing import Any

from community.map import OUTLINES
from community.models import Territory


def draw(places: Iterable[Territory]) -> dict[str, list[dict[str, Any]]]:
    """``mainland`` and ``overseas`` shapes, each ``{path, view_box, marked}``; an overseas one only where it is marked.

    A place without département (a région, a wide area) marks nothing: its name is in the list under the map.
    """
    codes = {held.insee_code for place in places if (held := place.departement) is not None}
    outlines = _outlines()
    mainland = [{"path": path, "marked": code in codes} for code, path in outlines["metropole"].items()]
    overseas = [
        {"path": each["path"], "view_box": each["viewBox"], "marked": True}
        for code, each in outlines["outre-mer"].items()
        if code in codes
    ]
    return {"mainland": mainland, "overseas": overseas}


@cache
def _outlines() -> dict[str, Any]:
    return json.loads(OUTLINES.read_text(encoding="utf-8"))
