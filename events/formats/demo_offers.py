"""The invented offers of the demo."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Offer:
    """One format. `seasons` are years counted from the current one: 0 is this year, -1 the last."""

    slug: str
    title: str
    partner: str
    kind: str
    duration: int
    summary: str
    audience: str
    group_size: str
    needs: tuple[str, ...]
    gives: tuple[str, ...]
    course: tuple[str, ...]
    themes: tuple[str, ...]
    cost: str = ""
    seasons: tuple[int, ...] = (0,)


OFFERS = (
    Offer(
        slug="la-fresque-des-communs",
        title="La fresque des communs",
        partner="Coopérative Fil à Fil (exemple)",
        kind="atelier",
        duration=150,
        summary="Par équipes de six, on retrace la vie d’un commun numérique local : qui le fait, qui s’en sert, ce "
        "qui "
        "le menace. Format d’exemple.",
        audience="Élues et élus, agentes et agents, associations",
        group_size="12 à 36 personnes",
        needs=("Une salle de 80 m² avec des tables mobiles", "Un mur libre de quatre mètres", "Six paires de ciseaux"),
        gives=(
            "Deux animatrices",
            "Les jeux de cartes, laissés sur place",
            "Un compte rendu illustré, sous licence libre",
        ),
        course=(
            "On commence par une carte vide et une question : qu’est-ce qui, ici, appartient à tout le monde ?",
            "Chaque équipe pose ses cartes, relie les gens aux outils, puis raconte l’histoire à voix haute.",
            "La dernière demi-heure sert à choisir un commun à faire grandir, et une première action.",
        ),
        themes=("commun",),
        seasons=(0, -1),
    ),
    Offer(
        slug="le-tribunal-des-demarches",
        title="Le tribunal des démarches",
        partner="Théâtre du Guichet (exemple)",
        kind="jeu",
        duration=90,
        summary="Une démarche en ligne passe à la barre : avocats, témoins et jury cherchent ce qui décourage, et "
        "ce qui "
        "la rendrait simple. Format d’exemple.",
        audience="Tout public, dès 15 ans",
        group_size="20 à 60 personnes",
        needs=("Une scène ou un espace dégagé", "Deux micros", "Un vidéoprojecteur et une connexion"),
        gives=(
            "Un comédien meneur de jeu",
            "Les rôles et les dossiers",
            "Un verdict rédigé, à remettre à l’administration",
        ),
        course=(
            "Le public choisit la démarche à juger parmi trois, toutes bien réelles.",
            "L’accusation et la défense ont dix minutes chacune, puis les témoins racontent leur parcours.",
            "Le jury délibère à voix haute et rend un verdict en trois recommandations.",
        ),
        themes=("acces-aux", "inclusion"),
    ),
    Offer(
        slug="repare-mon-numerique",
        title="Répare mon numérique",
        partner="Les Mains dans le code (exemple)",
        kind="atelier",
        duration=240,
        summary="Un atelier ouvert où l’on redonne vie aux ordinateurs et aux téléphones, avec des logiciels libres et "
        "des pièces de récupération. Format d’exemple.",
        audience="Habitantes et habitants",
        group_size="En continu, 8 postes",
        needs=(
            "Un lieu de plain-pied, visible de l’entrée",
            "Huit tables et seize prises",
            "Un espace de stockage fermé",
        ),
        gives=("Trois réparateurs", "Outils, clés et pièces courantes", "Un bilan des appareils sauvés"),
        course=(
            "On vient avec un appareil fatigué, on repart avec un appareil qui sert, ou avec une bonne raison de le "
            "recycler.",
            "Chaque réparation est notée : la panne, le geste, le temps. Le carnet est publié ensuite.",
        ),
        themes=("transition", "logiciel"),
        cost="Frais de déplacement",
    ),
    Offer(
        slug="donnees-ouvertes-table-ouverte",
        title="Données ouvertes, table ouverte",
        partner="Observatoire des Lisières (exemple)",
        kind="table-ronde",
        duration=75,
        summary="Trois territoires racontent, chiffres à l’appui, ce que leurs données ouvertes ont changé, et ce "
        "qu’elles "
        "n’ont pas changé. Format d’exemple.",
        audience="Agentes et agents, chercheuses et chercheurs",
        group_size="30 à 150 personnes",
        needs=("Une salle en gradins ou en arc", "Quatre micros", "Un écran visible du dernier rang"),
        gives=("L’animation et la préparation des témoins", "Une interprétation en langue des signes", "La captation"),
        course=(
            "Chaque témoin apporte un jeu de données et une déception : c’est la règle.",
            "Le dernier tiers du temps revient à la salle.",
        ),
        themes=("logiciel", "donnees", "outil"),
        seasons=(0, -1, -2),
    ),
    Offer(
        slug="une-heure-pour-y-voir-clair",
        title="Une heure pour y voir clair",
        partner="Atelier Contraste (exemple)",
        kind="atelier",
        duration=60,
        summary="On teste un site de la collectivité avec un lecteur d’écran, puis sans souris, puis en plein "
        "soleil. On "
        "repart avec trois corrections. Format d’exemple.",
        audience="Équipes de communication et du numérique",
        group_size="6 à 14 personnes",
        needs=("Une salle calme", "Un ordinateur pour deux", "Le site à tester, et quelqu’un qui peut le corriger"),
        gives=("Une formatrice concernée par le handicap visuel", "Une grille d’observation à garder"),
        course=("Dix minutes de théorie, quarante de pratique, dix pour décider qui corrige quoi, et quand.",),
        themes=("accessibilite",),
    ),
    Offer(
        slug="la-panne-le-grand-jeu",
        title="La panne, le grand jeu",
        partner="Studio Bas Débit (exemple)",
        kind="jeu",
        duration=45,
        summary="Plus de réseau à la mairie : en trois quarts d’heure, il faut tenir l’état civil, la cantine et les "
        "secours. Un jeu sur la sécurité et la dépendance. Format d’exemple.",
        audience="Élues et élus, directions générales",
        group_size="8 à 24 personnes",
        needs=("Une salle et quatre tables", "Une horloge bien visible"),
        gives=("Un meneur de jeu", "Quatre mallettes", "Un débriefing écrit"),
        course=(
            "Quatre équipes, quatre services, une panne. Toutes les dix minutes, une nouvelle complication.",
            "Le débriefing compte autant que le jeu : qu’avons-nous perdu, que savions-nous faire sans ?",
        ),
        themes=("securite", "outil"),
    ),
    Offer(
        slug="l-expo-des-ecrans-sobres",
        title="L’expo des écrans sobres",
        partner="Maison du Peu (exemple)",
        kind="exposition",
        duration=480,
        summary="Douze panneaux et quatre manipulations pour sentir le poids de nos usages, sans faire la leçon. "
        "Format "
        "d’exemple, proposé jusqu’à l’an dernier.",
        audience="Tout public",
        group_size="60 m² au sol",
        needs=("Un hall surveillé", "Six prises", "Un accès de plain-pied pour la livraison"),
        gives=("Le transport et le montage", "Un livret de visite en braille et en gros caractères"),
        course=("L’exposition s’installe la veille et se visite librement, ou avec une médiatrice du lieu.",),
        themes=("transition",),
        cost="Assurance de l’exposition",
        seasons=(-1, -2),
    ),
)
