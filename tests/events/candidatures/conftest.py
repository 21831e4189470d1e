"""What the tests of candidatures share."""

from datetime import UTC, datetime
from typing import Any

import pytest
import time_machine
from django.test import Client
from post_office.models import Email

from community.models import Theme
from events.candidatures import drafts, uploads
from events.candidatures.decisions import decide
from events.candidatures.models import Candidature, CandidaturePage, Draft, Team
from events.candidatures.states import State
from nec_cms.models import User
from tests.events.candidatures.dossiers import event_index, file_for, instructor, team
from tests.events.candidatures.drafting import ORGANISATION
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


@pytest.fixture
def begun(call: CandidaturePage) -> tuple[Draft, str]:
    """A draft of the first answer, and its address."""
    draft, token = drafts.begin(call, {ORGANISATION: ["Association exemple"]})
    return draft, f"/candidature/reprendre/{token}/"


@pytest.fixture
def ours(home: Any) -> Team:
    """The default team, where a page for events stands."""
    event_index(home)
    return team()


@pytest.fixture
def actor(ours: Team) -> User:
    """An instructor of `ours`."""
    return instructor(ours)


@pytest.fixture
def granted(ours: Team, actor: User) -> Candidature:
    """A file that was labelled with a grant of 5 000 euros, on a budget of 10 000."""
    made = file_for(ours, state=State.IN_REVIEW)
    with time_machine.travel(datetime(2026, 12, 1, 9, 0, tzinfo=UTC), tick=False):
        decide(made, State.GRANT, actor, "Motif.")
    Email.objects.all().delete()
    return Candidature.objects.get(pk=made.pk)


@pytest.fixture
def porteur(home: Any) -> User:
    """Somebody with an account and no file."""
    return User.objects.create_user("porteur.exemple@example.org")
