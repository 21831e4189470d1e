"""The columns of the editions: what each holds, for people and for programs."""

from nec_cms.hooks import DataField

KINDS = {"local": "nec-local", "national": "edition-nationale"}
STATUSES = {"announced": "annonce", "confirmed": "confirme", "postponed": "reporte", "cancelled": "annule"}
MODES = {"on-site": "sur-place", "online": "en-ligne", "hybrid": "hybride"}

FIELDS = (
    DataField(
        "id", "Identifiant", "Le même pour toujours, comme dans iCalendar et Atom.", format="uuid", required=True
    ),
    DataField("titre", "Titre", "Le nom de l’édition.", required=True, example="NEC Occitanie"),
    DataField(
        "nature", "Nature", "Un NEC local, ou le rendez-vous national.", required=True, values=tuple(KINDS.values())
    ),
    DataField("etat", "État", "Où en est la date.", required=True, values=tuple(STATUSES.values())),
    DataField("date_debut", "Premier jour", "Vide tant qu’il n’est pas connu.", "date", example="2024-09-30"),
    DataField("date_fin", "Dernier jour", "Le même que le premier pour une édition d’un jour.", "date"),
    DataField("heure_ouverture", "Ouverture", "À l’heure du lieu.", "time", example="09:00:00"),
    DataField("heure_fermeture", "Fermeture", "À l’heure du lieu, le dernier jour.", "time"),
    DataField("fuseau_horaire", "Fuseau horaire", "Celui du lieu.", required=True, example="Europe/Paris"),
    DataField("passee", "Passée", "Vrai quand le dernier jour est fini, à l’heure du lieu.", "boolean", required=True),
    DataField("modalite", "Modalité", "Où l’on participe.", required=True, values=tuple(MODES.values())),
    DataField("lieu", "Lieu", "La salle ou le site."),
    DataField("adresse", "Adresse", "Numéro, rue, code postal."),
    DataField("ville", "Ville", "Telle qu’elle s’affiche dans l’agenda.", example="Metz"),
    DataField("territoires", "Territoires", "Leurs identifiants, ceux du jeu «\u00a0Territoires\u00a0».", "list"),
    DataField("noms_territoires", "Noms des territoires", "Dans le même ordre.", "list"),
    DataField("themes", "Thèmes", "Les identifiants des thèmes.", "list"),
    DataField("organisateurs", "Organisateurs", "Les noms des structures qui la portent.", "list"),
    DataField("formats", "Formats", "Les identifiants, ceux du jeu «\u00a0Formats partenaires\u00a0».", "list"),
    DataField("capacite", "Jauge", "Combien de personnes le lieu peut accueillir.", "integer"),
    DataField("participation", "Participation", "Combien de personnes sont venues.", "integer", example=320),
    DataField("source_participation", "Source de la participation", "D’où vient ce chiffre."),
    DataField("resume", "Présentation", "Ce qui s’y passe, en une ou deux phrases."),
    DataField("inscription", "Inscription", "La page où l’on s’inscrit.", format="uri"),
    DataField("url", "Page", "L’adresse de sa page sur ce site.", format="uri"),
    DataField("modifie_le", "Modifiée le", "La dernière publication de sa page.", "datetime"),
)

FILTERS = (
    ("periode", "«\u00a0a-venir\u00a0» (l’agenda) ou «\u00a0passees\u00a0»"),
    ("territoire", "l’identifiant d’un territoire\u00a0: une région compte ses départements et leurs communes"),
    ("theme", "l’identifiant d’un thème"),
    ("mois", "un mois, AAAA-MM"),
    ("annee", "une année"),
    ("type", "un type de territoire"),
    ("q", "des mots"),
)
