from community.models import Territory
from nec_annonces.models import AnnoncePage
from nec_cms.demo import child, home_page


def build() -> None:
    """One advertisement, found again by its slug."""
    child(
        home_page(),
        AnnoncePage,
        "annonce-exemple",
        title="Annonce d’exemple",
        summary="Cherche médiatrice ou médiateur numérique (exemple).",
        territory=Territory.objects.order_by("pk").first(),
    )
