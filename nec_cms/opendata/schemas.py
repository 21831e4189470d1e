"""What a data set holds, told to machines: Table Schema, JSON Schema, Data Package, DCAT as schema.org. Pure."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from nec_cms.hooks import DataField, Dataset
from nec_cms.opendata.cells import SEPARATOR
from nec_cms.opendata.writing import DELIMITER, WRITERS

LICENCE = {
    "name": "etalab-2.0",
    "title": "Licence Ouverte 2.0",
    "path": "https://www.etalab.gouv.fr/licence-ouverte-open-licence/",
}
TABLE_PROFILE = "https://datapackage.org/profiles/2.0/tableschema.json"
PACKAGE_PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
JSON_PROFILE = "https://json-schema.org/draft/2020-12/schema"
JSON_TYPES: dict[str, dict[str, Any]] = {
    "string": {"type": "string"},
    "integer": {"type": "integer"},
    "number": {"type": "number"},
    "boolean": {"type": "boolean"},
    "date": {"type": "string", "format": "date"},
    "time": {"type": "string", "format": "time"},
    "datetime": {"type": "string", "format": "date-time"},
    "list": {"type": "array", "items": {"type": "string"}},
}


def table_schema(dataset: Dataset) -> dict[str, Any]:
    """Table Schema of its CSV file (specification 2.0)."""
    return {
        "$schema": TABLE_PROFILE,
        "name": dataset.name,
        "title": dataset.title,
        "description": dataset.description,
        "version": dataset.version,
        "lang": "fr",
        "fields": [_table_field(field) for field in dataset.fields],
        "primaryKey": [dataset.key],
        "missingValues": [""],
    }


def json_schema(dataset: Dataset, address: str, extension: str) -> dict[str, Any]:
    """JSON Schema (2020-12) of its JSON or GeoJSON file, which is served at `address` for the schema itself."""
    held = {field.name: _json_field(field) for field in dataset.fields}
    if extension == "geojson":
        row = _feature({name: held[name] for name in held if name not in dataset.position})
        name = "features"
    else:
        row = {"type": "object", "properties": held, "required": list(held), "additionalProperties": False}
        name = dataset.name
    return {
        "$schema": JSON_PROFILE,
        "$id": address,
        "title": dataset.title,
        "description": dataset.description,
        "version": dataset.version,
        "type": "object",
        "properties": {
            **({"type": {"const": "FeatureCollection"}} if extension == "geojson" else {}),
            "titre": {"type": "string"},
            "version": {"const": dataset.version},
            "schema": {"type": "string", "format": "uri"},
            "licence": {"type": "object"},
            "source": {"type": "string", "format": "uri"},
            "produit_le": {"type": "string", "format": "date-time"},
            "modifie_le": {"type": ["string", "null"], "format": "date-time"},
            "remarques": {"type": "array", "items": {"type": "string"}},
            name: {"type": "array", "items": row},
        },
        "required": ["version", "licence", "produit_le", name],
    }


def data_package(datasets: Iterable[Dataset], base: str, now: datetime) -> dict[str, Any]:
    """Data Package (specification 2.0) of every file; `base` is the address of the page, with its last slash."""
    return {
        "$schema": PACKAGE_PROFILE,
        "name": "numerique-en-communs",
        "title": "Données ouvertes de Numérique en Commun[s]",
        "homepage": base,
        "created": now.isoformat(),
        "licenses": [LICENCE],
        "resources": [_resource(dataset, extension, base) for dataset in datasets for extension in dataset.files],
    }


def linked_data(datasets: Iterable[tuple[Dataset, datetime | None]], base: str) -> dict[str, Any]:
    """A schema.org DataCatalog of Datasets, for the page's JSON-LD; each comes with the date of its last change."""
    return {
        "@context": "https://schema.org",
        "@type": "DataCatalog",
        "@id": base,
        "name": "Données ouvertes de Numérique en Commun[s]",
        "url": base,
        "license": LICENCE["path"],
        "inLanguage": "fr",
        "dataset": [_dataset(dataset, modified, base) for dataset, modified in datasets],
    }


def _dataset(dataset: Dataset, modified: datetime | None, base: str) -> dict[str, Any]:
    found = {
        "@type": "Dataset",
        "@id": f"{base}#{dataset.name}",
        "name": dataset.title,
        "description": dataset.description,
        "url": f"{base}#{dataset.name}",
        "identifier": f"{base}{dataset.name}",
        "version": dataset.version,
        "license": LICENCE["path"],
        "isAccessibleForFree": True,
        "inLanguage": "fr",
        "dateModified": modified.isoformat() if modified else None,
        "creator": {"@type": "Organization", "name": "Agence nationale de la cohésion des territoires"},
        "variableMeasured": [field.name for field in dataset.fields],
        "distribution": [
            {
                "@type": "DataDownload",
                "contentUrl": f"{base}{dataset.name}.{extension}",
                "encodingFormat": WRITERS[extension][1].split(";")[0],
            }
            for extension in dataset.files
        ],
    }
    return {key: value for key, value in found.items() if value is not None}


def _resource(dataset: Dataset, extension: str, base: str) -> dict[str, Any]:
    found: dict[str, Any] = {
        "name": f"{dataset.name}-{extension}",
        "title": dataset.title,
        "path": f"{base}{dataset.name}.{extension}",
        "format": extension,
        "mediatype": WRITERS[extension][1].split(";")[0],
        "encoding": "utf-8",
        "version": dataset.version,
    }
    if extension == "csv":
        table = f"{base}schemas/{dataset.name}-{dataset.version}.table.json"
        return found | {"type": "table", "dialect": {"delimiter": DELIMITER}, "schema": table}
    return found | {"jsonSchema": f"{base}schemas/{dataset.name}-{dataset.version}.{extension}.json"}


def _table_field(field: DataField) -> dict[str, Any]:
    found: dict[str, Any] = {
        "name": field.name,
        "title": field.title,
        "description": field.description,
        "type": field.type,
    }
    if field.type == "list":
        found["delimiter"] = SEPARATOR
    elif field.format:
        found["format"] = field.format
    if field.example != "":
        found["example"] = field.example
    rules: dict[str, Any] = {"required": True} if field.required else {}
    if field.values and field.type != "list":
        rules["enum"] = list(field.values)
    return found | ({"constraints": rules} if rules else {})


def _json_field(field: DataField) -> dict[str, Any]:
    found = dict(JSON_TYPES[field.type])
    if field.format:
        found["format"] = field.format
    if field.values and field.type == "list":
        found["items"] = {"type": "string", "enum": list(field.values)}
    elif field.values:
        found["enum"] = list(field.values)
    if not field.required and field.type != "list":
        found["type"] = [found["type"], "null"]
        if "enum" in found:
            found["enum"] = [*found["enum"], None]
    return found | {"title": field.title, "description": field.description}


def _feature(properties: dict[str, Any]) -> dict[str, Any]:
    point = {
        "type": "object",
        "properties": {
            "type": {"const": "Point"},
            "coordinates": {"type": "array", "items": {"type": "number"}, "minItems": 2, "maxItems": 2},
        },
        "required": ["type", "coordinates"],
    }
    return {
        "type": "object",
        "properties": {
            "type": {"const": "Feature"},
            "id": {"type": "string"},
            "geometry": {"oneOf": [point, {"type": "null"}]},
            "properties": {
                "type": "object",
                "properties": properties,
                "required": list(properties),
                "additionalProperties": False,
            },
        },
        "required": ["type", "id", "geometry", "properties"],
    }
