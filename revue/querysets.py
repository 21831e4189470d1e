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
    Prefetch,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Cast, Concat, Length, Substr
from django.http import Http404
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
            issue_title=Subquery(issues.values("title")[:1]),
            issue_season=Subquery(issues.values("season")[:1]),
        )

    def of_issues(self, **lookups: Any) -> "ArticleQuerySet":
        """Those whose issue answers to the lookups."""
        return self.filter(Exists(self._issues().filter(**lookups)))

    def with_authors(self) -> "ArticleQuerySet":
        """Each with its signatures and who signs, in one query more."""
        signatures = apps.get_model("revue", "Authorship").objects.select_related("contributor")
        return self.prefetch_related(Prefetch("authors", signatures))

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


def typed_child(parent: Any, pages: Any, slug: str) -> Any:
    """The page `slug` among `pages` under `parent`, which it knows, with whether it is restricted: one query.

    Raises Http404 where there is none. Wagtail's own routing asks twice, then once more for the restrictions.
    """
    found = pages.child_of(parent).filter(slug=slug).annotate(restricted=pages.private_q()).first()
    if found is None:
        raise Http404
    found._cached_parent_obj = parent
    return found


IssueManager = PageManager.from_queryset(IssueQuerySet)
ArticleManager = PageManager.from_queryset(ArticleQuerySet)
