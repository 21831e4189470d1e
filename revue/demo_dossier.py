"""Articles of revue n° 3, « Illettrisme et inclusion numérique ». Invented, and said to be so at the end of each."""

from nec_cms.demo import heading, text
from nec_cms.typography import french_spaces
from revue.demo_text import GLOSSARY, PORTRAIT, DemoArticle, example


def quote(words: str, author: str, role: str) -> tuple[str, dict[str, str]]:
    return "quote", {"text": french_spaces(words), "author": author, "role": role}


DOSSIER = (
    DemoArticle(
        issue="revue-3",
        slug="lire-un-ecran-quand-lire-est-difficile",
        title="Lire un écran quand lire est difficile",
        rubrique="dossier",
        standfirst="Derrière un bouton « Valider », il y a une phrase à comprendre. Une matinée dans un point "
        "d’accueil "
        "d’exemple, où l’on apprend à déjouer l’écrit autant que l’écran.",
        authors=(("Camille Exemple", "texte"), ("Charlie Exemple", "entretiens")),
        tags=("illettrisme", "accueil", "langage clair"),
        themes=("inclusion", "acces-"),
        picture=(
            "Ouverture de la revue n° 3 (exemple)",
            "Composition géométrique : des quarts de disque et des barres qui se répondent comme des lettres sur "
            "une page.",
        ),
        notes=(
            "Note d’exemple. Ces phrases sont inventées ; elles disent une gêne que l’on rencontre à tout guichet.",
            "Note d’exemple. La durée est celle d’un accueil imaginé, non d’une mesure.",
        ),
        body=(
            text(
                "Il est neuf heures, et la file est déjà longue. On vient pour « la caisse », pour « le papier de la "
                "préfecture », pour un code reçu par message et aussitôt perdu. Personne ne vient en disant qu’il ne "
                "sait pas lire. On a oublié ses lunettes ; on est pressé ; on préfère que ce soit vous qui tapiez[^1].",
                "À l’accueil, on a appris à entendre ces phrases. Elles disent une gêne, rarement la même : certains "
                "déchiffrent mais se perdent dans les menus, d’autres manient le téléphone avec aisance et butent sur "
                "un courrier de dix lignes.",
            ),
            heading("Une épreuve en cache une autre"),
            text(
                "L’écran ajoute à l’écrit ses propres pièges. Un message d’erreur s’efface avant d’avoir été lu. Un "
                "champ refuse un accent. Une session expire pendant que l’on cherche un mot. Rien de tout cela n’est "
                "fait pour exclure, et tout cela exclut.",
                "Alors l’équipe ralentit. On lit à voix haute, on reformule, on laisse la main sur la souris à la "
                "personne. Une démarche de dix minutes en prend trente, et c’est le bon rythme[^2] :",
                "- d’abord comprendre ce qui est demandé, sans écran ;",
                "- ensuite repérer où cela s’écrit ;",
                "- enfin valider, et garder une trace que l’on saura relire.",
            ),
            quote(
                "Quand quelqu’un me dit qu’il a oublié ses lunettes, je lui propose de lire ensemble. C’est là que "
                "tout commence.",
                "Charlie Exemple",
                "médiatrice numérique (personnage inventé)",
            ),
            heading("Ce que disent les registres"),
            text(
                "Pendant un mois, le point d’accueil a noté, sans nom ni date, ce qui faisait obstacle. L’écran seul "
                "est en cause moins souvent qu’on ne le croit."
            ),
            (
                "table",
                {
                    "caption": french_spaces("Ce qui a bloqué la démarche (données d’exemple)"),
                    "table": {
                        "columns": [{"type": "text", "heading": "Obstacle"}, {"type": "number", "heading": "Visites"}],
                        "rows": [
                            {"values": ["Un courrier ou une consigne difficile à comprendre", 64]},
                            {"values": ["Un mot de passe ou un code perdu", 41]},
                            {"values": ["Une panne ou une erreur du site", 22]},
                            {"values": ["Le maniement de l’appareil", 17]},
                        ],
                    },
                },
            ),
            heading("Écrire pour être lu"),
            text(
                "La leçon vaut pour les services eux-mêmes. Une phrase courte, un verbe d’action, une information par "
                "écran : ce que l’on simplifie pour quelques personnes profite à toutes. L’équipe relit désormais, "
                "avec des habituées du lieu, les courriers que lui confie la mairie avant leur envoi."
            ),
            PORTRAIT,
            GLOSSARY,
            example(),
        ),
    ),
    DemoArticle(
        issue="revue-3",
        slug="la-honte-n-est-pas-une-competence",
        title="La honte n’est pas une compétence",
        rubrique="dossier",
        order=2,
        standfirst="Mesurer les « niveaux » numériques rassure les institutions. Mais que mesure-t-on, et à qui cela "
        "sert-il ? Retour sur un atelier d’exemple où les questions ont changé de camp.",
        authors=(("Maxime Exemple", ""),),
        tags=("illettrisme", "évaluation"),
        themes=("inclusion",),
        territories=("vosges",),
        body=(
            text(
                "Le questionnaire tenait sur deux pages. À la question « Savez-vous envoyer un courriel ? », onze "
                "personnes sur douze avaient coché oui. L’animatrice a rangé les feuilles et proposé un jeu : chacun "
                "raconterait la dernière fois qu’une machine lui avait donné le sentiment d’être bête."
            ),
            heading("Changer de question"),
            text(
                "Les récits ont duré deux heures. On y parlait d’une borne de gare, d’un relevé de compte, d’un "
                "formulaire scolaire. Aucun ne portait sur une compétence que l’on aurait pu cocher. Tous portaient "
                "sur une situation : le bruit, la file derrière soi, l’impossibilité de demander."
            ),
            example(
                "Depuis, le groupe n’évalue plus les personnes mais les démarches. La grille compte les mots rares, "
                "les écrans sans retour, les numéros de téléphone introuvables. Les services y sont notés, et "
                "certains ont demandé à repasser l’épreuve."
            ),
        ),
    ),
    DemoArticle(
        issue="revue-3",
        slug="des-mots-simples-pour-des-droits-entiers",
        title="Des mots simples pour des droits entiers",
        rubrique="eclairages",
        standfirst="Le langage clair n’est pas un langage pauvre. Entretien d’exemple sur l’art d’enlever des "
        "mots sans "
        "enlever du sens.",
        authors=(("Dominique Exemple", "entretien"),),
        tags=("langage clair",),
        themes=("acces-", "accessibilite"),
        body=(
            text(
                "<b>On reproche parfois au langage clair d’appauvrir la langue.</b>",
                "C’est le contraire. Pour écrire simplement, il faut avoir compris. Une phrase obscure cache souvent "
                "une décision qui n’a pas été prise : on ne sait pas qui doit faire quoi, alors on écrit au passif.",
                "<b>Par où commencer ?</b>",
                "Par la personne qui lira. Que doit-elle faire après avoir lu ? Si l’on ne sait pas répondre, il ne "
                "faut pas encore écrire.",
            ),
            quote(
                "Une phrase obscure cache souvent une décision qui n’a pas été prise.",
                "Maxime Exemple",
                "personnage inventé",
            ),
            example(
                "<b>Et le droit, peut-il se passer de ses mots ?</b>",
                "Non, mais il peut les expliquer. On garde le terme, on dit ce qu’il change, et l’on dit où demander "
                "de l’aide. Un droit que l’on ne comprend pas est un droit à moitié.",
            ),
        ),
    ),
    DemoArticle(
        issue="revue-3",
        slug="a-la-reunion-apprendre-en-deux-langues",
        title="À La Réunion, apprendre en deux langues",
        rubrique="enquetes",
        standfirst="Du créole au français, de la parole à l’écran : une enquête d’exemple sur des ateliers qui "
        "commencent par la conversation, dans le sillage du NEC 974.",
        authors=(("Camille Exemple", "texte"),),
        tags=("outre-mer", "créole", "ateliers"),
        themes=("inclusion",),
        territories=("la-reunion",),
        edition_year=2022,
        picture=(
            "À La Réunion (exemple)",
            "Composition géométrique : de grands disques et des vagues, comme une côte vue du large.",
        ),
        body=(
            text(
                "On s’assied d’abord dehors. L’atelier d’exemple n’a pas d’heure précise pour allumer les "
                "ordinateurs : "
                "on parle, en créole surtout, de ce que l’on voudrait pouvoir faire seul. Retrouver une photographie. "
                "Répondre à l’école. Vérifier un versement sans dépendre d’un neveu."
            ),
            heading("La langue de la confiance"),
            text(
                "Le passage au français se fait au tableau, mot à mot, avec ceux de l’écran : <i>identifiant</i>, "
                "<i>pièce jointe</i>, <i>se déconnecter</i>. Chacun est dit, discuté, traduit, parfois chanté. On "
                "découvre que certains n’ont pas d’équivalent, et qu’il est permis d’en inventer."
            ),
            (
                "figures",
                {
                    "items": [
                        {"value": "2", "label": "langues dans chaque atelier", "note": "donnée d’exemple"},
                        {"value": "9", "label": "lieux d’accueil visités", "note": "donnée d’exemple"},
                        {"value": "1 sur 3", "label": "atelier tenu en plein air", "note": "donnée d’exemple"},
                    ]
                },
            ),
            heading("Ce que le NEC 974 a mis en commun"),
            text(
                "Lors du rendez-vous réunionnais de Numérique en Commun[s], des équipes qui travaillaient chacune dans "
                "leur commune ont comparé leurs fiches. Elles en ont gardé une dizaine, qu’elles tiennent à jour "
                "ensemble et que chacun peut reprendre."
            ),
            quote(
                "On croyait manquer d’outils. On manquait surtout d’occasions de se les montrer.",
                "Charlie Exemple",
                "personnage inventé",
            ),
            heading("Et après"),
            example(
                "Reste la question du temps long. Un atelier tient à une personne, une personne à un contrat. "
                "Plusieurs "
                "équipes cherchent à former des habitantes qui, à leur tour, ouvriront la conversation sous le "
                "manguier, et n’allumeront l’écran qu’ensuite."
            ),
        ),
    ),
    DemoArticle(
        issue="revue-3",
        slug="le-cafe-ou-l-on-lit-les-courriers",
        title="Le café où l’on lit les courriers",
        rubrique="initiatives",
        standfirst="Un comptoir, deux chaises, et le droit de poser une lettre à côté de sa tasse. Initiative "
        "d’exemple, "
        "à reprendre sans modération.",
        authors=(("Charlie Exemple", ""),),
        tags=("accueil", "voisinage"),
        themes=("acces-",),
        body=(
            text(
                "L’idée tient sur une ardoise : « Ici, on lit les courriers ensemble. » Le mardi et le vendredi, une "
                "bénévole s’installe au bout du comptoir. On lui tend une enveloppe entre deux commandes. Elle lit, "
                "explique, et quand il faut aller plus loin, accompagne jusqu’à la permanence voisine."
            ),
            example(
                "Le café n’a rien acheté. Il a passé une convention d’une page avec la médiathèque, formé quatre "
                "personnes au secret des correspondances, et affiché ce qu’il ne fait pas : signer, payer, décider à "
                "la place de quelqu’un."
            ),
        ),
    ),
)
