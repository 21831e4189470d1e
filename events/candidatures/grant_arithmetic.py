"""The money of a grant, in exact decimals. Pure: no model, no clock.

The brief: a grant is at most 80 % of the budget, and is paid after the event on what was really spent. The cap is
therefore applied twice: to the planned budget when it is awarded, to the actual one when it is paid.
"""

from decimal import ROUND_DOWN, Decimal

from events.candidatures.french import french_euros

CENT = Decimal("0.01")


def ceiling(budget: Decimal, max_share: Decimal) -> Decimal:
    """The most that a budget allows, in euros, rounded down to the cent. `max_share` is in per cent."""
    return (max(budget, Decimal(0)) * max_share / 100).quantize(CENT, ROUND_DOWN)


def share(amount: Decimal, budget: Decimal) -> Decimal:
    """The part of the budget that an amount is, in per cent with two decimals; 0 for a budget of nothing."""
    return (amount * 100 / budget).quantize(CENT, ROUND_DOWN) if budget > 0 else Decimal("0.00")


def award_problem(awarded: Decimal | None, asked: Decimal | None, budget: Decimal | None, max_share: Decimal) -> str:
    """Why this amount may not be awarded, in French; "" where it may."""
    if budget is None or budget <= 0:
        return "Sans budget supérieur à zéro, aucune subvention ne peut être accordée."
    if not asked or asked <= 0:
        return "Le dossier ne demande pas de subvention."
    if awarded is None or awarded <= 0:
        return "Indiquez le montant accordé, supérieur à zéro."
    if awarded != awarded.quantize(CENT):
        return "Un montant compte deux décimales au plus."
    if awarded > asked:
        return f"Le dossier demande {french_euros(asked)} : on n’accorde pas davantage."
    if awarded > ceiling(budget, max_share):
        percent = f"{max_share.normalize():f}".replace(".", ",")
        return (
            f"La subvention est limitée à {percent} % du budget ({french_euros(budget)}), "
            f"soit {french_euros(ceiling(budget, max_share))}."
        )
    return ""


def payable(awarded: Decimal, final_budget: Decimal, max_share: Decimal) -> Decimal:
    """What is paid in the end: the award, within the same share of what the event really cost."""
    return min(awarded, ceiling(final_budget, max_share))
