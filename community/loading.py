"""Territories that every site starts from, read from community/data/ (its README says where they come from)."""

import csv
from decimal import Decimal
from pathlib import Path
from typing import Any

from django.db import transaction

from community.models import Territory

DATA = Path(__file__).resolve().parent / "data"
FILES = ("administrative.csv", "programme.csv")
"""Parents stand before their children."""


@transaction.atomic
def load_territories() -> int:
    """Add the territories that are missing; return how many.

    One that exists (same kind and code, or same slug) only has its empty code, parent and point filled in.
    """
    made = 0
    by_slug = {territory.slug: territory for territory in Territory.objects.all()}
    by_code = {(each.kind, each.insee_code): each for each in by_slug.values() if each.insee_code}
    known: dict[str, Territory] = {}
    for row in _rows():
        parent = known.get(row["parent"])
        found = by_code.get((row["kind"], row["insee_code"])) or by_slug.get(row["slug"])
        if found is None:
            found = Territory.objects.create(
                name=row["name"],
                slug=row["slug"],
                kind=row["kind"],
                insee_code=row["insee_code"],
                parent=parent,
                **_point(row),
            )
            made += 1
        else:
            _fill(found, row["insee_code"], parent, _point(row))
        known[row["slug"]] = found
    return made


def _point(row: dict[str, str]) -> dict[str, Decimal]:
    return {name: Decimal(row[name]) for name in ("latitude", "longitude") if row.get(name)}


def _fill(territory: Territory, code: str, parent: Territory | None, point: dict[str, Decimal]) -> None:
    missing: dict[str, Any] = {}
    if territory.latitude is None and territory.longitude is None:
        missing |= point
    if code and not territory.insee_code:
        missing["insee_code"] = code
    if parent is not None and parent.pk != territory.pk and territory.parent_id is None:
        missing["parent"] = parent
    if missing:
        for field, value in missing.items():
            setattr(territory, field, value)
        territory.save()


def _rows() -> list[dict[str, str]]:
    rows = []
    for name in FILES:
        with (DATA / name).open(encoding="utf-8", newline="") as file:
            rows += csv.DictReader(file)
    return rows
