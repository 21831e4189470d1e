"""The demo's revue: the issues of the programme, articles that say they are examples."""

import pytest
from django.contrib.auth.models import Group
from wagtail.models import Page

from nec_cms.models import User
from nec_cms.roles import setup_roles
from revue.demo import build
from revue.models import ArticlePage, IssuePage, Rubrique

pytestmark = pytest.mark.django_db


@pytest.fixture
def demo(home: Page) -> None:
    setup_roles()
    build()


def test_demo_holds_the_issues_of_the_programme(demo: None) -> None:
    issues = IssuePage.objects.select_related("series").order_by("date")
    assert [(page.slug, page.label, page.theme, page.season) for page in issues] == [
        ("carnet-1", "Carnet n°\u00a01", "NEC Bordeaux Métropole", "2020"),
        ("revue-1", "Revue n°\u00a01", "Empreinte écologique du numérique", "printemps 2023"),
        ("revue-2", "Revue n°\u00a02", "Santé et numérique", "automne 2023"),
        ("revue-3", "Revue n°\u00a03", "Illettrisme et inclusion numérique", "été 2024"),
        ("revue-4", "Revue n°\u00a04", "Jeux vidéo et numérique d’intérêt général", "automne 2024"),
        ("revue-5", "Revue n°\u00a05", "Numérique et migrations", "hiver 2025"),
    ]


def test_every_issue_has_an_article_and_the_third_all_its_rubriques(demo: None) -> None:
    assert all(issue.articles().exists() for issue in IssuePage.objects.all())
    third = IssuePage.objects.get(slug="revue-3")
    assert {article.rubrique for article in third.articles()} == set(Rubrique.values) - {Rubrique.EDITORIAL}


def test_every_article_says_it_is_an_example_and_is_signed_by_nobody_real(demo: None) -> None:
    for article in ArticlePage.objects.all():
        assert "Article d’exemple" in str(article.body.raw_data), article.slug
        assert [each.contributor.name.split()[-1] for each in article.authors.all()] == ["Exemple"] * (
            article.authors.count()
        )
        assert article.authors.count() >= 1
        assert article.tags.count() >= 1


def test_opening_pictures_are_described_and_credited(demo: None) -> None:
    pictured = ArticlePage.objects.exclude(image=None).order_by("slug")
    assert [(article.slug, bool(article.image_alt), article.image.credit) for article in pictured] == [
        ("a-la-reunion-apprendre-en-deux-langues", True, "Dessin du site"),
        ("lire-un-ecran-quand-lire-est-difficile", True, "Dessin du site"),
    ]


def test_editors_may_add_authors_and_moderators_series(home: Page) -> None:
    setup_roles()
    held = {}
    for role in ("Rédaction", "Relecture", "Communication"):
        user = User.objects.create_user(f"{role.lower()}@example.org")
        user.groups.set(Group.objects.filter(name=role))
        held[role] = (user.has_perm("revue.add_contributor"), user.has_perm("revue.add_series"))
    assert held == {"Rédaction": (True, False), "Relecture": (True, True), "Communication": (False, False)}
