"""« Organiser le prochain NEC ici »: the button that a territory's page owes to the call."""

from typing import Any

from django.db.models import Model

from community.models import Territory
from events.candidatures.models import CandidaturePage
from nec_cms.hooks import RelatedAction


class OrganiseHere(RelatedAction):
    """Leads to the published form, the territory filled in (`call_views.prefilled` reads it)."""

    label = "Organiser le prochain NEC ici"

    def model(self) -> type[Model]:
        return Territory

    def url(self, instance: Any) -> str:
        page = CandidaturePage.objects.live().public().first()
        return f"{page.url}?territoire={instance.slug}" if page else ""
