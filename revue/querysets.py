"""Questions about many issues and many articles, each in one query."""

from typing import Any

from django.apps import apps
from django.db.models import (
    Case,
    CharField,
    Exists,
    F,
    IntegerField,
    OuterRef,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Cast, Concat, Length, Substr
from wagtail.models import PageManager

from nec_cms.pages import PublicPages
from nec_cms.typography import NO_BREAK


class IssueQuerySet(PublicPages):
    def published(self) -> "IssueQuerySet":
        """Public, with what their cards show."""
        return self.live().public().select_related("series", "cover")

    def latest_first(self) -> "IssueQuerySet":
        return self.order_by("-date", "series__order", "-number")


class ArticleQuerySet(PublicPages):
    """The issue of an article is the page above it: it is joined by its path, never stored twice."""

    def published(self) -> "ArticleQuerySet":
        """Public, in an issue that is public."""
        return self.live().public().filter(Exists(self._issues().filter(live=True)))

    def with_issue(self) -> "ArticleQuerySet":
        """Each with `issue_label` (« Revue n° 3 ») and `issue_date`, the day its issue came out."""
        issues = self._issues()
        label = Concat(
            F("series__issue_name"),
            Value(f" n°{NO_BREAK}"),
            Cast("number", CharField()),
            output_field=CharField(),
        )
        return self.annotate(
            issue_label=Subquery(issues.annotate(label=label).values("label")[:1]),
            issue_date=Subquery(issues.values("date")[:1]),
        )

    def in_reading_order(self) -> "ArticleQuerySet":
        """As an issue is read: by rubrique, then in the order that the editors gave."""
        return self._ranked().order_by("rank", "order", "path")

    def latest_first(self) -> "ArticleQuerySet":
        """The latest issue's first, each issue in reading order."""
        return self.with_issue()._ranked().order_by("-issue_date", "rank", "order", "path")

    def _issues(self) -> Any:
        above = Substr(OuterRef("path"), 1, Length(OuterRef("path")) - self.model.steplen)
        return apps.get_model("revue", "IssuePage").objects.filter(path=above)

    def _ranked(self) -> "ArticleQuerySet":
        from revue.models import Rubrique

        whens = [When(rubrique=value, then=Value(rank)) for rank, value in enumerate(Rubrique.values)]
        return self.annotate(rank=Case(*whens, default=Value(len(whens)), output_field=IntegerField()))


IssueManager = PageManager.from_queryset(IssueQuerySet)
ArticleManager = PageManager.from_queryset(ArticleQuerySet)
