"""The selection of formats, in the address."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.test import Client

from events.formats.selection import MOST, asked, with_query
from tests.events.pages import get, text, texts
from tests.factories.formats import make_catalogue, make_format

TOGGLE = r'<a class="format-toggle[^"]*" href="([^"]*)"'


@pytest.mark.parametrize(
    ("query", "slugs"),
    [
        ("", []),
        ("formats=", []),
        ("formats=a,b", ["a", "b"]),
        ("formats=b&formats=a,b", ["b", "a"]),
        ("formats=a,%20b%20,,a", ["a", "b"]),
        ("formats=<script>,a,é,../x", ["a"]),
        ("formats=" + ",".join(f"f{n}" for n in range(MOST + 5)), [f"f{n}" for n in range(MOST)]),
    ],
)
def test_slugs_of_an_address(query: str, slugs: list[str]) -> None:
    assert asked(QueryDict(query)) == slugs


def test_queries_join_an_address() -> None:
    assert with_query("/a/", "", "formats=b") == "/a/?formats=b"
    assert with_query("/a/?x=1", "formats=b,c") == "/a/?x=1&formats=b,c"
    assert with_query("/a/", "") == "/a/"


@pytest.fixture
def at_home(home: Any, db: None) -> Iterator[None]:
    make_catalogue()
    with time_machine.travel(datetime(2026, 3, 1, tzinfo=UTC), tick=False):
        make_format("Fresque", slug="fresque", duration=150, needs="Une salle")
        make_format("Jeu", slug="jeu", duration=45)
        make_format("Expo", (2025,), slug="expo", duration=60)
        yield


@pytest.mark.usefixtures("at_home")
class TestPages:
    def test_each_card_adds_or_takes_out_and_keeps_the_filters(self, client: Client) -> None:
        html = get(client, "/formats/?duree=demi-journee&duree=moins-d-une-heure&formats=fresque")
        assert texts(html, TOGGLE) == [
            "/formats/?duree=demi-journee&duree=moins-d-une-heure#format-fresque",
            "/formats/?duree=demi-journee&duree=moins-d-une-heure&formats=fresque,jeu#format-jeu",
        ]
        assert '<input type="hidden" name="formats" value="fresque"' in html

    def test_archived_offer_is_not_proposed_but_can_be_taken_out(self, client: Client) -> None:
        assert texts(get(client, "/formats/?saison=2025"), TOGGLE) == []
        assert texts(get(client, "/formats/?saison=2025&formats=expo"), TOGGLE) == ["/formats/?saison=2025#format-expo"]

    def test_selection_follows_to_an_offer_and_back(self, client: Client) -> None:
        html = get(client, "/formats/?formats=fresque")
        assert 'href="/formats/jeu/?formats=fresque"' in html
        offer = get(client, "/formats/jeu/?formats=fresque")
        assert texts(offer, TOGGLE) == ["/formats/jeu/?formats=fresque,jeu#format-jeu"]
        assert 'class="format-back" href="/formats/?formats=fresque"' in offer

    def test_bar_leads_to_the_selection_and_to_the_call(self, client: Client) -> None:
        html = get(client, "/formats/?formats=fresque,jeu")
        assert texts(html, r'<p class="selection-bar-count">(.*?)</p>') == ["2 formats choisis"]
        assert 'href="/formats/selection/?formats=fresque,jeu"' in html
        assert 'href="/candidature/?formats=fresque,jeu"' in html
        assert 'class="selection-bar"' not in get(client, "/formats/")

    def test_no_call_no_button(self, client: Client) -> None:
        index = make_catalogue()
        index.call_address = ""
        index.save()
        assert "Candidater avec" not in text(get(client, "/formats/?formats=fresque"))

    def test_selection_lists_what_each_takes_in_the_order_of_choice(self, client: Client) -> None:
        html = get(client, "/formats/selection/?formats=jeu,fresque,rien")
        assert texts(html, r'<h2 class="selection-item-title">(.*?)</h2>') == ["Jeu", "Fresque"]
        assert texts(html, r'<p class="selection-total">(.*?)</p>') == [
            "2 formats, soit 3 h 15 de programme mis bout à bout"
        ]
        assert "Votre sélection nomme 1 format qui n’existe pas ou plus : « rien »." in text(html)
        assert texts(html, r'<a class="selection-remove no-print" href="([^"]*)"') == [
            "/formats/selection/?formats=fresque#format-jeu",
            "/formats/selection/?formats=jeu#format-fresque",
        ]
        assert '<meta name="robots" content="noindex">' in html

    def test_archived_offer_in_a_selection_is_said(self, client: Client) -> None:
        html = get(client, "/formats/selection/?formats=expo")
        assert "1 format de cette sélection n’a plus cours cette saison." in text(html)

    def test_empty_selection_says_so(self, client: Client) -> None:
        assert "Aucun format choisi" in text(get(client, "/formats/selection/"))

    def test_unpublished_offer_leaves_the_selection(self, client: Client) -> None:
        make_format("Retiré", slug="retire").unpublish()
        assert "« retire »" in text(get(client, "/formats/selection/?formats=retire"))

    def test_what_the_address_says_is_escaped(self, client: Client) -> None:
        for url in ("/formats/", "/formats/jeu/", "/formats/selection/"):
            assert "<script>alert" not in get(client, f'{url}?formats="><script>alert(1)</script>&theme="><script>x')

    def test_full_selection_takes_no_more(self, client: Client) -> None:
        slugs = [make_format(f"Format {n}", slug=f"f{n}").slug for n in range(MOST)]
        html = get(client, f"/formats/jeu/?formats={','.join(slugs)}")
        assert texts(html, TOGGLE) == []
        assert "20 formats choisis, le maximum" in text(html)

    def test_selection_sets_no_cookie_and_costs_a_constant_number_of_queries(
        self, client: Client, django_assert_num_queries: Any
    ) -> None:
        assert dict(client.get("/formats/selection/?formats=jeu").cookies) == {}
        with django_assert_num_queries(6):
            client.get("/formats/selection/?formats=jeu")
        with django_assert_num_queries(6):
            client.get("/formats/selection/?formats=jeu,fresque,expo")

    def test_no_offer_takes_the_address_of_the_selection(self) -> None:
        with pytest.raises(ValidationError):
            make_format("Sélection", slug="selection").full_clean()

    def test_editions_of_an_offer_are_bounded(self, client: Client) -> None:
        from tests.factories.events import make_event, make_index

        make_index()
        offer = make_format("Souvent", slug="souvent")
        for day in range(1, 15):
            make_event(f"NEC {day}", date(2025, 1, day), formats=[offer])
        assert len(texts(get(client, offer.url), r'<article class="(date-card)')) == 12
