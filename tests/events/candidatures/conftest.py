"""What the tests of candidatures share."""

from typing import Any

import pytest
from django.test import Client

from community.models import Theme
from events.candidatures.models import CandidaturePage
from tests.factories.candidatures import FROM_HERE, candidature_page, post_data


@pytest.fixture
def call(home: Any) -> CandidaturePage:
    """The call, live at /candidature/, with the demo's dossier and one theme to choose."""
    Theme.objects.get_or_create(slug="inclusion-exemple", defaults={"name": "Inclusion (exemple)"})
    return candidature_page()


@pytest.fixture
def send(call: CandidaturePage, client: Client):
    """Post the form as a browser does: `send(title="NEC Exemple", files={...})`."""

    def post(files: dict[str, Any] | None = None, extra: dict[str, Any] | None = None, **changes: Any):
        data = dict(post_data(call, **changes).lists())
        return client.post(call.url, {**data, **(files or {}), **(extra or {})}, headers=FROM_HERE)

    return post
