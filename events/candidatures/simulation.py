"""Routing rules tried on past files: where each would go, beside where it went."""

from dataclasses import dataclass

from events.candidatures.models import Candidature, RoutingRule, Team
from events.candidatures.routing import default_team, first_match, lineage, rules_in_force

SIMULATED = 500
"""The latest files that are tried."""


@dataclass(frozen=True)
class Outcome:
    """One past file: the team that has it, and the one that the rules would give it, with the rule that did."""

    file: Candidature
    team: Team
    rule: RoutingRule | None

    @property
    def moves(self) -> bool:
        return self.file.team_id != self.team.pk


def simulate(*, with_drafts: bool = True) -> list[Outcome]:
    """The rules, `with_drafts` those not applied yet as well, on the latest files. Writes nothing."""
    rules, otherwise = rules_in_force(with_drafts=with_drafts), default_team()
    files = Candidature.objects.filed().select_related("team", "territory__parent__parent__parent")
    found = []
    for file in files.prefetch_related("themes").order_by("-filed_at", "-pk")[:SIMULATED]:
        rule = first_match(rules, file, lineage(file.territory), {theme.pk for theme in file.themes.all()})
        found.append(Outcome(file, rule.team if rule else otherwise, rule))
    return found
