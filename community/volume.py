"""Volume data: territories that do not exist, within the départements that do."""

from community.models import Territory, TerritoryKind
from nec_cms.folding import fold
from nec_cms.volume import BATCH, chance, missing, search

PREFIX = "territoire-exemple"


def territories(number: int) -> int:
    """See to it that there are `number` volume territories; return how many were added."""
    parents = list(
        Territory.objects.filter(kind__in=(TerritoryKind.DEPARTEMENT, TerritoryKind.OUTRE_MER)).order_by("slug")
    )
    rows = [territory(each, parents) for each in missing(Territory.objects.all(), PREFIX, number)]
    Territory.objects.bulk_create(rows, BATCH)
    search(rows)
    return len(rows)


def territory(number: int, parents: list[Territory]) -> Territory:
    """One of them: nine towns for one wider area, most of them with a position in mainland France."""
    dice = chance("territory", number)
    name = f"Territoire exemple {number:05d}"
    placed = dice.random() < 0.9
    return Territory(
        name=name,
        slug=f"{PREFIX}-{number:05d}",
        kind=TerritoryKind.TERRITOIRE if number % 10 == 0 else TerritoryKind.COLLECTIVITE,
        parent=dice.choice(parents) if parents and number % 10 else None,
        latitude=round(dice.uniform(43.5, 49.5), 5) if placed else None,
        longitude=round(dice.uniform(-1.0, 6.5), 5) if placed else None,
        folded=f" {fold(name)}",
    )
