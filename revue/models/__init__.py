"""The revue: series and contributors, issues, articles."""

from revue.models.articles import ArticlePage, ArticleTag, Authorship, Rubrique
from revue.models.issues import IssuePage, RevueIndexPage
from revue.models.vocabulary import Contributor, Series

__all__ = [
    "ArticlePage",
    "ArticleTag",
    "Authorship",
    "Contributor",
    "IssuePage",
    "RevueIndexPage",
    "Rubrique",
    "Series",
]
