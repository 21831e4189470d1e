"""The dossier of the call, as the demo form composes it; each field's UUID is drawn from a short word."""

import uuid
from typing import Any

NAMESPACE = uuid.UUID("5c9d2f0e-7f43-5d0b-9b0a-2f7f3d1f8a11")

Json = dict[str, Any]


def field_id(name: str) -> str:
    """The UUID of the demo's field, step or choice of that name."""
    return str(uuid.uuid5(NAMESPACE, name))


def field(kind: str, name: str, label: str, help_text: str = "", *, required: bool = True, **options: Any) -> Json:
    value = {"label": label, "help": help_text, "required": required, **options}
    for key in ("options", "headings"):
        if key in options:
            value[key] = [
                {"type": "item", "id": field_id(f"{name}.{number}"), "value": text}
                for number, text in enumerate(options[key], start=1)
            ]
    return {"type": kind, "id": field_id(name), "value": value}


def step(name: str, title: str, help_text: str, fields: list[Json]) -> Json:
    value = {"title": title, "help": help_text, "fields": fields}
    return {"type": "step", "id": field_id(f"etape.{name}"), "value": value}


LONG = {"max_length": 4000}
SHORT = {"max_length": 200}
LETTER = {"kinds": ["pdf", "odt", "docx", "jpg", "png"], "max_size": 10, "max_files": 3}
SHEET = {"kinds": ["pdf", "ods", "xlsx"], "max_size": 10, "max_files": 1}
PEOPLE = {"min_value": 0, "max_value": 1_000_000}
STRUCTURES = [
    "Collectivité",
    "Association",
    "Entreprise ou coopérative",
    "État ou établissement public",
    "Enseignement et recherche",
    "Autre personne morale",
]
GRANT_USES = [
    "Logistique : lieu, matériel, scénographie",
    "Communication",
    "Programme : intervenantes et intervenants",
]
HEADINGS = [
    "Lieu, matériel et scénographie",
    "Intervenantes et intervenants",
    "Communication",
    "Restauration et accueil",
    "Temps de coordination",
]


