"""What the tests of candidatures share."""

from typing import Any

import pytest
from django.test import Client

from community.models import Theme
from events.candidatures import drafts, uploads
from events.candidatures.models import CandidaturePage
from tests.factories.candidatures import FROM_HERE, candidature_page, post_data


@pytest.fixture
def call(home: Any) -> CandidaturePage:
    """The call, live at /candidature/, with the demo's dossier and one theme to choose."""
    Theme.objects.get_or_create(slug="inclusion-exemple", defaults={"name": "Inclusion (exemple)"})
    return candidature_page()


@pytest.fixture
def send(call: CandidaturePage, client: Client):
    """Begin a draft with answers and files, then file it: `send(title="NEC Exemple", files={...})`."""

    def post(
        files: dict[str, Any] | None = None,
        extra: dict[str, Any] | None = None,
        answers: dict[str, list[str]] | None = None,
        **changes: Any,
    ):
        draft, token = drafts.begin(call, dict(post_data(call, **changes).lists()) | (answers or {}))
        for name, sent in (files or {}).items():
            field = drafts.form_of(draft).file_fields[name]
            refused = uploads.receive(draft, field, sent if isinstance(sent, list) else [sent])
            assert refused == []
        return client.post(f"/candidature/reprendre/{token}/deposer/", extra or {}, headers=FROM_HERE)

    return post
