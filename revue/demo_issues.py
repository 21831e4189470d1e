"""The issues of the demo. Series, numbers, themes and seasons are the revue's; the editorials are examples."""

from datetime import date

from nec_cms.demo import text
from revue.demo_text import DemoIssue

EDITOR_IN_CHIEF = "Dominique Exemple"
NOTE = "<i>Éditorial d’exemple, écrit pour la démonstration de ce site.</i>"

ISSUES = (
    DemoIssue(
        slug="carnet-1",
        title="NEC Bordeaux Métropole",
        series="carnets",
        number=1,
        season="2020",
        date=date(2020, 10, 1),
        palette="argile",
        introduction="Cinq jours de rencontres en ligne, plus de 1 200 connexions : récit d’un premier NEC local.",
        editorial=(
            text(
                "En août 2020, il a fallu se retrouver à distance. Du 24 au 28, Bordeaux Métropole a tenu en ligne "
                "l’un des premiers rendez-vous locaux de Numérique en Commun[s]. Ce carnet en garde la trace : non pas "
                "le compte rendu de chaque séance, mais ce qui, d’une conversation à l’autre, a continué de "
                "travailler.",
                NOTE,
            ),
        ),
    ),
    DemoIssue(
        slug="revue-1",
        title="Empreinte écologique du numérique",
        series="revue",
        number=1,
        season="printemps 2023",
        date=date(2023, 4, 3),
        palette="pre",
        introduction="Mesurer, réparer, renoncer : que peut une collectivité face au poids matériel du numérique ?",
        editorial=(
            text(
                "On a longtemps parlé du numérique comme d’une chose sans poids. Il en a un : des mines, des câbles, "
                "de l’eau, des tiroirs pleins d’appareils qui marchent encore. Pour son premier numéro, la revue est "
                "allée voir celles et ceux qui tiennent la balance.",
                "Ils ne prêchent pas l’abstinence. Ils comptent, ils réparent, ils achètent moins et mieux, et ils "
                "posent une question que l’on esquive : de quoi avons-nous besoin ?",
                NOTE,
            ),
        ),
    ),
    DemoIssue(
        slug="revue-2",
        title="Santé et numérique",
        series="revue",
        number=2,
        season="automne 2023",
        date=date(2023, 10, 2),
        palette="corail",
        introduction="Prendre rendez-vous, consulter, confier ses données : le soin à l’épreuve de l’écran.",
        editorial=(
            text(
                "Un rendez-vous médical commence désormais par un mot de passe. Pour les uns, c’est une heure gagnée ; "
                "pour d’autres, une porte qui se ferme. Entre les deux, des soignantes, des médiateurs et des voisins "
                "inventent des passages.",
                "Ce numéro les suit, des maisons de santé aux services informatiques des hôpitaux, et demande à qui "
                "profite la donnée de santé lorsqu’elle circule.",
                NOTE,
            ),
        ),
    ),
    DemoIssue(
        slug="revue-3",
        title="Illettrisme et inclusion numérique",
        series="revue",
        number=3,
        season="été 2024",
        date=date(2024, 7, 1),
        palette="soleil",
        introduction="Que devient l’accès aux droits quand il passe par l’écrit, et l’écrit par un écran ?",
        editorial=(
            text(
                "Lire une lettre, remplir un formulaire, comprendre un message d’erreur : le numérique a multiplié "
                "l’écrit sans le dire. Pour qui peine à lire, chaque démarche en ligne ajoute une épreuve à celle de "
                "l’écran, et la honte à la difficulté.",
                "Nous avons voulu renverser le regard. Plutôt que de compter celles et ceux qui « n’y arrivent pas », "
                "nous avons demandé ce que les services, les interfaces et les institutions exigent d’eux. De La "
                "Réunion aux Vosges, les réponses se ressemblent : on apprend mieux à plusieurs, et l’on écrit plus "
                "clair quand on a pris le temps d’écouter.",
                "On lira dans ces pages des enquêtes et des outils, et quelques désaccords. C’est ainsi que nous "
                "entendons l’intérêt général : comme une conversation que personne n’est obligé d’écrire sans fautes.",
                NOTE,
            ),
        ),
    ),
    DemoIssue(
        slug="revue-4",
        title="Jeux vidéo et numérique d’intérêt général",
        series="revue",
        number=4,
        season="automne 2024",
        date=date(2024, 9, 23),
        palette="lagon",
        introduction="Et si le jeu vidéo, premier loisir culturel, avait quelque chose à apprendre aux services "
        "publics ?",
        editorial=(
            text(
                "On y joue dans les transports, dans les médiathèques, dans les maisons de retraite. Le jeu vidéo est "
                "un art populaire, une industrie, un objet d’inquiétude. Il est aussi un savoir-faire : donner envie "
                "d’essayer, d’échouer, de recommencer.",
                "Ce numéro prend le jeu au sérieux, et se demande ce que le bien commun peut y gagner.",
                NOTE,
            ),
        ),
    ),
    DemoIssue(
        slug="revue-5",
        title="Numérique et migrations",
        series="revue",
        number=5,
        season="hiver 2025",
        date=date(2025, 1, 20),
        palette="encre",
        introduction="Le téléphone guide, relie, traduit et surveille : enquête sur les routes numériques de l’exil.",
        editorial=(
            text(
                "Un téléphone chargé compte parfois plus qu’un manteau. Il tient la carte, la langue, les "
                "photographies "
                "et la voix de celles et ceux qui sont restés. Il garde aussi des traces, que d’autres savent lire.",
                "Arriver, c’est ensuite affronter des guichets devenus des sites. Ce numéro raconte ces deux voyages, "
                "et les personnes qui, sur le pas d’une permanence ou dans une ligne de code, tiennent la porte.",
                NOTE,
            ),
        ),
    ),
)
