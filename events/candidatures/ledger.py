"""A grant as people read it, at the desk and in the porteur's space: amounts, convention, reports, what comes next."""

from datetime import date
from typing import Any

from events.candidatures import conventions
from events.candidatures.french import french_day, french_euros
from events.candidatures.grant_arithmetic import ceiling, share
from events.candidatures.grants import is_over
from events.candidatures.models import Attachment, Grant, Report
from events.candidatures.states import GrantState
from events.candidatures.uploads import nice_size

EXPECTED = {
    GrantState.TO_SIGN: "Signer la convention et déposer la copie signée.",
    GrantState.SIGNED: "Rien avant la fin de l’événement\u00a0; ensuite, trois bilans.",
    GrantState.HELD: "Envoyer les bilans qui manquent, ou ceux qui sont à reprendre.",
    GrantState.REPORTED: "Rien\u00a0: l’équipe relit les bilans.",
    GrantState.TO_PAY: "Rien\u00a0: la subvention va être payée.",
    GrantState.PAID: "Rien\u00a0: tout est fait. Merci\u202f!",
    GrantState.VOID: "Rien\u00a0: cette subvention est annulée.",
}
"""What the porteur has to do in each state."""


def ledger(grant: Grant, today: date) -> dict[str, Any]:
    """Variables of a page about a grant. Two queries."""
    file = grant.candidature
    attached: dict[str, list[dict[str, Any]]] = {}
    for each in Attachment.objects.filter(candidature=file, field_id__regex="^(convention|report)-"):
        attached.setdefault(each.field_id, []).append({"file": each, "size": nice_size(each.size)})
    expected = EXPECTED[GrantState(grant.state)]
    if grant.state == GrantState.TO_SIGN and not grant.convention_sent_at:
        expected = "Rien\u00a0: l’équipe prépare la convention."
    elif grant.state == GrantState.TO_SIGN and grant.porteur_signed_on:
        expected = "Rien\u00a0: le programme signe à son tour."
    return {
        "grant": grant,
        "amounts": amounts(grant),
        "expected": expected,
        "is_over": is_over(file, today),
        "sent_on": french_day(grant.convention_sent_at.date()) if grant.convention_sent_at else "",
        "signatures": [
            {
                "who": "La structure",
                "day": _day(grant.porteur_signed_on),
                "copies": attached.get(conventions.PORTEUR_COPY, []),
            },
            {
                "who": "Le programme",
                "day": _day(grant.team_signed_on),
                "copies": attached.get(conventions.TEAM_COPY, []),
            },
        ],
        "reports": [
            {
                "report": report,
                "sent_on": french_day(report.submitted_at.date()) if report.submitted_at else "",
                "files": attached.get(report.field_id, []) if report.version else [],
                "waits": report.state in (Report.State.EXPECTED, Report.State.SENT_BACK),
            }
            for report in grant.reports.select_related("reviewed_by")
        ],
    }


def amounts(grant: Grant) -> list[dict[str, str]]:
    """The lines of the ledger, for the component `definition_list`."""
    percent = f"{grant.max_share.normalize():f}".replace(".", ",")
    lines = [
        ("Budget prévu", french_euros(grant.budget)),
        ("Demandé", french_euros(grant.asked)),
        (f"Plafond ({percent}\u00a0% du budget prévu)", french_euros(ceiling(grant.budget, grant.max_share))),
        (
            "Accordé, au plus",
            f"{french_euros(grant.awarded)} ({_percent(share(grant.awarded, grant.budget))} du budget)",
        ),
    ]
    if grant.final_budget is not None and grant.payable is not None:
        lines += [
            ("Budget réalisé", french_euros(grant.final_budget)),
            (
                f"Plafond ({percent}\u00a0% du budget réalisé)",
                french_euros(ceiling(grant.final_budget, grant.max_share)),
            ),
            ("À verser", french_euros(grant.payable)),
        ]
    if grant.paid_on:
        lines.append(("Payée le", french_day(grant.paid_on)))
    return [{"term": term, "text": text} for term, text in lines]


def _percent(value: Any) -> str:
    return f"{value}".replace(".", ",").removesuffix(",00") + "\u00a0%"


def _day(day: date | None) -> str:
    return french_day(day) if day else ""
