"""Posts that no browser would send: each is answered in words, none breaks the site or makes a false row."""

from pathlib import PurePath
from typing import Any

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from events.candidatures import drafts
from events.candidatures.demo_dossier import field_id
from events.candidatures.models import Candidature, CandidaturePage
from tests.events.candidatures.files import upload
from tests.factories.candidatures import FROM_HERE, answers, post_data

NAMES = [
    field_id(name) for name in (*answers(), "event_end", "formats", "grant_uses", "budget_lines", "support_letter")
]
SUFFIXES = ["", "-autre", "-0-poste", "-0-montant", "-99-montant", "-debut", "-"]
VALUES = st.one_of(
    st.text(max_size=40),
    st.sampled_from(
        ["", "\x00", "NaN", "-1", "9" * 40, "9999-12-31", "0000-00-00", "١٥٠", "1e9", "on", "oui", "autre"]
    ),
    st.binary(max_size=20).map(lambda raw: raw.decode("utf-8", "replace")),
)
CHANGES = st.dictionaries(
    st.builds(lambda name, suffix: name + suffix, st.sampled_from(NAMES), st.sampled_from(SUFFIXES)),
    st.lists(VALUES, max_size=3),
    min_size=1,
    max_size=6,
)
FILES = st.lists(st.tuples(st.text(max_size=30), st.binary(max_size=60)), max_size=2)


@pytest.fixture(autouse=True)
def no_pause(monkeypatch: pytest.MonkeyPatch) -> None:
    """The rates have tests of their own."""
    monkeypatch.setattr("events.candidatures.caution.wait", lambda *args: 0)


@pytest.mark.django_db
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(changes=CHANGES, files=FILES)
def test_a_malformed_post_is_filed_whole_or_told_what_to_mend(
    call: CandidaturePage, client: Client, changes: dict[str, list[str]], files: list[tuple[str, bytes]]
) -> None:
    sent: dict[str, Any] = {**dict(post_data(call).lists()), **changes}
    sent |= {field_id("budget_file"): [upload(PurePath(name).name or "sans-nom", content) for name, content in files]}
    before = Candidature.objects.count()
    _, token = drafts.begin(call, {})

    for place, _ in enumerate(call.form_steps, start=1):
        saved = client.post(f"/candidature/reprendre/{token}/etape/{place}/", sent, headers=FROM_HERE)
        assert saved.status_code in (303, 422)
        assert client.get(f"/candidature/reprendre/{token}/etape/{place}/?corriger").status_code == 200
    assert client.get(f"/candidature/reprendre/{token}/").status_code == 200
    response = client.post(f"/candidature/reprendre/{token}/deposer/", {}, headers=FROM_HERE)

    assert response.status_code in (303, 422)
    if response.status_code == 422:
        assert response.context["form"].errors
        assert Candidature.objects.count() == before
        return
    filed = Candidature.objects.latest("pk")
    filed.full_clean(exclude=["fingerprint", "form_data"])
    assert (filed.charter, bool(filed.contact_email), bool(filed.title)) == (True, True, True)
    assert client.get(response.url).status_code == 200
