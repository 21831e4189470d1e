"""Demo content: the territories, the programme's themes, organisations, the directory, and two feeds."""

from datetime import UTC, datetime

from django.utils import timezone

from community.loading import load_territories
from community.models import DirectoryPage, Feed, FeedItem, ItemState, Organisation, OrganisationKind, Territory, Theme
from community.models.slugged import slug_of
from nec_cms.demo import child, home_page
from nec_cms.models import Licence
from nec_cms.typography import french_spaces

THEMES = (
    "Inclusion numérique",
    "Communs numériques",
    "Logiciels libres et données ouvertes",
    "Accès aux services publics",
    "Outils numériques des collectivités",
    "Transition écologique et écoconception",
    "Accessibilité numérique",
    "Sécurité et souveraineté numériques",
)
ORGANISATIONS = (
    ("ANCT, programme Société Numérique", "anct-societe-numerique", OrganisationKind.ETAT, "", ""),
    ("Fabrique des communs exemple", "", OrganisationKind.ASSOCIATION, "metz", "https://fabrique.example.org/"),
    ("Coopérative Le Point exemple", "", OrganisationKind.COOPERATIVE, "la-reunion", "https://point.example.org/"),
    ("Hub du numérique exemple", "", OrganisationKind.ASSOCIATION, "occitanie", "https://hub.example.org/"),
)
INTRODUCTIONS = {
    "la-reunion": "<p>À Saint-Denis, le domaine du MOCA a accueilli NEC 974 La Réunion en novembre 2021, "
    "puis en décembre 2022.</p>",
    "sud-charente": "<p>Un NEC local s’est tenu à Montmoreau les 28 et 29 janvier 2021. La même année, "
    "l’édition nationale a pris place au château de la Mercerie.</p>",
    "haute-savoie": "<p>NEC Haute-Savoie s’est tenu à Annecy le 26 novembre 2021.</p>",
    "bordeaux-metropole": "<p>NEC Bordeaux Métropole s’est tenu en ligne du 24 au 28 août 2020, avec plus de "
    "1 200 connexions. Le Carnet 1 de la revue lui est consacré.</p>",
    "strasbourg": "<p>Le palais universitaire a accueilli l’édition nationale des 29 et 30 octobre 2025.</p>",
    "chambery": "<p>L’édition nationale s’est tenue à Chambéry les 25 et 26 septembre 2024.</p>",
    "nantes": "<p>L’édition nationale de 2018 s’est tenue à Nantes, avec 850 participantes et participants.</p>",
}
FEEDS = (
    ("Carnet de bord exemple", "carnet", "metz", "Fabrique des communs exemple", Licence.CC_BY_SA),
    ("Veille des communs exemple", "veille", "la-reunion", "Coopérative Le Point exemple", Licence.ETALAB),
)
A, P, R = ItemState.APPROVED, ItemState.PENDING, ItemState.REJECTED
ITEMS = (
    ("carnet", 1, "2024-10-15", A, "Compte rendu exemple : une journée pour cartographier les lieux de médiation",
     "Article exemple. Trente personnes ont relevé ensemble les lieux où l’on accompagne les démarches en ligne."),
    ("carnet", 2, "2024-11-04", A, "Mode d’emploi exemple : ouvrir les données d’une petite commune",
     "Article exemple. Quatre étapes et un modèle de fichier, à reprendre librement."),
    ("carnet", 3, "2025-02-11", A, "Retour exemple : un atelier d’écoconception avec des agentes et des agents",
     "Article exemple. Ce que l’on a retiré d’un site municipal pour qu’il reste lisible avec une connexion lente."),
    ("carnet", 4, "2025-03-20", P, "Billet exemple à relire : le prêt de matériel reconditionné",
     "Article exemple. Un an de prêt d’ordinateurs dans trois médiathèques."),
    ("veille", 1, "2024-12-02", A, "Guide exemple : préparer une salle accessible à toutes et à tous",
     "Article exemple. Boucle magnétique, signalétique, temps calmes : la liste à vérifier avant d’ouvrir les portes."),
    ("veille", 2, "2025-01-17", A, "Enquête exemple : qui aide qui, quand l’administration passe en ligne",
     "Article exemple. Paroles d’accueil, de bibliothèque et de mission locale."),
    ("veille", 3, "2025-04-08", P, "Annonce exemple à relire : un répertoire d’outils libres pour les associations",
     "Article exemple. Le répertoire recense des outils et leurs hébergeurs."),
    ("veille", 4, "2025-04-09", R, "Annonce exemple écartée : une offre commerciale",
     "Article exemple. La publicité n’a pas sa place ici."),
)  # fmt: skip


def build() -> None:
    """Make what is missing; what an editor changed since is left alone."""
    load_territories()
    for order, name in enumerate(THEMES, start=1):
        Theme.objects.get_or_create(slug=slug_of(name), defaults={"name": name, "order": order})
    for slug, introduction in INTRODUCTIONS.items():
        Territory.objects.filter(slug=slug, introduction="").update(introduction=french_spaces(introduction))
    for name, slug, kind, territory, url in ORGANISATIONS:
        organisation(name, slug=slug, kind=kind, territory=territory, url=url)
    child(
        home_page(),
        DirectoryPage,
        "communaute",
        title="La communauté",
        introduction="Des villes, des pays, des départements, des régions : les territoires où NEC se prépare, "
        "se tient et laisse des traces.",
        resources_introduction="Ce que publient celles et ceux qui font NEC, relu par la rédaction et toujours signé.",
        search_description="L’annuaire des territoires de Numérique en Commun[s] : liste, carte et ressources.",
        show_in_menus=True,
    )
    for title, name, territory, publisher, licence in FEEDS:
        feed(title, name, territory, publisher, licence)
    for name, number, day, state, title, summary in ITEMS:
        item(name, number, day, state, title, summary)


def organisation(name: str, *, slug: str, kind: str, territory: str, url: str) -> None:
    place = Territory.objects.filter(slug=territory).first()
    facts = {"name": name, "kind": kind, "territory": place, "url": url}
    Organisation.objects.get_or_create(slug=slug or slug_of(name), defaults=facts)


def feed(title: str, name: str, territory: str, publisher: str, licence: str) -> None:
    """An invented feed. It is not active: nothing is fetched."""
    Feed.objects.get_or_create(
        url=f"https://{name}.example.org/flux.atom",
        defaults={
            "title": title,
            "site_url": f"https://{name}.example.org/",
            "territory": Territory.objects.filter(slug=territory).first(),
            "organisation": Organisation.objects.filter(name=publisher).first(),
            "licence": licence,
            "active": False,
        },
    )


def item(name: str, number: int, day: str, state: str, title: str, summary: str) -> None:
    address = f"https://{name}.example.org/exemple-{number}"
    FeedItem.objects.get_or_create(
        feed=Feed.objects.get(url=f"https://{name}.example.org/flux.atom"),
        guid=address,
        defaults={
            "link": address,
            "title": french_spaces(title),
            "summary": french_spaces(summary),
            "author": "Camille Exemple",
            "published_at": datetime.fromisoformat(day).replace(hour=9, tzinfo=UTC),
            "state": state,
            "moderated_at": None if state == ItemState.PENDING else timezone.now(),
        },
    )
