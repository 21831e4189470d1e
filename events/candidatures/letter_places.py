"""Places in a team's letter, such as {numero}, that are filled with the file's facts. Pure."""

import re
from collections.abc import Mapping

PLACES = {
    "numero": "le numéro du dossier",
    "titre": "le nom de l’événement",
    "structure": "la structure porteuse",
    "contact": "le nom du contact",
    "equipe": "le nom de l’équipe",
    "motivation": "la motivation de la décision",
    "montant": "le montant accordé, s’il y en a un",
    "espace": "l’adresse de l’espace porteur",
}
"""Name of a place -> what fills it, in French."""

_PLACE = re.compile(r"\{([^{}]*)\}")


def unknown_places(text: str) -> list[str]:
    """Places of `text` that nothing fills, as written, each once."""
    return list(dict.fromkeys(f"{{{name}}}" for name in _PLACE.findall(text) if name not in PLACES))


def filled(text: str, values: Mapping[str, str]) -> str:
    """`text` with its places filled; a value that holds braces itself is left as it is."""
    return _PLACE.sub(lambda match: values.get(match[1], match[0]), text)
