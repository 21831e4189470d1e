"""Texts of the revue's front page, and its two series."""

from nec_cms.demo import text
from nec_cms.typography import french_spaces

INTRODUCTION = french_spaces(
    "Une enquête au long cours, à la rencontre des territoires et des personnes qui bâtissent un numérique d’intérêt "
    "général."
)

EDITORIAL_PROJECT = [
    text(
        "La revue part d’une question et va la poser sur place. Elle écoute celles et ceux qui accompagnent, "
        "décident, programment, cherchent ou doutent, et regarde ce que le numérique change à la vie d’un quartier, "
        "d’une vallée ou d’une île.",
        "Elle ne dresse pas une liste de bonnes pratiques : elle donne à voir les contours nouveaux de "
        "l’aménagement numérique des territoires, avec ses réussites et ses impasses. Éthique, ouverture, "
        "sobriété, inclusion : ces mots n’y valent que par ce qu’ils deviennent une fois mis en œuvre.",
        "Trois numéros paraissent chaque année. Chacun explore un thème en un dossier, des éclairages, des enquêtes "
        "et des initiatives. Tout se lit librement en ligne ; un petit tirage est imprimé.",
    )
]

SERIES = {
    "revue": {
        "name": "La revue NEC",
        "issue_name": "Revue",
        "description": french_spaces("Un thème par numéro, trois numéros par an."),
        "order": 1,
    },
    "carnets": {
        "name": "Les carnets des NEC locaux",
        "issue_name": "Carnet",
        "description": french_spaces("Depuis 2020, le récit d’un NEC local et de ce qu’il a mis en mouvement."),
        "order": 2,
    },
}
