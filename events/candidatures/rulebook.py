"""Which version of the rules applies on a day, and what another one would change to past files."""

from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from events.candidatures.eligibility import Eligibility, Rules, assess
from events.candidatures.filing_facts import facts_of
from events.candidatures.models import Candidature, RuleSet

SIMULATED = 500
"""The latest files that a version is tried on."""


def current_rules(today: date | None = None) -> Rules:
    """The version that applies to what is filed on `today`; that of the programme (version 1) before any other."""
    found = RuleSet.objects.filter(applies_from__lte=today or timezone.localdate()).order_by("-applies_from").first()
    return found.rules if found else Rules()


@dataclass(frozen=True)
class Outcome:
    """One past file: the tiers that it reached, and those that it would reach."""

    file: Candidature
    before: tuple[str, ...]
    after: tuple[str, ...]

    @property
    def changes(self) -> bool:
        return self.before != self.after


def simulate(rules: Rules) -> list[Outcome]:
    """The rules on the latest files, each as if on its own filing day. Writes nothing; one query."""
    files = Candidature.objects.filed().exclude(eligibility={}).order_by("-filed_at", "-pk")[:SIMULATED]
    return [
        Outcome(file, reached(past), reached(assess(facts_of(file), rules, past.filed_on)))
        for file in files
        for past in [Eligibility.from_json(file.eligibility)]
    ]


def reached(eligibility: Eligibility) -> tuple[str, ...]:
    """Labels of the tiers that are met."""
    return tuple(tier.label for tier in eligibility.tiers if tier.met)
