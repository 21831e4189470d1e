"""Which team a new file goes to: ordered rules on its answers, then the default team."""

from collections.abc import Iterable
from email.utils import parseaddr

from django.conf import settings

from community.models import Territory, TerritoryKind
from events.candidatures import snapshot
from events.candidatures.eligibility import BRAND, GRANT, SUPPORT
from events.candidatures.models import Candidature, RoutingRule, Team
from nec_cms.folding import fold

DEFAULT_TEAM = "Équipe nationale"


def route(candidature: Candidature, themes: Iterable[int] = ()) -> Team:
    """The team of the first rule in force that takes the file, else the default team.

    `themes` are the primary keys of its themes: a new file is routed before they can be stored. It costs one query
    for the rules, two for their lists, and one per level above the territory.
    """
    rule = first_match(rules_in_force(), candidature, lineage(candidature.territory), set(themes))
    return rule.team if rule else default_team()


def rules_in_force(*, with_drafts: bool = False) -> list[RoutingRule]:
    """The rules in their order, with what they compare; `with_drafts` those that only the simulation applies too."""
    rules = RoutingRule.objects.select_related("team").prefetch_related("territories", "themes")
    return list(rules if with_drafts else rules.filter(is_active=True))


def first_match(
    rules: Iterable[RoutingRule], file: Candidature, above: list[Territory], themes: set[int]
) -> RoutingRule | None:
    """The first rule whose conditions all hold; None where the default team takes the file."""
    return next((rule for rule in rules if takes(rule, file, above, themes)), None)


def takes(rule: RoutingRule, file: Candidature, above: list[Territory], themes: set[int]) -> bool:
    """True where every condition of the rule holds, and it has one. `above` begins with the file's territory."""
    places = [territory.pk for territory in rule.territories.all()]
    wanted = {theme.pk for theme in rule.themes.all()}
    conditions = []
    if rule.kind or places:
        conditions.append(bool(above) and matches(rule.kind, places, above))
    if wanted:
        conditions.append(not wanted.isdisjoint(themes))
    if rule.tier:
        conditions.append(highest_tier(file) == rule.tier)
    if rule.min_amount is not None:
        conditions.append(file.grant_amount is not None and file.grant_amount >= rule.min_amount)
    if rule.max_amount is not None:
        conditions.append(file.grant_amount is not None and file.grant_amount <= rule.max_amount)
    if rule.question and rule.answer:
        conditions.append(fold(rule.answer) in fold(answer_text(file, rule.question)))
    return bool(conditions) and all(conditions)


def highest_tier(file: Candidature) -> str:
    """The highest tier met on the day of filing; "" for none."""
    met = {tier["name"] for tier in file.eligibility.get("tiers", ()) if tier["met"]}
    return next((name for name in (GRANT, SUPPORT, BRAND) if name in met), "")


def answer_text(file: Candidature, question: str) -> str:
    """The answer to a question (UUID) as people read it; "" where the file was not asked."""
    for step in snapshot.read(file.form_snapshot, file.form_data):
        for answer in step.answers:
            if answer.id == question:
                return answer.text
    return ""


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
