"""Texts of the demo's home page. The figures come from the national editions of 2018 to 2025."""

from nec_cms.demo import heading, text
from nec_cms.typography import french_spaces

TITLE = "Numérique en Commun[s]"
SENTENCE = french_spaces("Celles et ceux qui font un numérique d’intérêt général se retrouvent, partout en France.")
ACTIONS = [("Voir les NEC locaux", "/nec-locaux/"), ("Organiser un NEC local", "/candidature/")]

BODY = [
    heading("Un numérique qui se décide ensemble"),
    text(
        "Médiatrices et médiateurs, collectivités, associations, chercheuses et chercheurs, entreprises de l’économie "
        "sociale, agents publics : Numérique en Commun[s] réunit chaque année celles et ceux qui rendent le numérique "
        "plus accessible, plus sobre et plus ouvert. C’est un programme de l’Agence nationale de la cohésion des "
        "territoires, porté par Société Numérique.",
        "Entre deux rendez-vous nationaux, les <b>NEC locaux</b> prolongent le mouvement : un jour ou deux, au plus "
        "près d’un territoire, sous la même marque et la même charte.",
    ),
    (
        "figures",
        {
            "items": [
                {
                    "value": "8",
                    "label": "éditions nationales",
                    "note": french_spaces("de Nantes, 2018, à Strasbourg, 2025"),
                },
                {"value": "2\u202f000", "label": "personnes réunies à Bordeaux", "note": "édition nationale de 2023"},
                {"value": "12", "label": "pays représentés", "note": "édition nationale de 2023"},
            ]
        },
    ),
]
