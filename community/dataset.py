"""The territories as open data."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.http import QueryDict

from community.filters import DirectoryFilters
from community.models import DirectoryPage, Territory, TerritoryKind
from community.models.territory import DEPTH
from nec_cms.hooks import DataField, Dataset, Row, Selection

ABOVE = tuple(f"{'__'.join(['parent'] * steps)}__{name}" for steps in range(1, DEPTH) for name in ("slug", "kind"))
REGIONAL = (TerritoryKind.REGION, TerritoryKind.OUTRE_MER)


class Territories(Dataset):
    """Every territory of the directory, whether or not anything was held there."""

    name = "territoires"
    title = "Territoires"
    description = (
        "Les territoires dont parle Numérique en Commun[s]\u00a0: collectivités, pays, départements, régions, "
        "outre-mer, chacun avec sa position quand elle est connue."
    )
    order = 20
    files = ("geojson", "csv")
    fields = (
        DataField("id", "Identifiant", "Le même dans l’adresse de sa page.", required=True, example="occitanie"),
        DataField("nom", "Nom", "Le nom d’usage.", required=True, example="Occitanie"),
        DataField("type", "Type", "Le groupe du territoire.", required=True, values=tuple(TerritoryKind.values)),
        DataField(
            "code_insee",
            "Code INSEE",
            "Code officiel géographique, ou SIREN d’une intercommunalité. Vide pour une aire qui n’en a pas.",
            example="76",
        ),
        DataField("parent", "Territoire parent", "L’identifiant du territoire où il se trouve."),
        DataField("region", "Région", "L’identifiant de sa région, de son outre-mer.", example="occitanie"),
        DataField("longitude", "Longitude", "En degrés décimaux (WGS\u00a084).", "number"),
        DataField("latitude", "Latitude", "En degrés décimaux (WGS\u00a084).", "number"),
        DataField("url", "Page", "L’adresse de sa page sur ce site.", format="uri"),
    )
    filters = (
        ("type", "un type de territoire"),
        ("region", "l’identifiant d’une région"),
        ("q", "des mots de son nom, ou son code"),
    )

    def select(self, query: QueryDict, now: datetime) -> Selection:
        form = DirectoryFilters(query, regions=Territory.objects.regions())
        form.is_valid()
        remarks = [message for messages in form.errors.values() for message in messages]
        return Selection(self._rows(form.apply(Territory.objects.all())), remarks)

    def modified(self) -> datetime | None:
        """A territory keeps no date of change."""
        return None

    def _rows(self, territories: Any) -> Iterator[Row]:
        directory = DirectoryPage.objects.live().public().first()
        base = directory.full_url if directory else ""
        own = ("slug", "name", "kind", "insee_code", "longitude", "latitude")
        for row in territories.values(*own, *ABOVE).iterator():
            yield {
                "id": row["slug"],
                "nom": row["name"],
                "type": row["kind"],
                "code_insee": row["insee_code"] or None,
                "parent": row["parent__slug"],
                "region": _region(row),
                "longitude": _degrees(row["longitude"]),
                "latitude": _degrees(row["latitude"]),
                "url": f"{base}{row['slug']}/" if base else None,
            }


def _region(row: dict[str, Any]) -> str | None:
    levels = [
        (row["slug"], row["kind"]),
        *((row[slug], row[kind]) for slug, kind in zip(ABOVE[::2], ABOVE[1::2], strict=True)),
    ]
    return next((slug for slug, kind in levels if kind in REGIONAL), None)


def _degrees(value: Any) -> float | None:
    return None if value is None else float(value)
