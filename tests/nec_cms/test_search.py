"""The site's search, on SQLite and on PostgreSQL alike: what is found, what never is, by kind and by pages."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction
from wagtail.search.backends import get_search_backend

from nec_cms.folding import index_text, query_text
from nec_cms.searching import Lacking
from tests.factories.community import DirectoryPageFactory, TerritoryFactory
from tests.factories.home import ContentPageFactory
from tests.factories.revue import ArticlePageFactory, IssuePageFactory, RevueIndexPageFactory
from tests.nec_cms.searches import URL, found

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "query",
    [
        "numérique en commun[s]", "numerique en communs", "NUMERIQUE EN COMMUNS", "Numérique en Commun", "commun",
        "les communs du numérique", "n° numerique",
    ],
)  # fmt: skip
def test_accents_case_brackets_and_plurals_are_indifferent(client: Any, home: Page, query: str) -> None:
    ContentPageFactory(parent=home, title="Numérique en Commun[s] exemple n° 1")
    assert "Numérique en Commun[s] exemple n° 1" in found(client, query)["pages"]


@pytest.mark.parametrize(
    ("title", "query"),
    [
        ("La médiation de proximité", "mediations"),
        ("Les médiations de proximité", "médiation"),
        ("Espace porteur·e·s", "porteur"),
        ("Espace porteur·e·s", "porteures"),
        ("L’œuvre collective", "oeuvre"),
        ("L’œuvre collective", "l'œuvre"),
        ("Des bureaux ouverts", "bureau"),
        ("Un tiers-lieu", "tiers lieux"),
    ],
)
def test_words_are_found_in_the_forms_that_people_type(client: Any, home: Page, title: str, query: str) -> None:
    ContentPageFactory(parent=home, title=title)
    assert found(client, query) == {"pages": [title]}


def test_a_territory_is_found_by_a_part_of_its_name(client: Any, home: Page) -> None:
    DirectoryPageFactory(parent=home)
    TerritoryFactory(name="Sambre-Avesnois-Thiérache")
    TerritoryFactory(name="Sambre")
    TerritoryFactory(name="Ailleurs")
    assert found(client, "thierache") == {"territoires": ["Sambre-Avesnois-Thiérache"]}
    assert found(client, "sambres") == {"territoires": ["Sambre", "Sambre-Avesnois-Thiérache"]}


def test_a_title_that_holds_every_word_comes_first_then_the_latest(client: Any, home: Page) -> None:
    ContentPageFactory(parent=home, title="Ailleurs", body=[("text", "<p>La charte des communs.</p>")])
    ContentPageFactory(parent=home, title="Charte", body=[("text", "<p>Des communs.</p>")])
    ContentPageFactory(parent=home, title="La charte des communs, mode d’emploi")
    ContentPageFactory(parent=home, title="La charte des communs")
    assert found(client, "charte communs")["pages"] == [
        "La charte des communs",
        "La charte des communs, mode d’emploi",
        "Charte",
        "Ailleurs",
    ]


@pytest.mark.parametrize("query", ["charte communs", "la", "porteurs", "bus", "NEC du Gers", "a b c d e f g h i j k"])
@pytest.mark.parametrize(
    "title",
    [
        "", "La charte des communs", "Charte commun", "Chartes", "La", "Le porteur", "Espace porteur·e·s",
        "Porteur(se)",
        "Les bus du Gers", "NEC Gers", "NEC [Gers]", "NEC du Gers, édition exemple", "a b c d e f g h i j k l",
        "A B C",
    ],
)  # fmt: skip
def test_a_title_lacks_the_words_that_the_index_does_not_hold_of_it(query: str, title: str) -> None:
    words = query_text(query).split()
    is_whole = query_text(title).split() == words
    assert Lacking(query)(title) == (-1 if is_whole else sum(word not in index_text(title).split() for word in words))


def test_what_is_not_public_is_never_found(client: Any, admin_client: Any, home: Page) -> None:
    now = timezone.now()
    ContentPageFactory(parent=home, title="Brouillon secret", live=False)
    ContentPageFactory(parent=home, title="Programmée secret", live=False, go_live_at=now + timedelta(days=1))
    ContentPageFactory(parent=home, title="Expirée secret", expired=True, live=False)
    ContentPageFactory(parent=home, title="Expire à l’instant secret", expire_at=now - timedelta(seconds=1))
    private = ContentPageFactory(parent=home, title="Privée secret")
    PageViewRestriction.objects.create(page=private, restriction_type="password", password="x")
    ContentPageFactory(parent=private, title="Sous une page privée secret")
    ContentPageFactory(parent=ContentPageFactory(parent=home, live=False), title="Sous un brouillon secret")
    changed = ContentPageFactory(parent=home, title="Publique")
    changed.title = "Modification secret"
    changed.save_revision()
    for each in (client, admin_client):
        assert found(each, "secret") == {}
    private.get_view_restrictions().delete()
    assert found(client, "secret") == {"pages": ["Privée secret", "Sous une page privée secret"]}


def test_an_article_of_an_issue_that_is_not_out_is_not_found(client: Any, home: Page) -> None:
    issue = IssuePageFactory(parent=RevueIndexPageFactory(parent=home), title="Numéro à paraître")
    ArticlePageFactory(parent=issue, title="Enquête embargo")
    assert found(client, "embargo") == {"articles": ["Enquête embargo"]}
    issue.unpublish()
    assert found(client, "embargo") == {}


def test_a_page_taken_down_is_no_longer_found(client: Any, home: Page) -> None:
    page = ContentPageFactory(parent=home, title="Éphémère exemple")
    assert found(client, "ephemere") == {"pages": ["Éphémère exemple"]}
    page.unpublish()
    assert found(client, "ephemere") == {}


@pytest.mark.parametrize(
    "query", ['"', '"x" OR', "*", "' --", "()", "NOT", "a\\", "%00", "<script>", "[s]", ":*", "&|!", "x" * 200, "🙂"]
)
def test_signs_of_the_engines_are_plain_text(client: Any, home: Page, query: str) -> None:
    response = client.get(URL, {"q": query})
    assert response.status_code == 200
    assert "<script>" not in response.content.decode().split("<main")[1].split("</main>")[0]


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ({"genre": "planete"}, "Genre\u00a0: «\u00a0planete\u00a0» n’est pas reconnu et n’a pas été retenu."),
        ({"page": "zéro"}, "Page\u00a0: «\u00a0zéro\u00a0» n’est pas un numéro de page."),
    ],
)
def test_what_is_not_understood_is_told_and_ignored(client: Any, home: Page, asked: dict, message: str) -> None:
    ContentPageFactory(parent=home, title="Charte")
    response = client.get(URL, {"q": "charte", **asked})
    assert message in response.content.decode()
    assert response.context["total"] == 1


def test_too_long_a_query_is_told(client: Any, home: Page) -> None:
    response = client.get(URL, {"q": "a" * 201})
    assert response.context["total"] == 0
    assert "200" in response.content.decode().split('class="filters-errors"')[1][:400]


def test_the_search_sets_no_cookie_and_asks_not_to_be_indexed(client: Any, home: Page) -> None:
    response = client.get(URL, {"q": "charte"})
    assert response.cookies == {}
    assert '<meta name="robots" content="noindex">' in response.content.decode()


def test_the_admin_s_search_folds_too(home: Page) -> None:
    page = ContentPageFactory(parent=home, title="Médiations de proximité")
    backend = get_search_backend()
    assert [each.pk for each in backend.search("mediation", Page)] == [page.pk]
    assert [each.pk for each in backend.autocomplete("médiat", Page)] == [page.pk]
    assert list(backend.search('"', Page)) == []


def test_without_words_there_is_only_the_form(client: Any, home: Page) -> None:
    response = client.get(URL)
    assert (response.context["total"], response.context["groups"]) == (0, [])
    assert 'role="search"' in response.content.decode()
