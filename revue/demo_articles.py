"""Articles of the other issues of the demo. Invented, and said to be so at the end of each."""

from nec_cms.demo import heading, text
from revue.demo_text import DemoArticle, example

CAMILLE, DOMINIQUE = (("Camille Exemple", ""),), (("Dominique Exemple", ""),)
MAXIME, CHARLIE = (("Maxime Exemple", ""),), (("Charlie Exemple", ""),)

ARTICLES = (
    DemoArticle(
        issue="carnet-1",
        slug="cinq-jours-sans-salle",
        title="Cinq jours sans salle",
        rubrique="enquetes",
        standfirst="Comment tenir un rendez-vous public quand il n’y a plus de lieu où se réunir ? Récit d’exemple des "
        "coulisses de NEC Bordeaux Métropole.",
        authors=CAMILLE,
        tags=("rencontres en ligne",),
        themes=("outils", "communs"),
        territories=("bordeaux-metropole",),
        edition_year=2020,
        body=(
            text(
                "Une salle, on l’ouvre et les gens se parlent. Un salon en ligne, il faut lui inventer des couloirs. "
                "L’équipe d’exemple que nous avons suivie a commencé par là : prévoir où l’on se croise."
            ),
            heading("Des couloirs et des seuils"),
            example(
                "Chaque séance s’ouvrait dix minutes plus tôt, micro libre, et se fermait sans couper la conversation. "
                "Des personnes qui ne se connaissaient pas y ont pris l’habitude de rester. Le reste, disent-elles, "
                "est venu de là."
            ),
        ),
    ),
    DemoArticle(
        issue="revue-1",
        slug="le-tiroir-aux-telephones",
        title="Le tiroir aux téléphones",
        rubrique="dossier",
        standfirst="Chaque foyer garde des appareils qui marchent encore. Une collecte d’exemple raconte pourquoi l’on "
        "ne s’en sépare pas, et ce qu’on y gagnerait.",
        authors=CAMILLE,
        tags=("réemploi", "sobriété"),
        themes=("transition",),
        body=(
            text(
                "On y trouve un chargeur orphelin, deux téléphones éteints et un appareil photo dont on a perdu le "
                "câble. Le tiroir n’est pas un oubli : c’est une hésitation. Que deviennent les photographies ? Qui "
                "saura effacer les messages ?"
            ),
            heading("Donner, et savoir ce que l’on donne"),
            example(
                "La collecte d’exemple a commencé par un atelier où l’on apprend à vider un appareil soi-même. Ensuite "
                "seulement, une caisse attendait. Elle s’est remplie."
            ),
        ),
    ),
    DemoArticle(
        issue="revue-1",
        slug="acheter-moins-acheter-mieux",
        title="Acheter moins, acheter mieux",
        rubrique="eclairages",
        standfirst="Un marché public peut-il demander à un ordinateur de durer ? Éclairage d’exemple sur quelques "
        "clauses et leurs effets.",
        authors=MAXIME,
        tags=("achat public", "sobriété"),
        themes=("transition", "outils"),
        body=(
            example(
                "Acheter reconditionné, exiger des pièces pendant huit ans, allonger d’un an la vie du parc : "
                "aucune de "
                "ces mesures n’est spectaculaire. Additionnées, elles déplacent la question, du prix d’achat vers le "
                "temps d’usage. Encore faut-il que les équipes qui réparent aient voix au moment de choisir.",
            ),
        ),
    ),
    DemoArticle(
        issue="revue-2",
        slug="la-salle-d-attente-en-ligne",
        title="La salle d’attente en ligne",
        rubrique="dossier",
        standfirst="Prendre rendez-vous sans téléphone : commodité pour les uns, barrière pour les autres. Enquête "
        "d’exemple dans une maison de santé.",
        authors=CHARLIE,
        tags=("soin", "accueil"),
        themes=("acces-", "inclusion"),
        body=(
            text(
                "Le secrétariat a gardé une ligne directe, deux heures par jour. Elle sonne sans arrêt. Au bout "
                "du fil, "
                "des personnes qui ont un téléphone, mais pas d’adresse électronique, ou qui ont une adresse, mais que "
                "leur fille seule sait ouvrir."
            ),
            example(
                "La solution d’exemple n’a rien de technique : un agenda partagé entre le site et le comptoir, et des "
                "créneaux que l’on ne peut prendre qu’en personne."
            ),
        ),
    ),
    DemoArticle(
        issue="revue-2",
        slug="a-qui-sont-nos-ordonnances",
        title="À qui sont nos ordonnances ?",
        rubrique="eclairages",
        standfirst="La donnée de santé soigne quand elle circule, et inquiète pour la même raison. Éclairage "
        "d’exemple.",
        authors=DOMINIQUE,
        tags=("données de santé",),
        themes=("securite",),
        body=(
            example(
                "Partager une ordonnance entre deux soignants fait gagner du temps. La confier à un entrepôt dont on "
                "ignore l’adresse en fait perdre, le jour où l’on veut la reprendre. Entre les deux, il existe des "
                "règles, des coopératives, et des patientes qui demandent à lire ce que l’on a écrit sur elles.",
            ),
        ),
    ),
    DemoArticle(
        issue="revue-4",
        slug="perdre-recommencer-comprendre",
        title="Perdre, recommencer, comprendre",
        rubrique="dossier",
        standfirst="Un jeu vidéo apprend à échouer sans honte. Et si une démarche en ligne savait faire de même "
        "? Dossier "
        "d’exemple.",
        authors=MAXIME,
        tags=("jeu vidéo", "conception"),
        themes=("accessibilite", "acces-"),
        body=(
            text(
                "Dans un bon jeu, l’erreur est une information. On tombe, on voit pourquoi, on repart du palier "
                "précédent. Dans un formulaire, l’erreur est trop souvent une impasse : une page rouge, un code, "
                "tout à "
                "refaire."
            ),
            heading("Trois idées à emprunter"),
            text(
                "- Sauvegarder sans qu’on le demande.",
                "- Dire ce qui manque à l’endroit où cela manque.",
                "- Laisser essayer avant d’engager.",
            ),
            example("Rien de cela n’exige de points ni de médailles. Il suffit de tenir l’échec pour une étape."),
        ),
    ),
    DemoArticle(
        issue="revue-4",
        slug="une-mediatheque-aux-manettes",
        title="Une médiathèque aux manettes",
        rubrique="initiatives",
        standfirst="Le samedi, les grands-parents apprennent aux enfants à perdre. Initiative d’exemple.",
        authors=CAMILLE,
        tags=("jeu vidéo", "médiathèque"),
        themes=("inclusion",),
        territories=("montpellier-metropole",),
        body=(
            example(
                "Deux consoles, un tapis, une règle : on ne joue qu’avec quelqu’un d’un autre âge. Les fous rires "
                "couvrent la sonnerie de fermeture. La médiathèque d’exemple a depuis ouvert un atelier où l’on "
                "dessine ses propres niveaux.",
            ),
        ),
    ),
    DemoArticle(
        issue="revue-5",
        slug="la-carte-et-le-chargeur",
        title="La carte et le chargeur",
        rubrique="dossier",
        standfirst="Sur les routes de l’exil, le téléphone est une boussole, un guichet et un témoin. Récit d’exemple, "
        "d’une prise électrique à l’autre.",
        authors=CAMILLE,
        tags=("exil", "téléphone"),
        themes=("inclusion",),
        body=(
            text(
                "On repère d’abord les prises. Dans la gare d’exemple où nous avons passé trois nuits, il y en a six, "
                "dont deux qui marchent. Autour d’elles se tient une place publique : on y échange des numéros, des "
                "traductions, des nouvelles."
            ),
            heading("Ce que le téléphone garde"),
            example(
                "Il garde l’itinéraire, et donc la preuve. Beaucoup effacent tout avant d’arriver, et perdent avec le "
                "reste les photographies de leurs enfants. Une association d’exemple propose des coffres chiffrés, "
                "tenus ailleurs, que l’on rouvre une fois en sûreté."
            ),
        ),
    ),
    DemoArticle(
        issue="revue-5",
        slug="traduire-n-est-pas-comprendre",
        title="Traduire n’est pas comprendre",
        rubrique="eclairages",
        standfirst="Les traducteurs automatiques ouvrent des portes. Ils en ferment aussi, quand une nuance "
        "décide d’un "
        "dossier. Éclairage d’exemple.",
        authors=DOMINIQUE,
        tags=("traduction", "droits"),
        themes=("acces-",),
        territories=("seine-saint-denis",),
        body=(
            example(
                "« J’ai quitté » n’est pas « j’ai fui ». La machine hésite, choisit, et ne dit pas qu’elle a "
                "choisi. Les "
                "interprètes que nous avons inventées pour cet exemple demandent une chose simple : que l’on garde la "
                "phrase d’origine à côté de l’autre, et que l’on sache qui l’a traduite.",
            ),
        ),
    ),
    DemoArticle(
        issue="revue-5",
        slug="un-guichet-qui-parle-douze-langues",
        title="Un guichet qui parle douze langues",
        rubrique="initiatives",
        standfirst="Des bénévoles enregistrent les démarches de leur ville à voix haute. Initiative d’exemple.",
        authors=CHARLIE,
        tags=("langues", "accueil"),
        themes=("acces-", "communs"),
        territories=("strasbourg",),
        body=(
            example(
                "Une page, un haut-parleur, douze drapeaux que l’on a fini par remplacer par des visages. On "
                "appuie, on "
                "écoute, on sait quels papiers apporter. Les enregistrements sont libres : d’autres villes les "
                "complètent, et la phrase « revenez demain » a disparu de toutes les versions.",
            ),
        ),
    ),
)
