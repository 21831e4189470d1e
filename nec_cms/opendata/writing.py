"""The files of a data set, written line by line: no file is ever held whole in memory."""

import csv
import json
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from nec_cms.hooks import Dataset, Row
from nec_cms.opendata.cells import cell

BYTE_ORDER_MARK = "\ufeff"
DELIMITER = ";"
"""What spreadsheets set to French read without a question; stated in `datapackage.json`."""


class Echo:
    """A file that hands back each line it is given, for `csv.writer`."""

    def write(self, line: str) -> str:
        return line


def csv_lines(dataset: Dataset, rows: Iterator[Row], notice: dict[str, Any]) -> Iterator[str]:
    """UTF-8 with its mark, a heading line, then one line a row (RFC 4180 but for the delimiter)."""
    writer = csv.writer(Echo(), delimiter=DELIMITER)
    names = [field.name for field in dataset.fields]
    yield BYTE_ORDER_MARK + writer.writerow(names)
    for row in rows:
        yield writer.writerow([cell(row[name]) for name in names])


def json_lines(dataset: Dataset, rows: Iterator[Row], notice: dict[str, Any]) -> Iterator[str]:
    """One object: the notice, then the rows under the name of the data set, one a line."""
    yield from _wrapped(notice, dataset.name, (_text(row) for row in rows))


def geojson_lines(dataset: Dataset, rows: Iterator[Row], notice: dict[str, Any]) -> Iterator[str]:
    """A FeatureCollection (RFC 7946), with the notice as foreign members; a row without position has no geometry."""
    features = (_text(feature(dataset, row)) for row in rows)
    yield from _wrapped({"type": "FeatureCollection"} | notice, "features", features)


def feature(dataset: Dataset, row: Row) -> dict[str, Any]:
    """One row as a Feature: longitude then latitude, in degrees (WGS 84)."""
    longitude, latitude = (row[name] for name in dataset.position)
    located = longitude is not None and latitude is not None
    return {
        "type": "Feature",
        "id": row[dataset.key],
        "geometry": {"type": "Point", "coordinates": [longitude, latitude]} if located else None,
        "properties": {name: value for name, value in row.items() if name not in dataset.position},
    }


WRITERS = {
    "csv": (csv_lines, "text/csv; charset=utf-8"),
    "json": (json_lines, "application/json; charset=utf-8"),
    "geojson": (geojson_lines, "application/geo+json; charset=utf-8"),
}
"""Extension -> (writer, content type)."""


def _wrapped(head: dict[str, Any], name: str, items: Iterator[str]) -> Iterator[str]:
    opening = _text(head)[:-1]
    yield f"{opening},\n{_text(name)}: ["
    before = "\n"
    for item in items:
        yield before + item
        before = ",\n"
    yield "\n]}\n"


def _text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, default=_plain)


def _plain(value: Any) -> Any:
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} has no place in a data set.")
