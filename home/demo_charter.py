"""The charter and the organisation guide of the demo. The principles are the programme's, the wording is an example."""

from home.demo_page import DemoPage
from nec_cms.demo import heading, text

CHARTER = DemoPage(
    slug="charte",
    title="La charte des NEC",
    introduction="Sept principes guident chaque NEC, national ou local. Qui les partage peut en porter la marque.",
    body=(
        text(
            "<i>Les sept principes sont ceux du programme. Les phrases qui les développent ici sont un exemple de "
            "rédaction, écrit pour la démonstration de ce site.</i>"
        ),
        heading("Éduquer"),
        text(
            "Nous donnons à chacune et à chacun de quoi comprendre le numérique, s’en servir et s’en passer quand "
            "il le faut : apprendre passe avant équiper."
        ),
        heading("Ouvrir"),
        text(
            "Nous partageons ce que nous produisons, codes, données et contenus, sous des licences qui permettent de "
            "le reprendre, et nous ouvrons nos portes à qui n’a pas l’habitude d’y entrer."
        ),
        heading("Harmoniser"),
        text(
            "Nous faisons travailler ensemble des acteurs, des outils et des calendriers qui s’ignoraient, pour que "
            "les efforts s’ajoutent au lieu de se concurrencer."
        ),
        heading("Débattre"),
        text(
            "Nous donnons leur place aux désaccords : un choix technique est un choix de société, il se discute avec "
            "celles et ceux qu’il concerne."
        ),
        heading("Faire ensemble"),
        text(
            "Nous préférons l’atelier à l’estrade : les solutions se construisent avec les habitantes et les "
            "habitants, et non à leur place."
        ),
        heading("Améliorer"),
        text(
            "Nous regardons ce qui a manqué autant que ce qui a réussi, nous le disons, et la prochaine édition en "
            "tient compte."
        ),
        heading("Tempérer"),
        text(
            "Nous cherchons le numérique juste nécessaire : sobre en ressources, respectueux du temps, de "
            "l’attention et de la vie privée."
        ),
        heading("Ce à quoi s’engage un porteur"),
        text(
            "Porter un NEC local, c’est faire vivre ces principes le jour de l’événement, et après. En acceptant la "
            "charte, la structure porteuse s’engage à :",
            "- documenter les échanges et publier les contenus sous des formats ouverts qui permettent de les "
            "réutiliser, notamment sur la plateforme Les Bases ;",
            "- travailler avec l’Agence nationale de la cohésion des territoires, ses prestataires et ses "
            "partenaires ;",
            "- prendre part à l’édition nationale de l’année, aux côtés des autres NEC locaux ;",
            "- respecter les sept principes dans le choix du lieu, du programme et des personnes invitées.",
        ),
        heading("La marque, libre d’usage"),
        text(
            "La marque Numérique en Commun[s] est déposée par l’Agence nationale de la cohésion des territoires. "
            "Toute personne morale qui respecte la charte peut l’employer : aucune subvention n’est nécessaire pour "
            "cela, et aucune n’est due en retour.",
            'Une question ? Écrivez à <a href="mailto:contact@example.org">contact@example.org</a>.',
        ),
    ),
)

GUIDE = DemoPage(
    slug="guide-d-organisation",
    title="Organiser un NEC local",
    introduction="Les étapes d’un NEC local, de la première réunion au versement de la subvention.",
    body=(
        heading("Réunir les personnes"),
        text(
            "Un NEC local se porte rarement seul. Rassemblez deux ou trois structures de natures différentes, "
            "convenez de ce que l’événement doit changer sur le territoire, et choisissez qui répondra des décisions. "
            "Toute personne morale peut candidater : collectivité, association, coopérative, entreprise, "
            "établissement d’enseignement.",
            "Pour prétendre à un appui du programme ou à une subvention, il faut le soutien d’au moins une "
            "collectivité.",
        ),
        heading("Choisir le lieu et la date"),
        text(
            "Prévoyez un lieu qui accueille <b>150 personnes au moins</b>, accessible à toutes et à tous, et une date "
            "qui laisse le temps de préparer. Un jour suffit, deux permettent de mêler rencontres et ateliers.",
        ),
        heading("Déposer sa candidature"),
        text(
            "L’appel est permanent. Déposez le dossier <b>quatre mois au moins avant l’événement</b> si vous demandez "
            "une subvention : plus tard, le label reste possible, sans elle. Le dossier décrit :",
            "- l’objectif, les thèmes et ce que l’événement apporte aux acteurs du territoire ;",
            "- la zone géographique, les publics et le nombre de personnes attendues ;",
            "- les structures qui organisent et les partenaires ;",
            "- une première esquisse des formats ;",
            "- les moyens engagés et un budget prévisionnel par grands postes ;",
            "- la subvention demandée, s’il y en a une, et son objet : logistique, communication ou programme.",
        ),
        heading("Composer le programme"),
        text(
            "Les partenaires du programme proposent des formats prêts à l’emploi : ateliers, jeux, tables rondes. "
            "Parcourez leurs offres, réservez celles qui servent votre objectif, et gardez du temps pour ce que le "
            "territoire a de propre.",
        ),
        heading("Faire savoir"),
        text(
            "Chaque NEC local reçoit son kit de communication, composé à partir de sa fiche : logo, affiche, "
            "bannières, page de l’événement. Le programme relaie l’annonce sur ses réseaux.",
        ),
        heading("Le jour venu"),
        text(
            "Confiez à quelqu’un la prise de notes de chaque atelier : c’est de là que viendront les ressources. "
            "Comptez les personnes présentes, et demandez l’accord de celles que vous photographiez.",
        ),
        heading("Après l’événement"),
        text(
            "Publiez les contenus sous une licence ouverte, notamment sur Les Bases. Si une convention a été signée, "
            "envoyez un bilan financier et un bilan quantitatif et qualitatif : la subvention, qui couvre au plus "
            "80 % du budget total, est versée en entier après l’événement, sur pièces.",
        ),
    ),
)
