"""The part of the demo’s landing page on organising a NEC local: what it opens, what it asks, how it goes."""

from typing import Any

CALL = "/candidature/"
CHARTER = "/charte/"
BRAND_KIT = "/kits/marque/"
GUIDE = "/guide-d-organisation/"


def link(text: str, address: str) -> dict[str, Any]:
    return {"text": text, "address": address}


def points(*items: tuple[str, str]) -> list[dict[str, str]]:
    return [{"title": title, "text": f"<p>{text}</p>" if text else ""} for title, text in items]


TIERS = {
    "title": "Trois paliers, une marque toujours ouverte",
    "introduction": "Personne n’est recalé par un formulaire : chaque condition remplie ouvre un droit de plus.",
    "items": [
        {
            "title": "La marque",
            "condition": "La charte est acceptée",
            "text": "Déposée par l’ANCT, elle est libre d’usage pour toute structure qui respecte la charte.",
            "gives": [
                "Le nom « NEC » et celui de votre territoire",
                "Le kit de communication",
                "Une page dans l’agenda",
            ],
            "link": link("Recevoir le logo et ses règles", BRAND_KIT),
        },
        {
            "title": "L’accompagnement",
            "condition": "Les deux critères obligatoires sont réunis",
            "text": "Le soutien d’une collectivité, et 150 personnes attendues dans un lieu qui peut les recevoir.",
            "gives": ["L’appui de l’équipe du programme", "Les mises en relation", "Les relais de communication"],
        },
        {
            "title": "La subvention",
            "condition": "Elle est demandée, quatre mois au moins avant",
            "text": "Elle couvre au plus 80 % du budget total, et se verse en entier après l’événement.",
            "gives": [
                "Logistique : lieu, matériel, scénographie",
                "Communication",
                "Programme : intervenantes et intervenants",
            ],
        },
    ],
}

COMMITMENTS = {
    "title": "Ce à quoi vous vous engagez",
    "introduction": "Quatre engagements, qui font d’une rencontre un commun.",
    "dress": "list",
    "items": points(
        (
            "Documenter et partager",
            "Garder la trace des échanges, et publier les contenus sous des formats ouverts que chacun peut reprendre, "
            "notamment sur la plateforme Les Bases.",
        ),
        (
            "Travailler avec le programme",
            "Avec l’ANCT, ses prestataires et ses partenaires, avant et après l’événement.",
        ),
        ("Venir à l’édition nationale", "Y prendre part, une fois par an, aux côtés des autres NEC locaux."),
        (
            "Respecter la charte",
            "Sept verbes : éduquer, ouvrir, harmoniser, débattre, faire ensemble, améliorer, tempérer.",
        ),
    ),
    "link": link("Lire la charte", CHARTER),
}

DOSSIER = {
    "title": "Ce que contient le dossier",
    "introduction": "Rien d’autre que ce qui aide à comprendre votre projet.",
    "dress": "columns",
    "items": points(
        ("L’objectif de l’événement", ""),
        ("Les thèmes, et ce qu’ils apportent aux acteurs d’ici", ""),
        ("Le territoire concerné", ""),
        ("Les publics, et le nombre de personnes attendues", ""),
        ("Les co-organisateurs et les partenaires", ""),
        ("Une première esquisse des formats", ""),
        ("Les moyens engagés", "Humains, techniques, matériels, et de communication."),
        ("Un budget prévisionnel par grands postes", ""),
        ("La subvention demandée, s’il y en a une, et pour quoi", ""),
    ),
    "link": link("Commencer le dossier", CALL),
}

CRITERIA = {
    "title": "Ce que regarde l’équipe",
    "introduction": "Les premiers critères ouvrent l’accompagnement et la subvention. Les autres pèsent dans la "
    "décision.",
    "mandatory": points(
        ("Le soutien d’une collectivité au moins", "Une commune, une intercommunalité, un département, une région."),
        ("150 personnes au moins", "Attendues ou inscrites, et un lieu qui peut les accueillir."),
    ),
    "weighed": points(
        ("La solidité du projet", "Des fonds disponibles, une équipe dédiée."),
        ("La diversité des organisateurs", ""),
        ("La maturité numérique du territoire", ""),
        ("La capacité à mobiliser les acteurs locaux", "Publics et privés."),
        ("Les mesures prises pour respecter le cadre et la charte", ""),
        ("Les mesures prises pour transcrire les ateliers ou créer des ressources", ""),
        ("L’innovation", "Dans le fond comme dans la forme."),
    ),
}

STEPS = {
    "title": "De la candidature au versement",
    "introduction": "Qui décide, quand, et comment la subvention arrive.",
    "items": [
        {
            "title": "Vous déposez le dossier",
            "when": "Quatre mois avant",
            "text": "Plus tard, le label reste possible, mais sans subvention.",
        },
        {
            "title": "L’équipe d’instruction l’examine",
            "when": "Ensuite",
            "text": "Elle peut vous demander des précisions ou une pièce.",
        },
        {
            "title": "Vous recevez la décision",
            "when": "Par courriel",
            "text": "Label, label avec subvention, ou refus motivé. La marque vous reste ouverte dans tous les cas.",
        },
        {
            "title": "Une convention est signée",
            "when": "Avec une subvention",
            "text": "Elle fixe le montant, au plus 80 % du budget total.",
        },
        {"title": "Votre NEC local a lieu", "when": "Le jour venu", "text": "Et les échanges sont documentés."},
        {
            "title": "Vous envoyez le bilan",
            "when": "Après",
            "text": "Un état financier, et un bilan quantitatif et qualitatif. Sur ces pièces, toute la subvention "
            "est versée.",
        },
    ],
    "link": link("Voir le guide", GUIDE),
}
