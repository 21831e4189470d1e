"""Past editions of the demo. What the programme does not tell is an example, and says so on the page."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

EXAMPLE = (
    "Édition d’exemple : ce territoire a bien accueilli un NEC local, mais la date, le lieu et le contenu montrés "
    "ici sont "
    "inventés pour la démonstration."
)
CALENDAR = (
    "Une étape du calendrier 2024 des NEC locaux. Le nom et la date sont ceux du programme ; le reste de la page, "
    "s’il y en "
    "a, est un exemple."
)
YEAR_ONLY = "Seule l’année de cette édition nationale est connue ici : le jour affiché est un exemple."


@dataclass(frozen=True, slots=True)
class Edition:
    """One past edition. `facts` are further fields of the page."""

    slug: str
    title: str
    start: date
    end: date | None = None
    places: tuple[str, ...] = ()
    summary: str = EXAMPLE
    themes: tuple[str, ...] = ()
    facts: dict[str, Any] = field(default_factory=dict)


REUNION = "Indian/Reunion"

REFERENCE_2024 = (
    Edition("nec-occitanie-2024", "NEC Occitanie", date(2024, 9, 30), None, ("Occitanie",), CALENDAR),
    Edition("nec-metz-2024", "NEC Metz", date(2024, 10, 3), None, ("Metz",), CALENDAR),
    Edition(
        "nec-974-la-reunion-2024",
        "NEC 974 La Réunion",
        date(2024, 11, 19),
        date(2024, 11, 20),
        ("La Réunion",),
        CALENDAR,
        facts={"time_zone": REUNION},
    ),
    Edition("nec-paris-saclay-2024", "NEC Paris-Saclay", date(2024, 11, 21), None, ("Paris-Saclay",), CALENDAR),
    Edition("nec-ess-2024", "NEC ESS", date(2024, 11, 27), None, (), CALENDAR),
    Edition("nec-merignac-2024", "NEC Mérignac", date(2024, 11, 27), None, ("Mérignac",), CALENDAR),
)
"""The calendar of 2024, in its order."""

KNOWN = (
    Edition(
        "nec-bordeaux-metropole-2020",
        "NEC Bordeaux Métropole",
        date(2020, 8, 24),
        date(2020, 8, 28),
        ("Bordeaux Métropole",),
        "Cinq jours en ligne, à l’été 2020 : le premier des NEC locaux, et le sujet du premier Carnet.",
        facts={"mode": "online", "outcome": "Plus de 1 200 connexions en cinq jours."},
    ),
    Edition(
        "nec-sud-charente-2021",
        "NEC Sud-Charente",
        date(2021, 1, 28),
        date(2021, 1, 29),
        ("Sud-Charente",),
        "Deux jours à Montmoreau, au début de l’année 2021.",
        facts={"city": "Montmoreau"},
    ),
    Edition(
        "nec-974-la-reunion-2021",
        "NEC 974 La Réunion",
        date(2021, 11, 17),
        date(2021, 11, 18),
        ("La Réunion",),
        "Deux jours au domaine du MOCA, à Saint-Denis.",
        facts={"time_zone": REUNION, "venue": "Domaine du MOCA", "city": "Saint-Denis"},
    ),
    Edition(
        "nec-haute-savoie-2021",
        "NEC Haute-Savoie",
        date(2021, 11, 26),
        None,
        ("Haute-Savoie",),
        "Une journée à Annecy.",
        facts={"city": "Annecy"},
    ),
    Edition(
        "nec-974-la-reunion-2022",
        "NEC 974 La Réunion",
        date(2022, 12, 6),
        date(2022, 12, 7),
        ("La Réunion",),
        "Retour au domaine du MOCA, à Saint-Denis, pour deux jours.",
        facts={"time_zone": REUNION, "venue": "Domaine du MOCA", "city": "Saint-Denis"},
    ),
)
"""Editions whose date and place the programme tells."""

PROGRAMME_FIGURE = "chiffre du programme"
NATIONAL = (
    Edition(
        "edition-nationale-2018",
        "Numérique en Commun[s] 2018",
        date(2018, 9, 13),
        None,
        ("Nantes",),
        f"La première édition nationale, à Nantes. {YEAR_ONLY}",
        facts={
            "city": "Nantes",
            "attendance": 850,
            "outcome": "120 intervenantes, intervenants et contributeurs.",
        },
    ),
    Edition(
        "edition-nationale-2019",
        "Numérique en Commun[s] 2019",
        date(2019, 10, 17),
        None,
        (),
        f"L’édition nationale de Marseille. {YEAR_ONLY}",
        facts={
            "city": "Marseille",
            "attendance": 800,
            "outcome": "80 intervenantes, intervenants et contributeurs.",
        },
    ),
    Edition(
        "edition-nationale-2020",
        "Numérique en Commun[s] 2020",
        date(2020, 11, 23),
        None,
        (),
        f"L’édition nationale de Lyon, suivie en ligne. {YEAR_ONLY}",
        facts={
            "mode": "online",
            "attendance": 4000,
            "attendance_source": "personnes en direct, chiffre du programme",
        },
    ),
    Edition(
        "edition-nationale-2021",
        "Numérique en Commun[s] 2021",
        date(2021, 10, 6),
        None,
        ("Sud-Charente",),
        f"L’édition nationale du château de la Mercerie, en Sud-Charente. {YEAR_ONLY}",
        facts={
            "venue": "Château de la Mercerie",
            "attendance": 400,
            "outcome": "60 intervenantes, intervenants et contributeurs.",
        },
    ),
    Edition(
        "edition-nationale-2022",
        "Numérique en Commun[s] 2022",
        date(2022, 9, 28),
        date(2022, 9, 29),
        ("Hauts-de-France",),
        "Deux jours au stade Bollaert-Delelis, à Lens.",
        facts={
            "venue": "Stade Bollaert-Delelis",
            "city": "Lens",
            "attendance": 1800,
            "outcome": "228 intervenantes, intervenants et contributeurs.",
        },
    ),
    Edition(
        "edition-nationale-2023",
        "Numérique en Commun[s] 2023",
        date(2023, 10, 19),
        date(2023, 10, 20),
        ("Bordeaux Métropole",),
        "Deux jours au palais de la Bourse, à Bordeaux.",
        facts={
            "venue": "Palais de la Bourse",
            "city": "Bordeaux",
            "attendance": 2000,
            "outcome": "260 intervenantes, intervenants et contributeurs, et 12 pays représentés.",
        },
    ),
    Edition(
        "edition-nationale-2024",
        "Numérique en Commun[s] 2024",
        date(2024, 9, 25),
        date(2024, 9, 26),
        ("Chambéry",),
        "Deux jours à Chambéry.",
        facts={"city": "Chambéry"},
    ),
    Edition(
        "edition-nationale-2025",
        "Numérique en Commun[s] 2025",
        date(2025, 10, 29),
        date(2025, 10, 30),
        ("Strasbourg",),
        "La huitième édition nationale, au palais universitaire de Strasbourg, sur le thème « numérique et "
        "émancipation ».",
        facts={"venue": "Palais universitaire", "city": "Strasbourg"},
    ),
)
"""The national editions, 2018 to 2025."""


def example(place: str, *days: date, **facts: Any) -> Edition:
    """An edition of a listed territory on an invented date."""
    slug = facts.pop("slug")
    end = days[1] if len(days) > 1 else None
    return Edition(
        f"{slug}-{days[0].year}", f"NEC {place}", days[0], end, (place,), facts={"venue": "Lieu d’exemple"} | facts
    )


EXAMPLES = (
    example("Vaulx-en-Velin", date(2021, 5, 20), slug="nec-vaulx-en-velin"),
    example("Chambéry", date(2021, 6, 10), date(2021, 6, 11), slug="nec-chambery"),
    example("Nantes", date(2021, 9, 16), slug="nec-nantes"),
    example("Vosges", date(2021, 10, 14), slug="nec-vosges"),
    example("Hauts-de-France", date(2021, 12, 2), slug="nec-hauts-de-france"),
    example("Pays Picards", date(2022, 3, 17), slug="nec-pays-picards"),
    example("Dordogne", date(2022, 5, 12), slug="nec-dordogne"),
    example("Lalouvesc", date(2022, 6, 30), date(2022, 7, 1), slug="nec-lalouvesc"),
    example("Seine-Saint-Denis", date(2022, 10, 11), slug="nec-seine-saint-denis"),
    example("Orléans Métropole", date(2022, 11, 15), slug="nec-orleans-metropole"),
    example("Guadeloupe", date(2022, 11, 24), slug="nec-guadeloupe", time_zone="America/Guadeloupe"),
    example("Ardennes", date(2023, 3, 23), slug="nec-ardennes"),
    example("Maine-et-Loire", date(2023, 4, 6), slug="nec-maine-et-loire"),
    example("Sambre-Avesnois-Thiérache", date(2023, 5, 25), slug="nec-sambre-avesnois-thierache"),
    example("Puy-de-Dôme", date(2023, 6, 15), slug="nec-puy-de-dome"),
    example("Montpellier Métropole", date(2023, 9, 21), slug="nec-montpellier-metropole"),
    example("Martinique", date(2023, 11, 16), slug="nec-martinique", time_zone="America/Martinique"),
    example("Doubs", date(2023, 11, 30), date(2023, 12, 1), slug="nec-doubs"),
    example("Sud-Essonne", date(2024, 3, 14), slug="nec-sud-essonne"),
    example("Allier", date(2024, 4, 11), slug="nec-allier"),
    example("Strasbourg", date(2024, 6, 6), slug="nec-strasbourg"),
    example("Centre-Val de Loire", date(2024, 6, 20), slug="nec-centre-val-de-loire"),
    example("Drôme", date(2025, 4, 3), slug="nec-drome"),
    example("Sambre-Avesnois-Thiérache", date(2025, 5, 22), slug="nec-sambre-avesnois-thierache"),
    example("Haute-Savoie", date(2025, 11, 13), slug="nec-haute-savoie"),
)
"""The other territories of the programme's list, each with an edition on an invented date."""
