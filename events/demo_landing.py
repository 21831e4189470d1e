"""The landing page of the demo, written afresh from what the programme says of the NEC locaux."""

from datetime import date
from typing import Any

from events.demo_call import CALL, COMMITMENTS, CRITERIA, DOSSIER, GUIDE, STEPS, TIERS, link, points
from nec_cms.typography import french_spaces

TITLE = "Les NEC locaux"
INTRODUCTION = french_spaces(
    "Un jour ou deux, chez vous, pour réunir celles et ceux qui font un numérique d’intérêt général."
)


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

NEXT = {"title": "Les prochaines éditions", "introduction": "", "number": 3}

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
        {
            "counted": "coming",
            "label": "éditions à venir",
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

THEMES = {
    "title": "De quoi on y parle",
    "introduction": "Huit thèmes, et toutes les façons de les croiser. Chacun mène aux éditions à venir qui "
    "l’abordent.",
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
