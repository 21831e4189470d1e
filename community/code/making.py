"""From the files of `@etalab/decoupage-administratif` to ours: run once a year, when a new code is published."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from community.code.units import COMMUNE, EPCI, Unit

_QUOTED = re.compile(r"''([^']*)''")


def units_of(folder: Path) -> list[Unit]:
    """The communes of today and the EPCI of `folder` (its `communes.json` and `epci.json`)."""
    communes = [each for each in _read(folder / "communes.json") if each["type"] == "commune-actuelle"]
    departements = {each["code"]: each["departement"] for each in communes}
    return [*_communes(communes), *_epci(_read(folder / "epci.json"), departements)]


def french_name(name: str) -> str:
    """A name of the source with French signs: typographic apostrophes and guillemets, single spaces."""
    guillemets = _QUOTED.sub(lambda found: f"«\u00a0{found[1].strip()}\u00a0»", name)
    return re.sub(" +", " ", guillemets.replace("'", "’")).strip()


def _communes(rows: list[dict[str, Any]]) -> Iterator[Unit]:
    for row in rows:
        yield Unit(COMMUNE, row["code"], french_name(row["nom"]), row["departement"], row.get("population") or 0)


def _epci(rows: list[dict[str, Any]], departements: dict[str, str]) -> Iterator[Unit]:
    for row in rows:
        largest = max(row["membres"], key=lambda each: (each.get("populationTotale") or 0, each["code"]))
        departement = departements[largest["code"]]
        yield Unit(EPCI, row["code"], french_name(row["nom"]), departement, row.get("populationTotale") or 0)


def _read(file: Path) -> list[dict[str, Any]]:
    return json.loads(file.read_text(encoding="utf-8"))
