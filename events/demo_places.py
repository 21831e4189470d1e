"""Places of the demo: those that the programme lists, by kind, and those of its 2024 calendar."""

from community.models import Territory, TerritoryKind

LISTED = {
    TerritoryKind.COLLECTIVITE: (
        "Vaulx-en-Velin",
        "Chambéry",
        "Nantes",
        "Lalouvesc",
        "Strasbourg",
        "Bordeaux Métropole",
        "Orléans Métropole",
        "Montpellier Métropole",
    ),
    TerritoryKind.TERRITOIRE: ("Pays Picards", "Sambre-Avesnois-Thiérache", "Sud-Charente", "Sud-Essonne"),
    TerritoryKind.DEPARTEMENT: (
        "Vosges",
        "Dordogne",
        "Ardennes",
        "Seine-Saint-Denis",
        "Maine-et-Loire",
        "Puy-de-Dôme",
        "Doubs",
        "Allier",
        "Drôme",
        "Haute-Savoie",
    ),
    TerritoryKind.REGION: ("Centre-Val de Loire", "Hauts-de-France", "Occitanie"),
    TerritoryKind.OUTRE_MER: ("Guadeloupe", "La Réunion", "Martinique"),
}
"""The 28 territories of the programme's own list of past editions."""

CALENDAR = {
    TerritoryKind.COLLECTIVITE: ("Metz", "Mérignac"),
    TerritoryKind.TERRITOIRE: ("Paris-Saclay",),
}
"""Territories of the 2024 calendar that the list does not hold."""


def places() -> dict[str, Territory]:
    """Each territory by its name: found again by its slug, made where the directory does not hold it yet."""
    found = {}
    for group in (LISTED, CALENDAR):
        for kind, names in group.items():
            for name in names:
                found[name] = place(name, kind)
    return found


def place(name: str, kind: TerritoryKind) -> Territory:
    wanted = Territory(name=name, kind=kind)
    wanted.full_clean(exclude=["slug"], validate_unique=False, validate_constraints=False)
    known = Territory.objects.filter(slug=wanted.slug).first()
    if known is None:
        wanted.save()
    return known or wanted