def dossier(charter_page: int | None = None) -> list[Json]:
    """The steps as the stream field stores them; `charter_page` is the page that the charter's box links to."""
    return [
        step(
            "structure",
            "Votre structure",
            "Toute personne morale peut porter un NEC local : collectivité, association, entreprise, établissement…",
            [
                field("short_text", "organisation", "Nom de la structure porteuse", role="organisation", **SHORT),
                field("choice", "nature", "Nature de la structure", options=STRUCTURES, display="radio"),
                field(
                    "short_text",
                    "contact_name",
                    "Prénom et nom de la personne qui suit le dossier",
                    role="contact_name",
                    max_length=160,
                ),
                field(
                    "email",
                    "contact_email",
                    "Adresse électronique",
                    "Nous y envoyons l’accusé de réception, puis les nouvelles du dossier. "
                    "Elle vous ouvre aussi l’espace porteur.",
                    role="contact_email",
                ),
                field("short_text", "phone", "Téléphone", required=False, max_length=30),
            ],
        ),
        step(
            "projet",
            "Votre projet",
            "Dites ce que vous voulez faire et pourquoi, simplement. Rien n’est définitif à ce stade.",
            [
                field(
                    "short_text",
                    "title",
                    "Nom de l’événement",
                    "« NEC » suivi du nom du territoire. Exemple : NEC Vallée-Exemple.",
                    role="title",
                    **SHORT,
                ),
                field(
                    "date",
                    "event_start",
                    "Premier jour",
                    "Pour demander une subvention, déposez votre dossier quatre mois au moins avant ce jour.",
                    role="event_start",
                ),
                field("date", "event_end", "Dernier jour, si l’événement dure", required=False, role="event_end"),
                field("long_text", "objective", "Objectif de l’événement", **LONG),
                field("themes", "themes", "Thèmes abordés", "Cochez-en autant que nécessaire.", role="themes"),
                field(
                    "long_text", "local_benefit", "Ce que l’événement apporte aux actrices et acteurs locaux", **LONG
                ),
            ],
        ),
        step(
            "publics",
            "Publics et territoire",
            "L’accompagnement demande 150 personnes au moins, un lieu qui les accueille et le soutien d’une "
            "collectivité. Sans cela, l’usage de la marque vous reste ouvert.",
            [
                field("territory", "territory", "Territoire", role="territory"),
                field(
                    "long_text",
                    "area",
                    "Périmètre géographique",
                    "Communes, bassin de vie, vallée… et d’où viendra le public.",
                    required=False,
                    max_length=1000,
                ),
                field("long_text", "audiences", "Publics visés", max_length=2000),
                field("number", "audience", "Nombre de personnes attendues", role="audience", **PEOPLE),
                field("short_text", "venue", "Lieu pressenti", required=False, **SHORT),
                field(
                    "number",
                    "venue_capacity",
                    "Capacité du lieu",
                    "Nombre de personnes que le lieu peut accueillir.",
                    required=False,
                    role="venue_capacity",
                    **PEOPLE,
                ),
            ],
        ),
        step(
            "partenaires",
            "Partenaires et formats",
            "Un NEC local se prépare à plusieurs.",
            [
                field("long_text", "co_organisers", "Co-organisateurs et partenaires mobilisés", **LONG),
                field(
                    "yes_no",
                    "local_authority_support",
                    "Une collectivité au moins soutient-elle le projet ?",
                    "Commune, intercommunalité, département ou région : aide, prêt d’un lieu, participation.",
                    role="local_authority_support",
                ),
                field(
                    "files",
                    "support_letter",
                    "Lettre de soutien de la collectivité",
                    required=False,
                    **LETTER,
                ),
                field("long_text", "programme", "Première esquisse du programme et des formats", **LONG),
                field(
                    "formats",
                    "formats",
                    "Formats partenaires qui vous intéressent",
                    "Le catalogue les présente. Votre choix n’engage à rien.",
                    required=False,
                    role="formats",
                ),
            ],
        ),
        step(
            "moyens",
            "Moyens et budget",
            "La subvention couvre 80 % du budget total au plus. Elle est versée en entier après l’événement, "
            "sur pièces justificatives.",
            [
                field(
                    "long_text",
                    "means",
                    "Moyens engagés",
                    "Équipe et temps, moyens techniques, matériels et de communication.",
                    **LONG,
                ),
                field(
                    "amount",
                    "budget_total",
                    "Budget prévisionnel total",
                    "En euros, toutes dépenses comprises.",
                    required=False,
                    role="budget_total",
                ),
                field(
                    "budget_lines",
                    "budget_lines",
                    "Budget par grands postes",
                    "Les lignes sans montant sont ignorées.",
                    required=False,
                    role="budget_lines",
                    rows=8,
                    headings=HEADINGS,
                ),
                field("yes_no", "grant_requested", "Demandez-vous une subvention ?", role="grant_requested"),
                field(
                    "amount",
                    "grant_amount",
                    "Montant de la subvention demandée",
                    "En euros. Laissez vide si vous n’en demandez pas.",
                    required=False,
                    role="grant_amount",
                ),
                field("choices", "grant_uses", "La subvention servirait à", required=False, options=GRANT_USES),
                field(
                    "files",
                    "budget_file",
                    "Budget prévisionnel détaillé",
                    required=False,
                    **SHEET,
                ),
            ],
        ),
        step(
            "charte",
            "Charte et envoi",
            "La charte repose sur sept principes. L’accepter suffit pour utiliser la marque.",
            [
                field(
                    "long_text",
                    "documentation",
                    "Comment documenterez-vous les échanges ?",
                    "Les contenus sont publiés sous des formats ouverts qui permettent leur réutilisation, "
                    "notamment sur Les Bases.",
                    required=False,
                    max_length=2000,
                ),
                field(
                    "charter",
                    "charter",
                    "Nous avons lu la charte de Numérique en Commun[s] et nous l’acceptons",
                    role="charter",
                    page=charter_page,
                ),
            ],
        ),
    ]
