"""How the demo's dossier is written: fields and steps whose UUIDs are drawn from short words."""

import uuid
from typing import Any

NAMESPACE = uuid.UUID("5c9d2f0e-7f43-5d0b-9b0a-2f7f3d1f8a11")

Json = dict[str, Any]


def field_id(name: str) -> str:
    """The UUID of the demo's field, step or choice of that name."""
    return str(uuid.uuid5(NAMESPACE, name))


def field(kind: str, name: str, label: str, help_text: str = "", *, required: bool = True, **options: Any) -> Json:
    value = {"label": label, "help": help_text, "required": required, **options}
    for key in ("options", "headings", "columns"):
        if key in options:
            value[key] = [
                {"type": "item", "id": field_id(f"{name}.{number}"), "value": text}
                for number, text in enumerate(options[key], start=1)
            ]
    return {"type": kind, "id": field_id(name), "value": value}


def when(name: str, question: str, value: str) -> Json:
    """The option that shows a field or a step when the answer to another one is `value`."""
    condition = {"question": question, "operator": "equals", "value": value, "field_id": field_id(name)}
    return {"match": "all", "each": [{"type": "item", "id": field_id(f"si.{name}.{value}"), "value": condition}]}


def step(name: str, title: str, help_text: str, fields: list[Json]) -> Json:
    value = {"title": title, "help": help_text, "fields": fields}
    return {"type": "step", "id": field_id(f"etape.{name}"), "value": value}
