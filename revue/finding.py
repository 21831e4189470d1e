"""What the site's search finds in the revue: articles and issues."""

from collections.abc import Iterable, Sequence
from typing import Any

from nec_cms.hooks import SearchSource
from revue.models import ArticlePage, IssuePage


class FoundArticles(SearchSource):
    name = "articles"
    label = "Articles de la revue"
    order = 40
    page_types = (ArticlePage,)

    def objects(self, keys: Sequence[Any]) -> Iterable[ArticlePage]:
        return ArticlePage.objects.filter(pk__in=keys).with_issue().defer_streamfields()


class FoundIssues(SearchSource):
    name = "numeros"
    label = "Numéros de la revue"
    order = 50
    page_types = (IssuePage,)

    def objects(self, keys: Sequence[Any]) -> Iterable[IssuePage]:
        return IssuePage.objects.filter(pk__in=keys).select_related("series", "cover").defer_streamfields()
