"""What a file is eligible for: the brand, support, a grant. Pure: no model, no clock, no settings.

Three tiers (the brief): the **brand** for whoever accepts the charter; **support** with one local authority behind the
event, 150 people at least and a venue that holds them; a **grant** for what has support, was asked for, filed four
calendar months before the first day, and stays within 80 % of the budget. A tier that is not met tells how to mend it;
none ever prevents filing.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from decimal import ROUND_DOWN, Decimal
from typing import Any

from events.candidatures.french import counted, french_day, french_euros, french_number

BRAND, SUPPORT, GRANT = "brand", "support", "grant"
LABELS = {BRAND: "La marque", SUPPORT: "L’accompagnement", GRANT: "La subvention"}


@dataclass(frozen=True)
class Rules:
    """The thresholds of one version of the rules. A file keeps those of its filing day."""

    version: int = 1
    notice_months: int = 4
    """Calendar months between the last filing day and the first day of the event."""
    min_audience: int = 150
    """People expected, at least."""
    max_share: Decimal = Decimal("80.00")
    """The largest part of the budget that a grant may be, in per cent."""

    def last_filing_day(self, event_start: date) -> date:
        """The last day on which a grant may be asked for: the same day some months before, clamped to its month.

        An event on 30 June is filed by 28 February, or 29 in a leap year.
        """
        month = event_start.year * 12 + event_start.month - 1 - self.notice_months
        year, month = divmod(month, 12)
        return date(year, month + 1, min(event_start.day, monthrange(year, month + 1)[1]))


@dataclass(frozen=True)
class Facts:
    """What the rules read in a file; None for what it does not say. Amounts in euros, audiences in people."""

    charter: bool = False
    event_start: date | None = None
    audience: int | None = None
    venue_capacity: int | None = None
    local_authority_support: bool | None = None
    budget_total: Decimal | None = None
    grant_requested: bool = False
    grant_amount: Decimal | None = None


@dataclass(frozen=True)
class Criterion:
    """One condition of a tier: whether it is met, and a sentence that says why or how to mend it."""

    code: str
    met: bool
    text: str


@dataclass(frozen=True)
class Tier:
    """Brand, support or grant, with its own conditions; it also wants those of the tiers before it."""

    name: str
    met: bool
    criteria: tuple[Criterion, ...]

    @property
    def label(self) -> str:
        return LABELS[self.name]

    @property
    def reasons(self) -> list[str]:
        """What is still missing or, where nothing is, why the tier is met."""
        return [criterion.text for criterion in self.criteria if criterion.met == self.met]


@dataclass(frozen=True)
class Eligibility:
    """The outcome on the day of filing, with the rules that gave it."""

    tiers: tuple[Tier, ...]
    rules: Rules
    filed_on: date

    def tier(self, name: str) -> Tier:
        return next(each for each in self.tiers if each.name == name)

    def to_json(self) -> dict[str, Any]:
        """Plain values, for the column `eligibility`."""
        rules = asdict(self.rules) | {"max_share": str(self.rules.max_share)}
        return {"filed_on": self.filed_on.isoformat(), "rules": rules, "tiers": [asdict(each) for each in self.tiers]}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Eligibility:
        """What `to_json` gave, also once it has been through the database."""
        rules = Rules(**{**data["rules"], "max_share": Decimal(data["rules"]["max_share"])})
        tiers = tuple(
            Tier(each["name"], each["met"], tuple(Criterion(**criterion) for criterion in each["criteria"]))
            for each in data["tiers"]
        )
        return cls(tiers, rules, date.fromisoformat(data["filed_on"]))


def assess(facts: Facts, rules: Rules, filed_on: date, *, filed: bool = True) -> Eligibility:
    """The three tiers for a file as it stands on `filed_on`; `filed` is False while it is being written."""
    brand = tier(BRAND, [charter(facts)])
    support = tier(SUPPORT, [local_authority(facts), audience(facts, rules), venue(facts, rules)], brand)
    grant = tier(GRANT, grant_criteria(facts, rules, filed_on, filed), support)
    return Eligibility((brand, support, grant), rules, filed_on)


def tier(name: str, criteria: list[Criterion], below: Tier | None = None) -> Tier:
    """A tier from its own conditions and from the tier it builds on."""
    if below is not None and not below.met:
        criteria = [*criteria, Criterion(below.name, False, _BELOW[below.name])]
    return Tier(name, all(criterion.met for criterion in criteria), tuple(criteria))


_BELOW = {BRAND: "Acceptez d’abord la charte.", SUPPORT: "Réunissez aussi les critères de l’accompagnement."}


def grant_criteria(facts: Facts, rules: Rules, filed_on: date, filed: bool = True) -> list[Criterion]:
    """The conditions of a grant; the one that matters where none was asked for."""
    if not facts.grant_requested:
        return [asked(facts)]
    return [asked(facts), notice(facts, rules, filed_on, filed), budget(facts), share(facts, rules)]


def charter(facts: Facts) -> Criterion:
    text = (
        "La charte est acceptée." if facts.charter else "Acceptez la charte\u00a0: elle suffit pour utiliser la marque."
    )
    return Criterion("charter", facts.charter, text)


def local_authority(facts: Facts) -> Criterion:
    met = facts.local_authority_support is True
    text = "Une collectivité soutient le projet." if met else "Il manque le soutien d’au moins une collectivité."
    return Criterion("local_authority", met, text)


def audience(facts: Facts, rules: Rules) -> Criterion:
    wanted = counted(rules.min_audience, "personne", "personnes")
    if facts.audience is None:
        return Criterion("audience", False, f"Indiquez le public attendu\u00a0: {wanted} au moins.")
    missing = rules.min_audience - facts.audience
    if missing > 0:
        people = counted(missing, "personne", "personnes")
        return Criterion("audience", False, f"Il manque {people}\u00a0: le public attendu est de {wanted} au moins.")
    people = counted(facts.audience, "personne attendue", "personnes attendues")
    return Criterion("audience", True, f"{people}, pour un seuil de {french_number(rules.min_audience)}.")


def venue(facts: Facts, rules: Rules) -> Criterion:
    needed = max(facts.audience or 0, rules.min_audience)
    if facts.venue_capacity is None:
        return Criterion(
            "venue", False, f"Indiquez la capacité du lieu\u00a0: {counted(needed, 'place', 'places')} au moins."
        )
    missing = needed - facts.venue_capacity
    if missing > 0:
        places = counted(missing, "place", "places")
        return Criterion(
            "venue", False, f"Il manque {places} dans le lieu pour accueillir {french_number(needed)}\u00a0personnes."
        )
    return Criterion("venue", True, "Le lieu peut accueillir le public attendu.")


def asked(facts: Facts) -> Criterion:
    text = "Une subvention est demandée." if facts.grant_requested else "Aucune subvention n’est demandée."
    return Criterion("asked", facts.grant_requested, text)


def notice(facts: Facts, rules: Rules, filed_on: date, filed: bool = True) -> Criterion:
    if facts.event_start is None:
        text = f"Fixez la date\u00a0: une subvention se demande {rules.notice_months}\u00a0mois avant le premier jour."
        return Criterion("notice", False, text)
    last = rules.last_filing_day(facts.event_start)
    if filed_on <= last and not filed:
        text = f"Déposez le dossier le {french_day(last)} au plus tard pour demander une subvention."
        return Criterion("notice", True, text)
    if filed_on <= last:
        return Criterion("notice", True, f"Dossier déposé à temps\u00a0: la limite était le {french_day(last)}.")
    text = (
        f"Une subvention se demande {rules.notice_months}\u00a0mois avant le premier jour\u00a0: "
        f"il fallait déposer le {french_day(last)} au plus tard. Une date plus lointaine la rend possible."
    )
    return Criterion("notice", False, text)


def budget(facts: Facts) -> Criterion:
    met = facts.budget_total is not None and facts.budget_total > 0
    text = "Le budget total est indiqué." if met else "Indiquez un budget total supérieur à zéro."
    return Criterion("budget", met, text)


def share(facts: Facts, rules: Rules) -> Criterion:
    """At most `max_share` per cent of the budget, compared as exact decimals."""
    percent = f"{rules.max_share.normalize():f}".replace(".", ",") + "\u00a0%"
    if not facts.grant_amount or facts.grant_amount <= 0:
        return Criterion("share", False, f"Indiquez le montant demandé\u00a0: {percent} du budget au plus.")
    if not facts.budget_total or facts.budget_total <= 0:
        return Criterion("share", False, f"Le montant demandé se compare au budget\u00a0: {percent} au plus.")
    if facts.grant_amount * 100 > facts.budget_total * rules.max_share:
        ceiling = french_euros((facts.budget_total * rules.max_share / 100).quantize(Decimal("0.01"), ROUND_DOWN))
        return Criterion(
            "share", False, f"Demandez {ceiling} au plus\u00a0: la subvention est limitée à {percent} du budget."
        )
    return Criterion("share", True, f"Le montant demandé ne dépasse pas {percent} du budget.")


def requirements(rules: Rules) -> list[dict[str, Any]]:
    """The tiers before anything is filed: what each asks for, for the call's page."""
    percent = f"{rules.max_share.normalize():f}".replace(".", ",") + "\u00a0%"
    return [
        {"name": BRAND, "label": LABELS[BRAND], "needs": ["Accepter la charte."]},
        {
            "name": SUPPORT,
            "label": LABELS[SUPPORT],
            "needs": [
                "Avoir le soutien d’au moins une collectivité.",
                f"Attendre {counted(rules.min_audience, 'personne', 'personnes')} au moins.",
                "Disposer d’un lieu qui les accueille.",
            ],
        },
        {
            "name": GRANT,
            "label": LABELS[GRANT],
            "needs": [
                "Réunir les critères de l’accompagnement.",
                f"Déposer {rules.notice_months}\u00a0mois au moins avant le premier jour.",
                f"Demander {percent} du budget total au plus.",
            ],
        },
    ]
