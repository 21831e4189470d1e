"""How the demo's issues and articles are written, and the fictional people who sign them."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from nec_cms.demo import text
from nec_cms.typography import french_spaces

Blocks = tuple[tuple[str, Any], ...]

CONTRIBUTORS = {
    "Camille Exemple": (
        "Rédaction de la revue",
        "Camille Exemple est un personnage inventé, qui signe les enquêtes de cette démonstration.",
    ),
    "Dominique Exemple": (
        "Rédaction de la revue",
        "Dominique Exemple est un personnage inventé, rédactrice en chef de cette démonstration.",
    ),
    "Maxime Exemple": (
        "Laboratoire d’exemple",
        "Maxime Exemple est un personnage inventé, qui étudie les usages du numérique.",
    ),
    "Charlie Exemple": (
        "Association d’exemple",
        "Charlie Exemple est un personnage inventé, qui accompagne des publics éloignés du numérique.",
    ),
}


@dataclass(frozen=True)
class DemoIssue:
    slug: str
    title: str
    series: str
    number: int
    season: str
    date: date
    palette: str
    introduction: str
    editorial: Blocks


@dataclass(frozen=True)
class DemoArticle:
    issue: str
    slug: str
    title: str
    rubrique: str
    standfirst: str
    authors: tuple[tuple[str, str], ...]
    body: Blocks
    notes: tuple[str, ...] = ()
    order: int = 1
    tags: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    """How the slugs of its themes begin."""
    territories: tuple[str, ...] = ()
    edition_year: int | None = None
    picture: tuple[str, str] | None = None


def example(*paragraphs: str) -> tuple[str, Any]:
    """The text that ends an article of the demo: it says that people and facts in it are invented."""
    return text(
        *paragraphs,
        "<i>Article d’exemple, écrit pour la démonstration de ce site : les personnes, les lieux d’accueil et les "
        "chiffres y sont inventés.</i>",
    )


PORTRAIT = (
    "portrait",
    {
        "name": "Charlie Exemple",
        "role": "médiatrice numérique (personnage inventé)",
        "text": french_spaces(
            "<p>Dix ans d’accueil, et toujours la même première phrase : « Installez-vous, on a le temps. » Portrait "
            "d’exemple.</p>"
        ),
    },
)
GLOSSARY = (
    "glossary",
    {
        "title": "Les mots de l’article",
        "terms": [
            {
                "term": "Illettrisme",
                "definition": "<p>Avoir été scolarisé en français sans en garder un usage sûr de l’écrit.</p>",
            },
            {
                "term": "Langage clair",
                "definition": "<p>Une écriture que les personnes concernées comprennent à la première lecture.</p>",
            },
        ],
    },
)
