"""The catalogue of formats and its offers."""

from datetime import UTC, date, datetime

import pytest
import time_machine
from django.test import Client

from events.formats.models import FormatIndexPage, FormatPage
from tests.events.pages import get, text, texts
from tests.factories.events import OrganisationFactory, ThemeFactory, make_event, make_index
from tests.factories.formats import make_catalogue, make_format

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 3, 1, tzinfo=UTC)


@pytest.fixture(autouse=True)
def at_home(home) -> None:
    make_catalogue()
    with time_machine.travel(NOW, tick=False):
        yield


def names(html: str) -> list[str]:
    return texts(html, r'<h3 class="format-card-title">(.*?)</h3>')


def test_formats_of_the_season_come_before_the_archived_ones(client: Client) -> None:
    make_format("Ancien", seasons=(2024, 2025))
    make_format("Zèbre", seasons=(2025, 2026))
    make_format("Abeille", seasons=(2026,))
    html = get(client, "/formats/")
    assert names(html) == ["Abeille", "Zèbre", "Ancien"]
    assert texts(html, r"<h2>(.*?)</h2>") == ["Proposés en 2026", "Saisons passées"]
    assert texts(html, r'<span class="badge">(.*?)</span>') == ["Archivé, saison 2025"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ["Débat", "Fresque", "Jeu", "Expo"]),
        ("theme=communs", ["Fresque"]),
        ("theme=communs&theme=droits", ["Débat", "Fresque"]),
        ("partenaire=atelier-exemple", ["Fresque", "Jeu"]),
        ("partenaire=atelier-exemple&duree=moins-d-une-heure", ["Jeu"]),
        ("duree=demi-journee&duree=journee", ["Fresque", "Expo"]),
        ("saison=2024", ["Débat", "Expo"]),
        ("saison=2024&saison=2026", ["Débat", "Fresque", "Jeu", "Expo"]),
        ("saison=1999", []),
        ("q=fresques", ["Fresque"]),
        ("q=atelier+exemple", ["Fresque", "Jeu"]),
        ("theme=inconnu&duree=toujours", ["Débat", "Fresque", "Jeu", "Expo"]),
    ],
)
def test_filters_combine(client: Client, query: str, found: list[str]) -> None:
    workshop, other = OrganisationFactory(name="Atelier exemple"), OrganisationFactory(name="Autre")
    commons, rights = ThemeFactory(name="Communs"), ThemeFactory(name="Droits")
    make_format("Fresque", partner=workshop, themes=[commons], duration=150)
    make_format("Jeu", partner=workshop, duration=45)
    make_format("Débat", (2024, 2026), partner=other, themes=[rights], duration=60)
    make_format("Expo", (2024,), partner=other, duration=480)
    assert names(get(client, f"/formats/?{query}")) == found


@pytest.mark.parametrize("query", ["theme=x", "partenaire=x", "duree=x", "saison=bientot", "page=x", "saison=20266"])
def test_value_that_is_not_understood_is_said_and_ignored(client: Client, query: str) -> None:
    make_format()
    html = get(client, f"/formats/?{query}")
    assert len(texts(html, r'<div class="filters-errors" role="status">(.*?)</div>')) == 1
    assert names(html) == ["Atelier exemple"]


def test_empty_catalogue_and_empty_result_say_so(client: Client) -> None:
    assert "Aucun format proposé pour l’instant" in text(get(client, "/formats/"))
    assert "Aucun format ne correspond" in text(get(client, "/formats/?q=rien"))


def test_offer_tells_what_it_takes_and_gives(client: Client) -> None:
    offer = make_format(
        "Fresque",
        (2025, 2026),
        partner=OrganisationFactory(name="Atelier exemple"),
        duration=150,
        audience="Élues et élus",
        group_size="12 à 36 personnes",
        needs="Une salle\n\n  Un mur libre ",
        gives="Deux animatrices",
        cost="",
        themes=[ThemeFactory(name="Communs")],
    )
    html = get(client, offer.url)
    facts = dict(zip(texts(html, r"<dt>(.*?)</dt>"), texts(html, r"<dd>(.*?)</dd>"), strict=True))
    assert facts == {
        "Partenaire": "Atelier exemple",
        "Durée": "2 h 30",
        "Public": "Élues et élus",
        "Jauge": "12 à 36 personnes",
        "Coût pour le porteur": "Sans frais annoncés",
        "Saisons": "2026, 2025",
        "Thème": "Communs",
    }
    assert texts(html, r'<ul class="format-list">(.*?)</ul>') == ["Deux animatrices", "Une salle Un mur libre"]
    assert 'class="notice"' not in html


def test_offer_of_a_past_season_stays_readable_and_is_marked(client: Client) -> None:
    html = get(client, make_format("Fresque", (2025,)).url)
    assert texts(html, r'<aside class="notice"[^>]*>(.*?)</aside>') == [
        "Ce format n’est plus proposé cette année : la page reste pour mémoire. Voir les formats de la saison"
    ]


def test_offer_shows_the_past_editions_that_used_it(client: Client) -> None:
    make_index()
    offer = make_format("Fresque")
    make_event("NEC Metz", date(2025, 10, 3), formats=[offer], city="Metz")
    html = get(client, offer.url)
    assert texts(html, r'<article class="date-card[^>]*>(.*?)</article>') == [
        "3 octobre 2025 NEC Metz Metz Édition passée"
    ]


def test_season_block_shows_the_formats_of_its_season(client: Client) -> None:
    make_format("Cette année", (2026,))
    make_format("Avant", (2025,))
    page = make_catalogue()
    block = {"title": "Formats", "introduction": "", "number": 6}
    page.body = [("season_formats", block | {"season": None}), ("season_formats", block | {"season": 2025})]
    page.save()
    assert names(get(client, "/formats/"))[2:] == ["Cette année", "Avant"]


def test_catalogue_costs_as_many_queries_for_one_offer_as_for_three(client: Client, django_assert_num_queries) -> None:
    make_format("Un", themes=[ThemeFactory()])
    get(client, "/formats/")
    with django_assert_num_queries(10):
        get(client, "/formats/")
    make_format("Deux", (2024,), themes=[ThemeFactory()])
    make_format("Trois")
    get(client, "/formats/")
    with django_assert_num_queries(10):
        get(client, "/formats/")


def test_what_a_partner_writes_is_escaped(client: Client) -> None:
    offer = make_format("<b>Fresque</b>", summary="<script>alert(1)</script>", needs="<i>salle</i>")
    for url in ("/formats/", offer.url):
        html = get(client, url)
        assert [sign for sign in ("<script>alert", "<b>Fresque", "<i>salle") if sign in html] == []


def test_every_field_of_the_editor_has_help_and_the_tree_is_a_contract() -> None:
    form = FormatPage.get_edit_handler().get_form_class()
    own = {field.name for field in FormatPage._meta.local_fields + FormatPage._meta.local_many_to_many}
    assert [name for name, field in form.base_fields.items() if name in own and not field.help_text] == []
    assert sorted(name for name, field in form.base_fields.items() if field.required) == [
        "duration",
        "partner",
        "session_kind",
        "slug",
        "summary",
        "title",
    ]
    assert FormatIndexPage.allowed_subpage_models() == [FormatPage]
    assert FormatPage.allowed_subpage_models() == []
