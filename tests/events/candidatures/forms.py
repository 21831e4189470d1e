"""What the tests of the form share."""

from typing import Any

from events.candidatures import drafts
from events.candidatures.models import CandidaturePage
from tests.factories.candidatures import post_data


def begun(call: CandidaturePage, **changes: Any) -> str:
    """The address of a draft that holds these answers."""
    return f"/candidature/reprendre/{drafts.begin(call, dict(post_data(call, **changes).lists()))[1]}/"
