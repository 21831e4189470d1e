"""Editions to come, on dates counted from the day the demo is built. All are examples, and their titles say so."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from typing import Any

Days = tuple[date, date | None]


def after(days: int, length: int = 1) -> Callable[[date], Days]:
    """`length` days in a row that begin on a weekday, `days` days from today or just after."""

    def compute(today: date) -> Days:
        start = today + timedelta(days=days)
        start += timedelta(days=(7 - start.weekday()) % 7 if start.weekday() > 4 else 0)
        return start, (start + timedelta(days=length - 1) if length > 1 else None)

    return compute


def across_months(days: int) -> Callable[[date], Days]:
    """The last day of a month and the first of the next, at least `days` days from today."""

    def compute(today: date) -> Days:
        first = ((today + timedelta(days=days)).replace(day=1) + timedelta(days=32)).replace(day=1)
        return first - timedelta(days=1), first

    return compute


@dataclass(frozen=True, slots=True)
class Coming:
    """One edition to come. Without `when` its date is not known yet."""

    slug: str
    title: str
    summary: str
    when: Callable[[date], Days] | None = None
    places: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()
    organisers: tuple[tuple[str, str], ...] = ()
    documents: tuple[tuple[str, str], ...] = ()
    sessions: tuple[dict[str, Any], ...] = ()
    text: tuple[str, ...] = ()
    facts: dict[str, Any] = field(default_factory=dict)


REGISTER = "https://example.org/inscription"
OPENING_HOURS = {"start_time": time(9), "end_time": time(17, 30)}

COMING = (
    Coming(
        slug="nec-sambre-avesnois-thierache-exemple",
        title="NEC Sambre-Avesnois-Thiérache (exemple)",
        summary="Une journée pour les médiathèques, les communes et les associations du bocage : se former, "
        "comparer, et "
        "repartir avec un plan d’action. Édition d’exemple.",
        when=after(17),
        places=("Sambre-Avesnois-Thiérache",),
        themes=("inclusion", "acces-aux", "commun"),
        formats=("la-fresque-des-communs", "le-tribunal-des-demarches"),
        organisers=(
            ("Pays du Bocage numérique (exemple)", "porteur"),
            ("Médiathèque des Trois Vallées (exemple)", "hôte"),
            ("Réseau des relais du Nord (exemple)", "partenaire"),
        ),
        documents=(
            ("Dossier des participantes et participants (exemple)", "https://example.org/dossier"),
            ("Plan d’accès en gros caractères (exemple)", "https://example.org/plan"),
        ),
        sessions=(
            {"start": time(9), "end": time(9, 30), "title": "Accueil café", "room": "Grande halle"},
            {
                "start": time(9, 30),
                "end": time(10, 30),
                "title": "Ce que le numérique change dans un canton rural",
                "speakers": "Alba Exemple, Théo Démonstration",
                "room": "Grande halle",
                "text": "Deux enquêtes, deux regards, et la parole à la salle.",
            },
            {
                "start": time(10, 45),
                "end": time(12, 15),
                "title": "Le tribunal des démarches",
                "room": "Salle du conseil",
                "format": "le-tribunal-des-demarches",
            },
            {"start": time(12, 15), "end": time(13, 45), "title": "Déjeuner et forum des initiatives", "room": "Cour"},
            {
                "start": time(13, 45),
                "end": time(16, 15),
                "title": "La fresque des communs",
                "speakers": "Coopérative Fil à Fil (exemple)",
                "room": "Atelier 2",
                "format": "la-fresque-des-communs",
            },
            {
                "start": time(16, 30),
                "end": time(17, 30),
                "title": "Et demain matin ? Engagements et suites",
                "speakers": "Nour Exemple",
                "room": "Grande halle",
            },
        ),
        text=(
            "L’entrée est libre, dans la limite des places. Une garde d’enfants est proposée sur inscription.",
            "Les échanges seront documentés par une équipe de volontaires, et publiés sous licence ouverte dans le "
            "mois.",
        ),
        facts={
            **OPENING_HOURS,
            "venue": "Halle du Bocage (exemple)",
            "address": "1 place de l’Exemple",
            "city": "Fourmies",
            "capacity": 220,
            "registration_url": REGISTER,
            "venue_access": "Gare à 600 mètres, navette à la descente des trains de 8 h 12 et 8 h 40.\n\nEntrée de "
            "plain-pied, "
            "boucle magnétique dans la grande halle, interprétation en langue des signes le matin.",
        },
    ),
    Coming(
        slug="nec-maine-et-loire-exemple",
        title="NEC Maine-et-Loire (exemple)",
        summary="La rencontre prévue ce mois-ci n’aura pas lieu : le lieu n’est plus disponible. Édition d’exemple.",
        when=after(24),
        places=("Maine-et-Loire",),
        themes=("outil",),
        facts={"status": "cancelled", "venue": "Lieu d’exemple", "city": "Angers"},
    ),
    Coming(
        slug="nec-communs-en-ligne-exemple",
        title="NEC Communs en ligne (exemple)",
        summary="Une demi-journée à distance pour celles et ceux qui entretiennent un commun numérique. Édition "
        "d’exemple.",
        when=after(31),
        themes=("commun", "logiciel"),
        facts={
            "mode": "online",
            "start_time": time(13, 30),
            "end_time": time(17),
            "online_url": "https://example.org/direct",
            "registration_url": REGISTER,
            "capacity": 500,
        },
    ),
    Coming(
        slug="nec-drome-exemple",
        title="NEC Drôme (exemple)",
        summary="Deux jours à cheval sur deux mois, entre vallée et montagne : écoconception, réemploi, sobriété. "
        "Édition "
        "d’exemple.",
        when=across_months(38),
        places=("Drôme",),
        themes=("transition",),
        formats=("repare-mon-numerique",),
        facts={**OPENING_HOURS, "venue": "Écurie du Réemploi (exemple)", "city": "Die", "registration_url": REGISTER},
    ),
    Coming(
        slug="nec-martinique-exemple",
        title="NEC Martinique (exemple)",
        summary="Une journée pour l’accès aux droits et les services publics en ligne, à l’heure de la Martinique. "
        "Édition "
        "d’exemple.",
        when=after(52),
        places=("Martinique",),
        themes=("acces-aux", "inclusion"),
        facts={
            **OPENING_HOURS,
            "time_zone": "America/Martinique",
            "venue": "Maison des Alizés (exemple)",
            "city": "Fort-de-France",
            "registration_url": REGISTER,
            "capacity": 180,
        },
    ),
    Coming(
        slug="nec-orleans-metropole-exemple",
        title="NEC Orléans Métropole (exemple)",
        summary="Une journée à suivre sur place ou à distance : données ouvertes, outils libres, coopération entre "
        "communes. Édition d’exemple.",
        when=after(74),
        places=("Orléans Métropole", "Centre-Val de Loire"),
        themes=("logiciel", "outil"),
        formats=("donnees-ouvertes-table-ouverte",),
        facts={
            **OPENING_HOURS,
            "mode": "hybrid",
            "venue": "Pavillon des Bords de Loire (exemple)",
            "city": "Orléans",
            "online_url": "https://example.org/direct",
            "registration_url": REGISTER,
        },
    ),
    Coming(
        slug="nec-strasbourg-exemple",
        title="NEC Strasbourg (exemple)",
        summary="Reportée d’un trimestre, la rencontre des deux rives garde son programme et change de date. Édition "
        "d’exemple.",
        when=after(118, length=2),
        places=("Strasbourg",),
        themes=("securite", "commun"),
        facts={"status": "postponed", "venue": "Lieu d’exemple", "city": "Strasbourg"},
    ),
    Coming(
        slug="nec-vosges-exemple",
        title="NEC Vosges (exemple)",
        summary="La neige a eu le dernier mot : une nouvelle date est cherchée avec les communes. Édition d’exemple.",
        places=("Vosges",),
        themes=("inclusion",),
        facts={"status": "postponed", "city": "Épinal"},
    ),
    Coming(
        slug="nec-hauts-de-france-exemple",
        title="NEC Hauts-de-France (exemple)",
        summary="Le rendez-vous régional de l’année prochaine se prépare : la date sera donnée ici. Édition d’exemple.",
        places=("Hauts-de-France",),
        facts={"status": "announced"},
    ),
)
