"""« À traiter » on the admin's home page."""

from collections.abc import Mapping
from typing import Any

from django.db.models import Count, Q
from laces.components import Component

from events.candidatures.models import Candidature
from events.candidatures.querysets import is_instructor
from events.candidatures.states import State

SHOWN = (State.FILED, State.IN_REVIEW, State.COMPLEMENT)


class ToTreatPanel(Component):
    """How many files wait in the person's teams, by state; nothing for whoever does not instruct. One query."""

    order = 50
    template_name = "candidatures/desk/to_treat.html"

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        user = parent_context["request"].user
        if not is_instructor(user):
            return {"shown": False}
        counts = Candidature.objects.instructed_by(user).aggregate(
            **{state.value: Count("pk", filter=Q(state=state)) for state in SHOWN}
        )
        return {"shown": True, "counts": [{"state": state, "count": counts[state.value]} for state in SHOWN]}
