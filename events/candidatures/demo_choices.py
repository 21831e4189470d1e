"""Choices, columns and limits of the demo's dossier."""

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
SUPPORTED = "Une collectivité au moins soutient-elle le projet ?"
ASK = "Demandez-vous une subvention ?"
COLUMNS = [
    {"label": "Nom", "kind": "text", "options": []},
    {"label": "Type", "kind": "choice", "options": ["Collectivité", "Association", "Entreprise", "État", "Autre"]},
    {"label": "Rôle dans le projet", "kind": "text", "options": []},
]
HEADINGS = [
    "Lieu, matériel et scénographie",
    "Intervenantes et intervenants",
    "Communication",
    "Restauration et accueil",
    "Temps de coordination",
]
