"""The directory, and a few places of France."""

import pytest

from community.models import DirectoryPage, Territory, TerritoryKind
from tests.factories.community import DirectoryPageFactory, FeedItemFactory, TerritoryFactory

REGION, DEPARTEMENT, TOWN = TerritoryKind.REGION, TerritoryKind.DEPARTEMENT, TerritoryKind.COLLECTIVITE


@pytest.fixture
def directory(home) -> DirectoryPage:
    return DirectoryPageFactory(parent=home)


@pytest.fixture
def places(directory) -> dict[str, Territory]:
    """Grand Est (Moselle: Metz, a land around it; Vosges), Occitanie, La Réunion, and an area of no région."""
    grand_est = TerritoryFactory(name="Grand Est", kind=REGION, insee_code="44")
    moselle = TerritoryFactory(name="Moselle", kind=DEPARTEMENT, insee_code="57", parent=grand_est)
    return {
        each.slug: each
        for each in (
            grand_est,
            moselle,
            TerritoryFactory(name="Vosges", kind=DEPARTEMENT, insee_code="88", parent=grand_est),
            TerritoryFactory(name="Metz", kind=TOWN, insee_code="57463", parent=moselle),
            TerritoryFactory(name="Pays exemple", parent=moselle),
            TerritoryFactory(name="Occitanie", kind=REGION, insee_code="76"),
            TerritoryFactory(name="La Réunion", kind=TerritoryKind.OUTRE_MER, insee_code="974"),
            TerritoryFactory(name="Ailleurs exemple"),
        )
    }


def speak_of(*territories: Territory) -> None:
    """Give each of these one approved resource, so that it has content."""
    for territory in territories:
        FeedItemFactory(feed__territory=territory)
