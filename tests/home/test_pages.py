"""The home page's name and actions; the contents, children and date of a page of text."""

from datetime import date

import pytest
from django.test import Client
from wagtail.models import Page

from home.models import HomeAction, HomePage
from nec_cms.testing import PluginContract
from tests.factories.home import ContentPageFactory


@pytest.mark.parametrize(
    ("title", "parts"),
    [
        ("Numérique en Commun[s]", ("Numérique en\u00a0Commun", "s")),
        ("Commun[s]", ("Commun", "s")),
        ("Accueil", ("Accueil", "")),
    ],
)
def test_name_of_the_home_page_ends_in_its_brackets(db: None, title: str, parts: tuple[str, str]) -> None:
    assert HomePage(title=title).name_parts == parts


@pytest.mark.django_db
def test_home_page_shows_its_sentence_and_its_public_actions(home: Page, client: Client) -> None:
    hidden = ContentPageFactory(parent=home, title="Caché", live=False)
    home.sentence = "Une phrase : <b>courte</b>."
    home.actions = [HomeAction(label="Candidater", address="/candidature/"), HomeAction(label="Voir", page=hidden)]
    home.save()
    html = client.get("/").content.decode()
    assert '<p class="opening-standfirst">Une phrase\u00a0: &lt;b&gt;courte&lt;/b&gt;.</p>' in html
    assert html.count('class="button ') == 1
    assert 'href="/candidature/"' in html


@pytest.mark.django_db
def test_page_of_text_lists_its_headings_its_children_and_its_date(home: Page, client: Client) -> None:
    headings = [("heading", "Un"), ("heading", "Deux"), ("heading", "Trois")]
    page = ContentPageFactory(parent=home, title="Guide", slug="guide", body=headings, updated_on=date(2024, 10, 1))
    ContentPageFactory(parent=page, title="Annexe", slug="annexe")
    ContentPageFactory(parent=page, title="Brouillon", slug="brouillon", live=False)
    html = client.get("/guide/").content.decode()
    for anchor in ("un", "deux", "trois"):
        assert html.count(f'href="#{anchor}"') == html.count(f'id="{anchor}"') == 1
    assert 'href="/guide/annexe/"' in html
    assert "Brouillon" not in html
    assert '<time datetime="2024-10-01">1er\u00a0octobre 2024</time>' in html


@pytest.mark.django_db
def test_children_of_a_page_of_text_cost_the_same_for_one_and_for_three(home: Page, client: Client) -> None:
    page = ContentPageFactory(parent=home, title="Guide", slug="guide")
    ContentPageFactory(parent=page, title="Un")
    client.get("/guide/")
    one = PluginContract.count_queries(client, "/guide/")
    ContentPageFactory(parent=page, title="Deux")
    ContentPageFactory(parent=page, title="Trois")
    assert (one, PluginContract.count_queries(client, "/guide/")) == (6, 6)
