"""What the rules read in a file, or in answers that are being written."""

from events.candidatures.dossier_form import DossierForm
from events.candidatures.eligibility import Facts
from events.candidatures.models import Candidature

FACTS = ("event_start", "audience", "venue_capacity", "local_authority_support", "budget_total", "grant_amount")


def facts_of(candidature: Candidature) -> Facts:
    """What the rules read in a file."""
    return Facts(
        charter=candidature.charter,
        grant_requested=candidature.grant_requested,
        **{name: getattr(candidature, name) for name in FACTS},
    )


def facts_of_form(form: DossierForm) -> Facts:
    """What the rules read in answers that are being written; a wrong one counts as not given."""
    return Facts(
        charter=bool(form.answer("charter")),
        grant_requested=bool(form.answer("grant_requested")),
        **{role: form.answer(role) for role in FACTS},
    )
