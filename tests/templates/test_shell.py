"""The shell: what each page offers, and the error pages that must stand without a database."""

import re

import pytest
from django.template.loader import render_to_string

MENU = [
    {"title": "Les NEC locaux", "url": "/nec-locaux/", "current": True},
    {"title": "La revue", "url": "/revue/", "current": False},
]


@pytest.mark.parametrize(
    ("code", "title"),
    [
        ("400", "Cette demande n’est pas comprise"),
        ("403", "Cette page ne vous est pas ouverte"),
        ("404", "Cette page n’existe pas"),
        ("500", "Quelque chose s’est cassé"),
        ("503", "Le site revient bientôt"),
    ],
)
def test_an_error_page_stands_without_request_menu_or_database(code, title):
    html = render_to_string(f"{code}.html")
    assert f'<h1 class="opening-title">{title}</h1>' in html
    assert f"<title>{title} | Numérique en Commun[s]</title>" in html
    assert '<meta name="robots" content="noindex">' in html


def test_every_skip_link_of_the_page_leads_somewhere():
    html = render_to_string("base.html", {"menu": MENU})
    targets = re.findall(r'href="#([^"]+)"', html)
    assert targets == ["contenu", "navigation", "ouvrir-menu", "menu-recherche", "pied-de-page"]
    assert [target for target in targets if f'id="{target}"' not in html] == []


def test_the_current_entry_of_the_menu_is_marked_once():
    html = render_to_string("base.html", {"menu": MENU})
    assert re.findall(r'<a href="([^"]+)" aria-current="true">', html) == ["/nec-locaux/"]


def test_the_footer_links_the_legal_pages_and_says_how_accessible_the_site_is():
    html = render_to_string("base.html")
    footer = html.split('aria-label="Informations légales"')[1].split("</nav>")[0]
    assert re.findall(r'<a href="([^"]+)">([^<]+)</a>', footer) == [
        ("/plan-du-site/", "Plan du site"),
        ("/accessibilite/", "Accessibilité&nbsp;: non conforme"),
        ("/mentions-legales/", "Mentions légales"),
        ("/donnees-personnelles/", "Données personnelles"),
        ("/donnees/", "Données ouvertes"),
        ("/contact/", "Contact"),
    ]


def test_the_userbar_needs_the_word_of_the_context():
    assert "wagtail-userbar" not in render_to_string("base.html")


def test_a_search_is_repeated_escaped_and_counted():
    html = render_to_string("search.html", {"query": "<b>", "results": []})
    assert "<title>«&nbsp;&lt;b&gt;&nbsp;»&nbsp;: recherche |" in html
    assert "Aucun résultat" in html


def test_the_plan_of_the_site_nests_pages_under_their_parents():
    tree = [{"title": "A", "url": "/a/", "children": [{"title": "B", "url": "/a/b/", "children": []}]}]
    html = render_to_string("sitemap.html", {"tree": tree}).split("<main")[1].split("</main>")[0]
    assert re.sub(r"\s+", "", html.split("</h1>")[1]) == (
        '<ulclass="site-tree"><li><ahref="/a/">A</a><ulclass="site-branch"><li><ahref="/a/b/">B</a></li></ul></li></ul></div>'
    )
