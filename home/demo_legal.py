"""Contact, accessibility, legal notice and personal data, written for a demonstration and honest about being one."""

from home.demo_page import DemoPage
from nec_cms.demo import heading, text

MAIL = '<a href="mailto:contact@example.org">contact@example.org</a>'

CONTACT = DemoPage(
    slug="contact",
    title="Nous écrire",
    introduction="Une question sur une candidature, un événement, la revue ou ce site : une même adresse.",
    body=(
        heading("Par courriel"),
        text(
            f"Écrivez à {MAIL}. Dites-nous de quel territoire ou de quel événement il s’agit : votre message "
            "arrivera plus vite à la bonne personne.",
        ),
        heading("Avant d’écrire"),
        text(
            '- Pour organiser un NEC local, commencez par le <a href="/guide-d-organisation/">guide '
            "d’organisation</a>.",
            '- Pour connaître les principes à respecter, lisez la <a href="/charte/">charte</a>.',
            '- Pour signaler un contenu ou un service inaccessible, voyez la page <a href="/accessibilite/">'
            "Accessibilité</a>.",
            '- Pour exercer vos droits sur vos données, voyez la page <a href="/donnees-personnelles/">Données '
            "personnelles</a>.",
        ),
        text(
            "<i>Ce site est une démonstration : l’adresse ci-dessus est un exemple, personne ne la relève.</i>",
        ),
    ),
)

ACCESSIBILITY = DemoPage(
    slug="accessibilite",
    title="Accessibilité",
    introduction="Ce site est conçu pour être lu et utilisé par toutes et tous. Voici où il en est.",
    body=(
        heading("État de conformité"),
        text(
            "Ce site n’a pas encore fait l’objet d’un audit au regard du référentiel général d’amélioration de "
            "l’accessibilité (RGAA 4.1). Tant qu’aucun audit n’a été mené, il est déclaré <b>non conforme</b>, "
            "quels que soient les soins apportés à sa conception.",
        ),
        heading("Ce qui est fait"),
        text(
            "- Les pages se parcourent au clavier et se lisent sans JavaScript.",
            "- Les images porteuses d’information ont un texte de remplacement, demandé à la publication.",
            "- Les contrastes des textes dépassent 4,5 pour 1, en clair comme en sombre.",
            "- Les titres, les listes, les tableaux et les champs des formulaires sont balisés pour les aides "
            "techniques.",
            "- L’affichage s’adapte jusqu’à 320 pixels de large, ou à un agrandissement de 400 %.",
        ),
        heading("Signaler une difficulté"),
        text(
            f"Si vous n’arrivez pas à accéder à un contenu ou à un service, écrivez à {MAIL} : on vous indiquera une "
            "autre façon de l’obtenir.",
        ),
        heading("Voies de recours"),
        text(
            "Si vous avez signalé un défaut d’accessibilité qui vous empêche d’accéder à un contenu et que vous "
            "n’avez pas obtenu de réponse satisfaisante, vous pouvez :",
            '- écrire au Défenseur des droits depuis <a href="https://formulaire.defenseurdesdroits.fr/">son '
            "formulaire</a> ;",
            '- contacter <a href="https://www.defenseurdesdroits.fr/saisir/delegues">sa déléguée ou son délégué</a> '
            "dans votre région ;",
            "- lui écrire, sans timbre : Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX 07.",
        ),
    ),
)

LEGAL_NOTICE = DemoPage(
    slug="mentions-legales",
    title="Mentions légales",
    introduction="Qui publie ce site, qui l’héberge, et à quelles conditions ses contenus peuvent être repris.",
    body=(
        text(
            "<i>Ce site est une démonstration. Les mentions ci-dessous sont un exemple : qui le met en service les "
            "remplace par les siennes.</i>"
        ),
        heading("Édition"),
        text(
            "Numérique en Commun[s] est un programme de l’Agence nationale de la cohésion des territoires (ANCT), "
            "porté par Société Numérique. Le nom de la directrice ou du directeur de la publication est à inscrire "
            "ici.",
            f"Contact : {MAIL}.",
        ),
        heading("Hébergement"),
        text("Le nom, l’adresse et le numéro de téléphone de l’hébergeur sont à inscrire ici."),
        heading("Marque"),
        text(
            "La marque Numérique en Commun[s] est déposée par l’ANCT. Son usage est libre pour toute structure qui "
            'respecte <a href="/charte/">la charte</a>. Le mot-symbole affiché sur cette démonstration est un dessin '
            "de remplacement."
        ),
        heading("Réutilisation des contenus"),
        text(
            "Sauf mention contraire, les textes et les données sont publiés sous Licence Ouverte 2.0. Les images "
            "portent leur crédit, les documents et les articles de la revue leur licence.",
        ),
        heading("Logiciel et caractères"),
        text(
            "Le code de ce site est un logiciel libre, bâti sur Django et Wagtail. Les titres sont composés en "
            "Bricolage Grotesque, les textes en Inter, deux caractères publiés sous licence SIL Open Font.",
        ),
    ),
)

PERSONAL_DATA = DemoPage(
    slug="donnees-personnelles",
    title="Données personnelles",
    introduction="Ce que ce site sait de vous, pourquoi, et comment faire valoir vos droits.",
    body=(
        heading("En visite : rien"),
        text(
            "Les pages publiques ne déposent aucun cookie, n’appellent aucun service tiers et ne mesurent pas votre "
            "audience. Il n’y a donc ni bandeau, ni consentement à donner.",
        ),
        heading("Si vous candidatez"),
        text(
            "Nous recueillons les réponses au formulaire, les pièces jointes et l’adresse électronique de la personne "
            "à contacter. Elles servent à instruire la candidature, à vous répondre, à préparer la page de "
            "l’événement et le kit de communication, puis à suivre la subvention s’il y en a une. Seule l’équipe "
            "chargée du dossier y accède. Le traitement relève d’une mission d’intérêt public (article 6.1.e du "
            "règlement général sur la protection des données).",
        ),
        heading("Si vous avez un espace porteur ou un compte"),
        text(
            "Nous gardons votre nom, votre adresse électronique et la date de votre dernière connexion. Les seuls "
            "cookies déposés sont ceux qu’exige la connexion elle-même.",
        ),
        heading("Vos droits"),
        text(
            f"Vous pouvez demander à voir, à corriger ou à effacer vos données, ou vous opposer à leur usage, en "
            f"écrivant à {MAIL}. Si la réponse ne vous convient pas, vous pouvez saisir la "
            '<a href="https://www.cnil.fr/fr/plaintes">Commission nationale de l’informatique et des libertés</a>.',
        ),
        heading("Durées de conservation"),
        text(
            "Les durées appliquées aux candidatures et aux brouillons sont fixées par le responsable du traitement "
            "et exécutées automatiquement. Elles sont à inscrire ici par qui met ce site en service.",
        ),
    ),
)
