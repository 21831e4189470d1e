"""The mandatory criteria of a file, computed from its answers as they stand, with the rules of its filing day."""

from dataclasses import dataclass

from events.candidatures.eligibility import Criterion, Eligibility, Tier, assess
from events.candidatures.filing import facts_of
from events.candidatures.models import Candidature


@dataclass(frozen=True)
class Checklist:
    """The three tiers now, and the codes of criteria that were other on the day of filing."""

    tiers: tuple[Tier, ...]
    changed: frozenset[str]

    @property
    def criteria(self) -> list[Criterion]:
        return [criterion for tier in self.tiers for criterion in tier.criteria]


def checklist(file: Candidature) -> Checklist | None:
    """None for a file that came without eligibility. No query."""
    if not file.eligibility:
        return None
    past = Eligibility.from_json(file.eligibility)
    now = assess(facts_of(file), past.rules, past.filed_on)
    then = {(tier.name, each.code): each.met for tier in past.tiers for each in tier.criteria}
    changed = {
        each.code
        for tier in now.tiers
        for each in tier.criteria
        if then.get((tier.name, each.code), each.met) != each.met
    }
    return Checklist(now.tiers, frozenset(changed))
