"""Roles: what a field of the form means to the rules, however the editor words it.

A rule needs to know which answer is the event's first day; the editor composes the form freely. One field at most
holds each role, and the roles that a rule uses are each held by exactly one field of a fitting type.
"""

from collections.abc import Iterable
from dataclasses import dataclass

TYPE_LABELS = {
    "short_text": "texte court",
    "long_text": "texte long",
    "email": "adresse électronique",
    "url": "adresse d’un site",
    "siret": "numéro SIRET",
    "number": "nombre",
    "amount": "montant en euros",
    "date": "date",
    "period": "période",
    "yes_no": "oui ou non",
    "checkbox": "case à cocher",
    "choice": "choix unique",
    "choices": "choix multiples",
    "territory": "territoire",
    "themes": "thèmes",
    "formats": "formats partenaires",
    "files": "pièces jointes",
    "charter": "acceptation de la charte",
    "budget_lines": "lignes de budget",
    "group": "groupe répété",
}
"""Kinds of field by the name of their block."""


@dataclass(frozen=True)
class Role:
    """A role, the kind of field that may hold it, and the rule that needs it (none where it is optional)."""

    name: str
    label: str
    field_type: str
    needed_for: str = ""
    always_asked: bool = False
    """Its field must be obligatory: without the answer the file cannot be followed."""
    max_length: int | None = None
    """Characters that its column holds."""
    autocomplete: str = ""
    """Token of HTML's `autocomplete` (WCAG 1.3.5, RGAA 11.13)."""


ROLES = {
    role.name: role
    for role in (
        Role("title", "nom de l’événement", "short_text", "nommer le dossier", True, 200),
        Role("event_start", "premier jour", "date", "vérifier le délai de dépôt"),
        Role("event_end", "dernier jour", "date"),
        Role("territory", "territoire", "territory", "confier le dossier à une équipe"),
        Role("organisation", "structure porteuse", "short_text", "savoir qui candidate", True, 200, "organization"),
        Role("contact_name", "nom du contact", "short_text", "répondre au dossier", True, 160, "name"),
        Role("contact_email", "adresse du contact", "email", "répondre au dossier", True, 254, "email"),
        Role("audience", "public attendu", "number", "vérifier le seuil de public"),
        Role("venue_capacity", "capacité du lieu", "number", "vérifier que le lieu convient"),
        Role("local_authority_support", "soutien d’une collectivité", "yes_no", "vérifier ce soutien"),
        Role("themes", "thèmes", "themes"),
        Role("formats", "formats partenaires", "formats"),
        Role("budget_total", "budget total", "amount", "calculer le plafond de la subvention"),
        Role("budget_lines", "postes du budget", "budget_lines"),
        Role("grant_requested", "subvention demandée", "yes_no", "savoir si une subvention est demandée"),
        Role("grant_amount", "montant demandé", "amount", "calculer le plafond de la subvention"),
        Role("charter", "acceptation de la charte", "charter", "accorder l’usage de la marque", True),
    )
}


@dataclass(frozen=True)
class Holder:
    """A field of the form, as the check of roles sees it."""

    label: str
    field_type: str
    role: str
    required: bool = True


def fitting(field_type: str) -> list[tuple[str, str]]:
    """Choices (name, label) of the roles that a field of this kind may hold."""
    return [(role.name, role.label) for role in ROLES.values() if role.field_type == field_type]


def problems(fields: Iterable[Holder], before: Iterable[Holder] = ()) -> list[str]:
    """What keeps the rules from reading this form, in French for its editor; empty where nothing does.

    `before` are the fields of the form as it stands: one that held a role and lost it, or was removed, is named.
    """
    former = {field.role: field.label for field in before if field.role in ROLES}
    held: dict[str, list[Holder]] = {}
    for field in fields:
        if field.role in ROLES:
            held.setdefault(field.role, []).append(field)
    found = []
    for role in ROLES.values():
        holders = held.get(role.name, [])
        kind = TYPE_LABELS[role.field_type]
        if not holders and role.needed_for and role.name in former:
            found.append(
                f"Le champ «\u00a0{former[role.name]}\u00a0» portait le rôle «\u00a0{role.label}\u00a0», qui sert à "
                f"{role.needed_for}. Remettez-le, ou donnez ce rôle à un autre champ de type «\u00a0{kind}\u00a0»."
            )
        elif not holders and role.needed_for:
            found.append(
                f"Aucun champ ne porte le rôle «\u00a0{role.label}\u00a0», qui sert à {role.needed_for}. "
                f"Donnez-le à un champ de type «\u00a0{kind}\u00a0»."
            )
        if len(holders) > 1:
            names = " et ".join(f"«\u00a0{holder.label}\u00a0»" for holder in holders)
            found.append(
                f"Plusieurs champs portent le rôle «\u00a0{role.label}\u00a0»\u00a0: {names}. Gardez-le sur un seul."
            )
        for holder in holders:
            if holder.field_type != role.field_type:
                actual = TYPE_LABELS[holder.field_type]
                found.append(
                    f"Le champ «\u00a0{holder.label}\u00a0» est de type «\u00a0{actual}\u00a0»\u00a0: "
                    f"le rôle «\u00a0{role.label}\u00a0» veut le type «\u00a0{kind}\u00a0»."
                )
            elif role.always_asked and not holder.required:
                found.append(
                    f"Le champ «\u00a0{holder.label}\u00a0» doit être obligatoire\u00a0: il sert à {role.needed_for}."
                )
    return found
