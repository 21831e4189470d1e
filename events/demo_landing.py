"""The landing page of the demo, written afresh from what the programme says of the NEC locaux."""

from datetime import date
from typing import Any

from nec_cms.typography import french_spaces

TITLE = "Les NEC locaux"
INTRODUCTION = french_spaces(
    "Un jour ou deux, chez vous, pour réunir celles et ceux qui font un numérique d’intérêt général."
)
CALL = "/candidature/"
CHARTER = "/charte/"
GUIDE = "/guide-d-organisation/"


def link(text: str, address: str) -> dict[str, Any]:
    return {"text": text, "address": address}


def points(*items: tuple[str, str]) -> list[dict[str, str]]:
    return [{"title": title, "text": f"<p>{text}</p>" if text else ""} for title, text in items]


PROMISES = {
    "title": "Numérique en Commun[s], à l’échelle d’un territoire",
    "introduction": "Il y a un rendez-vous national chaque année. Entre-temps, toute structure peut monter le sien, "
    "sous la "
    "même marque : débattre, se former, comparer, et laisser des ressources à tout le monde.",
    "items": [
        {
            "title": "Comprendre le format",
            "text": "Ce que reçoivent les porteurs, ce à quoi ils s’engagent, et comment on s’y prend.",
            "link": link("Lire comment ça marche", "#ce-que-vous-recevez"),
        },
        {
            "title": "Voir les prochains",
            "text": "Les dates, les lieux et les inscriptions, près de chez vous ou en ligne.",
            "link": link("Ouvrir l’agenda", "/nec-locaux/agenda/"),
        },
        {
            "title": "Organiser le vôtre",
            "text": "L’appel est permanent. Il est ouvert à toute personne morale, quelle que soit sa taille.",
            "link": link("Déposer une candidature", CALL),
        },
    ],
}

NEXT = {"title": "Les prochaines éditions", "introduction": "", "number": 4}

FIGURES = {
    "title": "Ce qui s’est déjà tenu",
    "introduction": "Ces chiffres se comptent tout seuls, à partir des éditions publiées sur ce site.",
    "items": [
        {
            "counted": "editions",
            "label": "NEC locaux organisés depuis janvier 2021",
            "since": date(2021, 1, 1),
            "value": None,
            "as_of": None,
            "source": "",
        },
        {
            "counted": "territories",
            "label": "territoires mobilisés",
            "since": None,
            "value": None,
            "as_of": None,
            "source": "",
        },
    ],
}

TERRITORIES = {
    "title": "Des villes, des pays, des îles",
    "introduction": "Ils ont accueilli au moins un NEC local.",
}

BENEFITS = {
    "title": "Ce que vous recevez",
    "introduction": "Un NEC local n’est pas seul : le programme et ses partenaires l’épaulent.",
    "dress": "cards",
    "items": points(
        (
            "La marque",
            "Un nom connu dans toute la France, et la confiance qui l’accompagne auprès des élues et élus, des "
            "financeurs "
            "et du public.",
        ),
        (
            "Un kit de communication sur mesure",
            "Logo à votre nom, page web de l’événement, bannières pour les réseaux, affiche : tout est tiré de vos "
            "informations, et mis à jour avec elles.",
        ),
        (
            "De l’aide pour le programme",
            "Un guide d’organisation, et des formats tout prêts que des partenaires viennent animer chez vous.",
        ),
        (
            "Des portes ouvertes",
            "Une mise en relation avec les dispositifs de l’ANCT, Incubateur des Territoires et Nouveaux Lieux, "
            "Nouveaux "
            "Liens, et avec les partenaires de NEC : le CNNum, la Mednum, la DINUM, l’IGN.",
        ),
        (
            "Un porte-voix",
            "Vos dates et vos temps forts relayés sur les réseaux sociaux du programme, avant, pendant et après.",
        ),
        (
            "Une place au rendez-vous national",
            "Chaque année, les NEC locaux se retrouvent à l’édition nationale et y montrent ce qu’ils ont produit.",
        ),
    ),
    "link": link("Le guide d’organisation", GUIDE),
}

FORMATS = {
    "title": "Des formats prêts à accueillir",
    "introduction": "Des partenaires proposent des sessions que vous pouvez glisser dans votre programme.",
    "season": None,
    "number": 3,
}

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
        },
        {
            "title": "L’accompagnement",
            "condition": "Les deux critères obligatoires sont réunis",
            "text": "Le soutien d’une collectivité, et 150 personnes attendues dans un lieu qui peut les recevoir.",
            "gives": ["L’appui de l’équipe du programme", "Les mises en relation", "Les relais de communication"],
        },
        {
            "title": "La subvention",
            "condition": "Le dossier arrive quatre mois avant, et la demande",
            "text": "Elle couvre au plus 80 % du budget total, et se verse en entier après l’événement.",
            "gives": [
                "Logistique : lieu, matériel, scénographie",
                "Communication",
                "Programme : intervenantes et intervenants",
            ],
        },
    ],
}

THEMES = {
    "title": "De quoi on y parle",
    "introduction": "Huit thèmes, et toutes les façons de les croiser. Chacun mène aux éditions à venir qui "
    "l’abordent.",
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

CONTACT = {
    "title": "Une question avant de vous lancer ?",
    "introduction": "Écrivez à l’équipe du programme : elle répond aux porteuses et aux porteurs de projet.",
}

BODY = (
    ("promises", PROMISES),
    ("next_editions", NEXT),
    ("counted_figures", FIGURES),
    ("territories_by_kind", TERRITORIES),
    ("points", BENEFITS),
    ("season_formats", FORMATS),
    ("tiers", TIERS),
    ("event_themes", THEMES),
    ("points", COMMITMENTS),
    ("points", DOSSIER),
    ("criteria", CRITERIA),
    ("steps", STEPS),
    ("event_contact", CONTACT),
)


def body() -> list[tuple[str, Any]]:
    """The blocks of the page, typed above with plain spaces and stored with French ones."""
    return [(name, spaced(value)) for name, value in BODY]


def spaced(value: Any) -> Any:
    """French spaces in every text of a block's value."""
    if isinstance(value, str):
        return french_spaces(value)
    if isinstance(value, dict):
        return {key: spaced(each) for key, each in value.items()}
    return [spaced(each) for each in value] if isinstance(value, list) else value
