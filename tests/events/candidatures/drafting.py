"""What the tests of drafts share: questions of the demo's dossier by their ids, and what the script sends."""

from events.candidatures.demo_dossier import field_id
from tests.factories.candidatures import FROM_HERE

ORGANISATION, EMAIL, AUDIENCE, LETTER = (
    field_id(name) for name in ("organisation", "contact_email", "audience", "support_letter")
)


SCRIPT = {**FROM_HERE, "accept": "application/json"}
