"""The revue: an index, its issues, their articles. Pages are given a `parent`; numbers follow one another."""

from datetime import date

import factory
import wagtail_factories
from factory.django import DjangoModelFactory

from revue.models import ArticlePage, Authorship, Contributor, IssuePage, RevueIndexPage, Series


class SeriesFactory(DjangoModelFactory):
    name = "La revue NEC"
    issue_name = "Revue"
    slug = "revue"

    class Meta:
        model = Series
        django_get_or_create = ("slug",)


class ContributorFactory(DjangoModelFactory):
    name = factory.Sequence(lambda number: f"Camille Exemple {number}")

    class Meta:
        model = Contributor


class RevueIndexPageFactory(wagtail_factories.PageFactory):
    title = "La revue"
    slug = "revue"

    class Meta:
        model = RevueIndexPage


class IssuePageFactory(wagtail_factories.PageFactory):
    series = factory.SubFactory(SeriesFactory)
    number = factory.Sequence(lambda number: number + 1)
    title = factory.LazyAttribute(lambda issue: f"Thème {issue.number}")
    slug = factory.LazyAttribute(lambda issue: f"{issue.series.slug}-{issue.number}")
    season = "été 2024"
    date = date(2024, 7, 1)

    class Meta:
        model = IssuePage


class ArticlePageFactory(wagtail_factories.PageFactory):
    title = factory.Sequence(lambda number: f"Article {number}")
    standfirst = "Un chapeau."

    class Meta:
        model = ArticlePage


class AuthorshipFactory(DjangoModelFactory):
    contributor = factory.SubFactory(ContributorFactory)

    class Meta:
        model = Authorship
