"""The dossier of the call, as the demo form composes it; each field's UUID is drawn from a short word."""

from events.candidatures.demo_choices import (
    ASK,
    COLUMNS,
    GRANT_USES,
    HEADINGS,
    LETTER,
    LONG,
    PEOPLE,
    SHEET,
    SHORT,
    STRUCTURES,
    SUPPORTED,
)
from events.candidatures.demo_fields import Json, field, field_id, step, when

__all__ = ["dossier", "field_id"]

ASKED = when("grant_requested", ASK, "Oui")


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
                field("siret", "siret", "Numéro SIRET", "14 chiffres. Facultatif à ce stade.", required=False),
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
                    "group",
                    "co_organiser_rows",
                    "Co-organisateurs engagés",
                    "Une ligne chacun. Vous pourrez compléter plus tard.",
                    required=False,
                    row_name="Co-organisateur",
                    columns=COLUMNS,
                    rows=6,
                ),
                field(
                    "yes_no",
                    "local_authority_support",
                    SUPPORTED,
                    "Commune, intercommunalité, département ou région : aide, prêt d’un lieu, participation.",
                    role="local_authority_support",
                ),
                field(
                    "files",
                    "support_letter",
                    "Lettre de soutien de la collectivité",
                    required=False,
                    shown_if=when("local_authority_support", SUPPORTED, "Oui"),
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
                field("yes_no", "grant_requested", ASK, role="grant_requested"),
                field(
                    "amount",
                    "grant_amount",
                    "Montant de la subvention demandée",
                    "En euros, 80 % du budget total au plus.",
                    role="grant_amount",
                    shown_if=ASKED,
                ),
                field(
                    "choices",
                    "grant_uses",
                    "La subvention servirait à",
                    required=False,
                    options=GRANT_USES,
                    shown_if=ASKED,
                ),
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
