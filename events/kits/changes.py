"""Why a kit was made again, in words: « la date a changé ». Plain functions on what was printed before and after."""

from collections.abc import Mapping
from dataclasses import fields
from hashlib import sha256
from typing import Any

from events.kits.data import KitData
from events.kits.engine import engine_fingerprint

FIRST = "le kit est prêt"
STATUS = {
    "announced": "la date est à confirmer",
    "confirmed": "l’événement est confirmé",
    "postponed": "l’événement est reporté",
    "cancelled": "l’événement est annulé",
}
FIELDS = {
    "title": "le titre a changé",
    "name": "le titre a changé",
    "dates": "la date a changé",
    "hours": "les horaires ont changé",
    "mode": "la modalité a changé",
    "venue": "le lieu a changé",
    "address": "le lieu a changé",
    "city": "le lieu a changé",
    "url": "l’adresse de la page a changé",
    "palette": "les couleurs ont changé",
    "seed": "le motif a changé",
    "organisers": "les organisateurs ont changé",
    "logos": "les logos des organisateurs ont changé",
    "programme": "le programme a changé",
    "summary": "la présentation a changé",
    "registration_url": "le lien d’inscription a changé",
}
BRAND, ENGINE, OTHER, AGAIN = (
    "la charte des kits a changé",
    "les modèles ont été améliorés",
    "la page de l’événement a changé",
    "il a été recomposé à la demande",
)


def print_of(data: KitData) -> dict[str, Any]:
    """What a kit says and is dressed with, small enough to be kept: long things as digests, logos apart."""
    told: dict[str, Any] = {}
    for each in fields(data):
        value = getattr(data, each.name)
        if each.name not in ("brand", "partners"):
            told[each.name] = value if isinstance(value, str) else _digest(value)
    told["organisers"] = list(data.organisers)
    told["logos"] = _digest([partner.logo for partner in data.partners])
    return {"data": told, "brand": _digest(data.brand.inputs()), "engine": engine_fingerprint()}


def _digest(value: object) -> str:
    return sha256(repr(value).encode()).hexdigest()[:16]


def reasons(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[str]:
    """What differs between two prints, each reason once, the most telling first.

    A print is ``{"data": {field: value}, "brand": digest, "engine": digest}``; an empty `before` is a first kit.
    """
    if not before:
        return [FIRST]
    old, new = before.get("data", {}), after.get("data", {})
    told: dict[str, None] = {}
    if old.get("status") != new.get("status"):
        told[STATUS.get(new.get("status"), OTHER)] = None
    for field in (*FIELDS, *sorted(set(new) - set(FIELDS) - {"status"})):
        if field in new and old.get(field) != new[field]:
            told[FIELDS.get(field, OTHER)] = None
    if before.get("brand") != after.get("brand"):
        told[BRAND] = None
    if not told and before.get("engine") != after.get("engine"):
        told[ENGINE] = None
    return list(told) or [AGAIN]


def joined(texts: list[str]) -> str:
    """« la date a changé, le lieu a changé et l’événement est reporté »."""
    return " et ".join([", ".join(texts[:-1]), texts[-1]]) if len(texts) > 1 else "".join(texts)
