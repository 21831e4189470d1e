"""« Organiser le prochain NEC ici »: the button that a territory's page owes to the call."""

from typing import Any

from django.db.models import Model

from community.models import Territory
from events.candidatures.models import CandidaturePage
from nec_cms.hooks import RelatedAction
from nec_cms.remembered import remembered


class OrganiseHere(RelatedAction):
    """Leads to the published form, the territory filled in (`call_views.prefilled` reads it)."""

    label = "Organiser le prochain NEC ici"

    def model(self) -> type[Model]:
        return Territory

    def url(self, instance: Any) -> str:
        url = remembered("candidatures:call_url", _call_url)
        return f"{url}?territoire={instance.slug}" if url else ""


def _call_url() -> str:
    page = CandidaturePage.objects.live().public().first()
    return (page.url or "") if page else ""
