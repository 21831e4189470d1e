"""The editor's own words in the e-mails of the call: places such as {numero}, checked against a list. Pure."""

import re
from collections.abc import Mapping

RECEIPT = {
    "numero": "le numéro du dossier",
    "titre": "le nom de l’événement",
    "structure": "la structure porteuse",
    "contact": "le nom du contact",
    "niveaux": "ce à quoi le projet peut prétendre",
    "recu": "l’adresse de l’accusé de réception",
    "espace": "l’adresse de l’espace porteur",
    "adresse": "l’adresse électronique de contact",
}
DRAFT = {"brouillons": "les brouillons avec leurs liens", "adresse": "l’adresse électronique de contact"}
REMINDER = {
    "titre": "le nom de l’événement",
    "fin": "le jour de la suppression",
    "lien": "le lien du brouillon",
    "adresse": "l’adresse électronique de contact",
}
NEEDED = frozenset({"recu", "brouillons", "lien"})
"""Places without which a message would be of no use."""

_PLACE = re.compile(r"\{([^{}]*)\}")


def told(places: Mapping[str, str]) -> str:
    """The places for the editor: « {numero} (le numéro du dossier), … »."""
    return ", ".join(f"{{{name}}} ({what})" for name, what in places.items()) + "."


def problem(text: str, places: Mapping[str, str]) -> str:
    """What is wrong in a text, in French; "" where it may be sent or is empty."""
    if not text.strip():
        return ""
    unknown = [f"{{{name}}}" for name in dict.fromkeys(_PLACE.findall(text)) if name not in places]
    if unknown:
        known = ", ".join(f"{{{each}}}" for each in places)
        return f"Rien ne remplace {', '.join(unknown)}. Mots possibles\u00a0: {known}."
    missing = [f"{{{name}}}" for name in places if name in NEEDED and f"{{{name}}}" not in text]
    if missing:
        return f"Il manque {', '.join(missing)}\u00a0: sans ce lien, le message ne sert à rien."
    if "\n" not in text.strip():
        return "La première ligne est l’objet\u00a0: écrivez le message au-dessous."
    return ""


def filled(text: str, values: Mapping[str, str]) -> str:
    """`text` with its places filled; braces inside a value stay as they are."""
    return _PLACE.sub(lambda match: values.get(match[1], match[0]), text)
