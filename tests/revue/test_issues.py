"""Issues: their number is theirs alone, their page shows cover, editorial, contents and neighbours."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.test import Client

from nec_cms.testing import PluginContract
from revue.models import IssuePage, RevueIndexPage
from tests.factories.revue import (
    ArticlePageFactory,
    AuthorshipFactory,
    ContributorFactory,
    IssuePageFactory,
    SeriesFactory,
)

pytestmark = pytest.mark.django_db


def test_number_is_taken_once_in_a_series(index: RevueIndexPage, issue: IssuePage) -> None:
    twin = IssuePage(title="Autre", slug="autre", series=issue.series, number=3, season="été", date=issue.date)
    twin.depth, twin.path = issue.depth, f"{index.path}0099"
    with pytest.raises(ValidationError) as refused:
        twin.full_clean()
    assert refused.value.messages == ["Ce numéro existe déjà dans cette série."]
    with pytest.raises(IntegrityError), transaction.atomic():
        IssuePage.objects.filter(pk=IssuePageFactory(parent=index, number=4).pk).update(number=3)


def test_series_have_numberings_of_their_own(index: RevueIndexPage, issue: IssuePage) -> None:
    carnet = IssuePageFactory(parent=index, number=3, series=SeriesFactory(slug="carnets", issue_name="Carnet"))
    assert (issue.label, carnet.label) == ("Revue n°\u00a03", "Carnet n°\u00a03")


def test_copy_of_an_issue_is_refused_and_says_why(admin_client: Client, issue: IssuePage) -> None:
    answer = admin_client.get(f"/admin/pages/{issue.pk}/copy/", follow=True)
    assert "Un numéro ne se copie pas\u202f: créez-en un nouveau" in answer.content.decode()
    assert IssuePage.objects.count() == 1


def test_issue_page_shows_editorial_contents_and_neighbours_of_its_series(
    client: Client, index: RevueIndexPage, issue: IssuePage
) -> None:
    IssuePageFactory(parent=index, number=2, title="Santé")
    IssuePageFactory(parent=index, number=4, title="Jeux vidéo")
    IssuePageFactory(parent=index, number=5, title="Migrations", live=False)
    issue.signatory, issue.signatory_role = ContributorFactory(name="Dominique Exemple"), "rédactrice en chef"
    issue.body = [("text", "<p>Nous avons cherché.</p>")]
    issue.save()
    article = ArticlePageFactory(parent=issue, title="Lire <vite>", rubrique="enquetes", standfirst="Pourquoi ?")
    AuthorshipFactory(article=article, contributor__name="Camille Exemple")
    html = client.get(issue.url).content.decode()
    for expected in (
        '<h1 class="issue-title">Illettrisme</h1>',
        "Nous avons cherché.",
        "<strong>Dominique Exemple</strong><span>rédactrice en chef</span>",
        '<h3 class="summary-rubrique">Enquêtes</h3>',
        f'<a href="{article.url}">Lire &lt;vite&gt;</a>',
        "<p>Pourquoi\u202f?</p>",
        "Camille Exemple · 1&nbsp;min de lecture",
        "Numéro précédent · Revue n°\u00a02",
        "Numéro suivant · Revue n°\u00a04",
    ):
        assert html.count(expected) == 1, expected
    assert "Migrations" not in html


def test_drawn_cover_is_hidden_from_assistive_technology(client: Client, issue: IssuePage) -> None:
    html = client.get(issue.url).content.decode()
    assert '<div class="cover-drawn" aria-hidden="true">' in html


def test_issue_page_costs_the_same_for_one_article_and_for_three(client: Client, issue: IssuePage) -> None:
    def add_article() -> None:
        AuthorshipFactory(article=ArticlePageFactory(parent=issue))

    add_article()
    client.get(issue.url)
    one = PluginContract.count_queries(client, issue.url)
    add_article()
    add_article()
    assert (one, PluginContract.count_queries(client, issue.url)) == (9, 9)
