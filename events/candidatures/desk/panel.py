"""« À traiter » on the admin's home page."""

from collections.abc import Mapping
from typing import Any

from django.db.models import Count, Q
from laces.components import Component

from events.candidatures.desk.to_treat import groups
from events.candidatures.models import Candidature
from events.candidatures.querysets import is_instructor


class ToTreatPanel(Component):
    """What waits for the person, group by group; nothing for whoever does not instruct. Two queries."""

    order = 50
    template_name = "candidatures/desk/to_treat.html"

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        user = parent_context["request"].user
        if not is_instructor(user):
            return {"shown": False}
        found = groups(user)
        counts = Candidature.objects.instructed_by(user).aggregate(
            mine=Count("pk", filter=Q(assignee=user), distinct=True),
            **{f"g{place}": Count("pk", filter=group.condition) for place, group in enumerate(found)},
        )
        listed = [
            {"name": group.name, "count": counts[f"g{place}"], "label": group.label(counts[f"g{place}"])}
            for place, group in enumerate(found)
        ]
        return {"shown": True, "counts": [each for each in listed if each["count"]]}
