"""Filing: one candidature per submission, its columns, log, e-mails and receipt."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from events.candidatures.models import Candidature, CandidaturePage

pytestmark = pytest.mark.django_db


def test_a_valid_form_becomes_a_candidature_with_its_columns(send: Any, call: CandidaturePage) -> None:
    response = send(organisation="Médiathèque exemple", contact_email="Camille.Exemple@Example.org")

    filed = Candidature.objects.get()
    assert (response.status_code, response.url) == (303, f"/candidature/recu/{filed.token}/")
    assert filed.page_id == call.pk
    assert filed.title == "NEC Vallée-Exemple"
    assert filed.organisation == "Médiathèque exemple"
    assert filed.contact_email == "camille.exemple@example.org"
    assert filed.event_start == date(2030, 10, 8)
    assert filed.event_end is None
    assert (filed.audience, filed.venue_capacity, filed.local_authority_support) == (150, 150, True)
    assert (filed.budget_total, filed.grant_amount) == (Decimal("10000.00"), Decimal("8000.00"))
    assert (filed.grant_requested, filed.charter) == (True, True)
    assert list(filed.themes.values_list("slug", flat=True)) == ["inclusion-exemple"]
    assert [(entry.action, entry.from_state, entry.to_state) for entry in filed.log.all()] == [("filed", "", "filed")]
    assert [tier["met"] for tier in filed.eligibility["tiers"]] == [True, True, True]
