"""What the revue knows about places and events."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.db.models import Count, Model

from community.related import TerritoryContent
from events.models import EventPage
from nec_cms.hooks import RelatedContent
from revue.models import ArticlePage
from revue.querysets import ArticleQuerySet


class Articles(RelatedContent):
    """Public articles about an object, by the relation of `ArticlePage` that holds such objects."""

    name = "revue"
    order = 60
    relation: str

    def counts(self, objects: Iterable[Model]) -> Mapping[Any, int]:
        articles = ArticlePage.objects.published().filter(**{f"{self.relation}__in": list(objects)})
        counted = articles.order_by().values(self.relation).annotate(total=Count("pk"))
        return dict(counted.values_list(self.relation, "total"))

    def items(self, instance: Model) -> Sequence[Any]:
        return ArticlePage.objects.published().filter(**{self.relation: instance}).latest_first().defer_streamfields()


class TerritoryArticles(TerritoryContent):
    name = "revue"
    label = "Dans la revue"
    order = 60

    def public(self) -> ArticleQuerySet:
        return ArticlePage.objects.published().latest_first().defer_streamfields()

    def kept_as(self) -> str:
        return self.name


class EventArticles(Articles):
    label = "La revue en parle"
    relation = "events"

    def model(self) -> type[Model]:
        return EventPage
