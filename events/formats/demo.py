"""Demo content: the catalogue and seven offers of partners that do not exist, all of them marked as examples."""

from django.utils import timezone

from community.models import Organisation, OrganisationKind, Theme
from events.formats.demo_offers import OFFERS, Offer
from events.formats.models import FormatIndexPage, FormatPage, FormatSeason
from nec_cms.demo import child, heading, home_page, text
from nec_cms.typography import french_spaces

INTRODUCTION = french_spaces(
    "Des partenaires proposent des sessions prêtes à accueillir : un atelier, une table ronde, un jeu. Un NEC local "
    "les "
    "réserve et les glisse dans son programme."
)
BODY = [
    heading("Comment réserver un format"),
    text(
        "Choisissez un ou plusieurs formats au moment de votre candidature : l’équipe du programme vous met en "
        "relation "
        "avec le partenaire, qui confirme sa venue avec vous.",
        "Les offres de ce catalogue sont des exemples, écrits pour la démonstration : ni les formats ni les "
        "partenaires "
        "n’existent.",
    ),
]


def build() -> None:
    """Make what is missing; a second run changes nothing."""
    index = child(
        home_page(),
        FormatIndexPage,
        "formats",
        title="Formats",
        introduction=INTRODUCTION,
        body=BODY,
        show_in_menus=True,
    )
    for offer in OFFERS:
        partner, _ = Organisation.objects.get_or_create(
            name=offer.partner, defaults={"kind": OrganisationKind.AUTRE, "url": "https://example.org/"}
        )
        if not FormatPage.objects.child_of(index).filter(slug=offer.slug).exists():
            make(index, offer, partner)


def make(index: FormatIndexPage, offer: Offer, partner: Organisation) -> FormatPage:
    """One offer, in the seasons it states relative to this year."""
    this_year = timezone.localdate().year
    return child(
        index,
        FormatPage,
        offer.slug,
        title=french_spaces(offer.title),
        partner=partner,
        summary=french_spaces(offer.summary),
        session_kind=offer.kind,
        duration=offer.duration,
        audience=offer.audience,
        group_size=offer.group_size,
        needs=french_spaces("\n".join(offer.needs)),
        gives=french_spaces("\n".join(offer.gives)),
        cost=french_spaces(offer.cost),
        themes=themes(*offer.themes),
        seasons=[FormatSeason(year=this_year + shift) for shift in offer.seasons],
        body=[heading("Le déroulé"), text(*offer.course)],
    )


def themes(*starts: str) -> list[Theme]:
    """The themes whose slug begins with one of `starts`; none where the controlled list is not there."""
    return [theme for theme in Theme.objects.all() if starts and theme.slug.startswith(starts)]
