"""Editions of a territory, or that used a format: what events bring to pages that know nothing of them."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models import Count, Model
from django.utils import timezone

from events.models import EventPage
from events.querysets import EventQuerySet
from nec_cms.hooks import RelatedContent


class EditionsOf(RelatedContent):
    """The published editions, coming or past, that the field `link` of events ties to an object of `target`."""

    def __init__(self, target: type[Model], link: str, *, past: bool, order: int) -> None:
        self.target, self.link, self.past, self.order = target, link, past, order
        self.name = "editions-passees" if past else "prochaines-editions"
        self.label = "Éditions passées" if past else "Prochaines éditions"

    def model(self) -> type[Model]:
        return self.target

    def counts(self, objects: Iterable[Model]) -> Mapping[Any, int]:
        events = self._events().filter(**{f"{self.link}__in": [each.pk for each in objects]}).order_by()
        return dict(events.values_list(self.link).annotate(total=Count("pk", distinct=True)))

    def items(self, instance: Model) -> EventQuerySet:
        return self._events().filter(**{self.link: instance.pk}).for_lists()

    def _events(self) -> EventQuerySet:
        now = timezone.now()
        published = EventPage.objects.published()
        return published.past(now) if self.past else published.upcoming(now)
