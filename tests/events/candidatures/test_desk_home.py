"""What awaits an instructor, on the home page of the admin."""

from datetime import UTC, date, datetime

import pytest
import time_machine

from events.candidatures.states import State
from tests.events.candidatures.dossiers import person, team
from tests.factories.candidatures import CandidatureFactory

pytestmark = pytest.mark.django_db


@time_machine.travel(datetime(2026, 2, 1, 10, 0, tzinfo=UTC), tick=False)
def test_the_home_page_counts_what_waits(client, actor, ours):
    far = {"event_start": date(2026, 12, 10)}
    CandidatureFactory.create_batch(2, team=ours, **far)
    CandidatureFactory(team=ours, state=State.IN_REVIEW, **far)
    CandidatureFactory(team=ours, state=State.CLOSED, event_start=date(2026, 2, 20))
    CandidatureFactory(team=ours, state=State.IN_REVIEW, event_start=date(2026, 2, 20))
    CandidatureFactory(team=team("Équipe B"))
    client.force_login(actor)
    text = " ".join(client.get("/admin/").content.decode().split())
    for name, count, label in (
        ("nouveaux", 2, "nouveaux dossiers"),
        ("avis", 2, "attendent mon avis"),
        ("delais", 1, "délai proche"),
    ):
        link = f'<a href="/admin/candidatures/?a_traiter={name}"><strong>{count}</strong> <span>{label}</span></a>'
        assert link in text, name
        rows = client.get(f"/admin/candidatures/?a_traiter={name}").context["rows"]
        assert len(rows) == count
    assert "bilan" not in text
    client.force_login(person("redaction@example.org", "Rédaction"))
    assert "À traiter" not in client.get("/admin/").content.decode()
