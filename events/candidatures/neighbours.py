"""What lies around a file: others of its territory or organisation, and past editions there."""

from dataclasses import dataclass

from django.contrib.auth.models import AbstractBaseUser
from django.db.models import QuerySet

from events.candidatures.models import Candidature
from events.candidatures.routing import lineage
from events.models import EventPage

MOST = 12
"""Rows shown of each kind."""


@dataclass(frozen=True)
class Neighbours:
    """Lists ready to show; the files are of the person's own teams."""

    same_territory: list[Candidature]
    same_organisation: list[Candidature]
    editions: list[EventPage]
    elsewhere: int
    """Files of the same organisation or territory that other teams have: counted, not shown."""


def around(file: Candidature, person: AbstractBaseUser) -> Neighbours:
    """The neighbours that `person` may see. Four queries, and one per level above the territory."""
    seen = Candidature.objects.instructed_by(person).exclude(pk=file.pk).defer("form_data", "form_snapshot")
    seen = seen.select_related("team", "territory").order_by("-filed_at")
    near = Candidature.objects.none()
    if file.territory_id:
        near = seen.filter(territory=file.territory)
    same = seen.filter(organisation__iexact=file.organisation.strip()) if file.organisation.strip() else seen.none()
    return Neighbours(list(near[:MOST]), list(same[:MOST]), list(_editions(file)[:MOST]), _elsewhere(file, person))


def _editions(file: Candidature) -> QuerySet[EventPage]:
    """Published events of the territory and of those around it, but the file's own; the latest first."""
    places = [territory.pk for territory in lineage(file.territory)]
    pages = EventPage.objects.live().filter(territories__in=places).exclude(pk=file.event_id)
    return pages.order_by("-start_date").distinct()


def _elsewhere(file: Candidature, person: AbstractBaseUser) -> int:
    if not file.organisation.strip():
        return 0
    others = Candidature.objects.filed().filter(organisation__iexact=file.organisation.strip()).exclude(pk=file.pk)
    return others.exclude(pk__in=Candidature.objects.instructed_by(person).values("pk")).count()
