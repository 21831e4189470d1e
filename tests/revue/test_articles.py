"""Articles: what their page shows, and in which order."""

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from community.models import Territory, TerritoryKind, Theme
from nec_cms.testing import PluginContract
from revue.models import ArticlePage, IssuePage
from tests.factories.media import make_image
from tests.factories.revue import ArticlePageFactory, AuthorshipFactory

pytestmark = pytest.mark.django_db


def test_article_page_shows_authors_in_order_and_what_it_is_about(client: Client, issue: IssuePage) -> None:
    article = ArticlePageFactory(parent=issue, title="À lire", standfirst="Un <b>chapeau</b>.")
    AuthorshipFactory(article=article, contributor__name="Zoé Exemple", role="texte", sort_order=0)
    AuthorshipFactory(article=article, contributor__name="Ana Exemple", sort_order=1)
    article.tags.add("illettrisme")
    article.themes.add(Theme.objects.get_or_create(name="Accessibilité numérique")[0])
    article.territories.add(Territory.objects.create(name="Terre d’exemple", kind=TerritoryKind.TERRITOIRE))
    article.save()
    html = client.get(article.url).content.decode()
    for expected in (
        '<h1 class="article-title">À lire</h1>',
        "Un &lt;b&gt;chapeau&lt;/b&gt;.</p>",
        "Par <strong>Zoé Exemple</strong> (texte) et <strong>Ana Exemple</strong></span>",
        f'<a href="{issue.url}">Revue n°\u00a03, été 2024</a>',
        '<a class="tag" href="/revue/archives/?etiquette=illettrisme">illettrisme</a>',
    ):
        assert html.count(expected) == 1, expected
    for label in ("Accessibilité numérique", "Terre d’exemple"):
        assert f">{label}</" in html


def test_article_leads_to_the_ones_read_before_and_after(client: Client, issue: IssuePage) -> None:
    last = ArticlePageFactory(parent=issue, title="Dernier", rubrique="initiatives")
    first = ArticlePageFactory(parent=issue, title="Premier", rubrique="dossier", order=1)
    middle = ArticlePageFactory(parent=issue, title="Second", rubrique="dossier", order=2)
    html = client.get(middle.url).content.decode()
    assert f'<a class="turn" href="{first.url}" rel="prev">' in html
    assert f'<a class="turn turn--after" href="{last.url}" rel="next">' in html
    assert 'rel="prev"' not in client.get(first.url).content.decode()


def test_contents_appear_from_three_headings_on(client: Client, issue: IssuePage) -> None:
    headings = [("heading", "Un"), ("heading", "Deux"), ("heading", "Trois")]
    long = ArticlePageFactory(parent=issue, body=headings)
    short = ArticlePageFactory(parent=issue, body=headings[:2])
    assert client.get(long.url).content.decode().count('href="#trois"') == 1
    assert 'class="contents"' not in client.get(short.url).content.decode()


def test_reading_time_follows_the_text(issue: IssuePage) -> None:
    article = ArticlePageFactory(parent=issue, standfirst="mot " * 20, body=[("text", f"<p>{'mot ' * 420}</p>")])
    assert ArticlePage.objects.get(pk=article.pk).reading_minutes == 2


def test_alternative_text_without_a_picture_is_refused(issue: IssuePage) -> None:
    article = ArticlePageFactory(parent=issue)
    article.image_alt = "Une place"
    with pytest.raises(ValidationError) as refused:
        article.full_clean()
    assert refused.value.message_dict == {"image": ["Choisissez l’image que ce texte remplace, ou videz-le."]}


@pytest.mark.filterwarnings("ignore:Unclosed file:ResourceWarning")  # Wagtail leaves a rendition's temporary file open
def test_opening_picture_is_described_and_credited(client: Client, issue: IssuePage) -> None:
    image = make_image(credit="Camille Exemple")
    article = ArticlePageFactory(parent=issue, image=image, image_alt="Une place", image_caption="La place")
    html = client.get(article.url).content.decode()
    assert html.count('alt="Une place"') == 1
    assert "La place <span" in html
    assert "© Camille Exemple" in html


def test_article_page_costs_the_same_with_one_author_and_neighbour_and_with_three(
    client: Client, issue: IssuePage
) -> None:
    article = ArticlePageFactory(parent=issue)

    def grow() -> None:
        AuthorshipFactory(article=article)
        ArticlePageFactory(parent=issue)
        article.territories.add(
            Territory.objects.create(name=f"Exemple {Territory.objects.count()}", kind=TerritoryKind.TERRITOIRE)
        )
        article.tags.add(f"mot {article.tags.count()}")
        article.save()

    grow()
    client.get(article.url)
    one = PluginContract.count_queries(client, article.url)
    grow()
    grow()
    assert (one, PluginContract.count_queries(client, article.url)) == (10, 10)
