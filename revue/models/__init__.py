"""The revue: series and contributors, issues, articles."""

from revue.models.articles import ArticlePage, ArticleTag, Authorship, Rubrique
from revue.models.front import RevueIndexPage
from revue.models.issues import IssuePage
from revue.models.publication import Approval, Format, IssueFile, Publication
from revue.models.vocabulary import Contributor, Series

__all__ = [
    "Approval",
    "ArticlePage",
    "ArticleTag",
    "Authorship",
    "Contributor",
    "Format",
    "IssueFile",
    "IssuePage",
    "Publication",
    "RevueIndexPage",
    "Rubrique",
    "Series",
]
