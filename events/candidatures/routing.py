"""Which team a new file goes to: ordered rules on its territory, then the default team."""

from collections.abc import Iterable
from email.utils import parseaddr

from django.conf import settings

from community.models import Territory, TerritoryKind
from events.candidatures.models import Candidature, RoutingRule, Team

DEFAULT_TEAM = "Équipe nationale"


def route(candidature: Candidature) -> Team:
    """The team of the first rule that matches the file's territory, else the default team.

    It costs one query for the rules, one for their territories, and one per level above the territory.
    """
    above = lineage(candidature.territory)
    if above:
        for rule in RoutingRule.objects.select_related("team").prefetch_related("territories"):
            if matches(rule.kind, (territory.pk for territory in rule.territories.all()), above):
                return rule.team
    return default_team()


def lineage(territory: Territory | None) -> list[Territory]:
    """The territory and all those it lies in, the closest first; empty where the file names none."""
    found: list[Territory] = []
    while territory is not None and territory not in found:
        found.append(territory)
        territory = territory.parent
    return found


def matches(kind: str, territories: Iterable[int], above: list[Territory]) -> bool:
    """True where a rule on `kind` or on `territories` (primary keys) takes a place that lies in `above`.

    A rule's territories hold for everything below them. Its kind is that of the territory itself, but for overseas,
    which is a part of the world rather than a level: it holds for the communes and départements there too.
    """
    if kind == TerritoryKind.OUTRE_MER and any(territory.kind == kind for territory in above):
        return True
    if kind and above[0].kind == kind:
        return True
    return not {territory.pk for territory in above}.isdisjoint(territories)


def default_team() -> Team:
    """The team that takes what no rule routes.

    A migration creates one and the admin refuses to remove it. Where it is missing all the same, it is created anew
    rather than losing a file: its address is the site's own, and its files are seen by superusers until it has members.
    """
    team = Team.objects.filter(is_default=True).first()
    if team is None:
        team, _ = Team.objects.update_or_create(
            name=DEFAULT_TEAM,
            defaults={"is_default": True},
            create_defaults={"is_default": True, "email": parseaddr(settings.DEFAULT_FROM_EMAIL)[1]},
        )
    return team
