"""The filters of agenda and past editions: what is not understood, what a wider search finds, what they propose."""

import re
from datetime import UTC, date, datetime

import pytest
import time_machine
from django.test import Client

from tests.events.pages import AGENDA, EDITIONS, agenda_rows, edition_rows, get, text, texts
from tests.events.reference_2024 import SEPTEMBER, make_calendar
from tests.factories.events import TerritoryFactory, ThemeFactory, make_event, make_index

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def at_home(home) -> None:
    make_index()


@time_machine.travel(SEPTEMBER, tick=False)
@pytest.mark.parametrize(
    "query",
    ["territoire=nulle-part", "mois=2024-13", "mois=hier", "theme=x", "page=deux", "page=0", "q=" + "a" * 300, "q=%00"],
)
def test_value_that_is_not_understood_is_said_and_ignored(client: Client, query: str) -> None:
    make_calendar()
    html = get(client, f"{AGENDA}?{query}")
    assert len(texts(html, r'<div class="filters-errors" role="status">(.*?)</div>')) == 1
    assert len(agenda_rows(html)) == 6


@time_machine.travel(SEPTEMBER, tick=False)
def test_unknown_value_is_named_escaped(client: Client) -> None:
    html = get(client, f"{AGENDA}?territoire=<script>alert(1)</script>")
    assert "<script>alert" not in html
    assert "«\u00a0&lt;script&gt;alert(1)&lt;/script&gt;\u00a0»" in html


@time_machine.travel(datetime(2025, 1, 10, tzinfo=UTC), tick=False)
@pytest.mark.parametrize("query", ["type=planete", "annee=20x4", "annee=-1", "annee=99999"])
def test_archive_says_and_ignores_what_it_does_not_understand(client: Client, query: str) -> None:
    make_calendar()
    html = get(client, f"{EDITIONS}?{query}")
    assert len(texts(html, r'<div class="filters-errors" role="status">(.*?)</div>')) == 1
    assert len(edition_rows(html)) == 6


@time_machine.travel(SEPTEMBER, tick=False)
def test_active_filters_are_tags_that_remove_themselves(client: Client) -> None:
    make_calendar()
    html = get(client, f"{AGENDA}?territoire=metz&mois=2024-10")
    assert agenda_rows(html) == [("3 octobre", "NEC Metz")]
    tags = texts(html, r'<a class="tag tag--dismiss"[^>]*>(.*?)</a>')
    assert tags == ["Retirer le filtre Territoire : Metz", "Retirer le filtre Mois : octobre 2024"]
    assert f'href="{AGENDA}?mois=2024-10"' in html


@time_machine.travel(SEPTEMBER, tick=False)
def test_empty_result_proposes_to_widen(client: Client) -> None:
    make_calendar()
    html = get(client, f"{AGENDA}?mois=2031-01")
    assert texts(html, r'<p class="empty-title">(.*?)</p>') == ["Aucune édition ne correspond"]
    assert "filters-errors" not in html
    assert texts(html, r'<p class="filters-count"[^>]*>(.*?)</p>') == ["Aucun résultat"]


def test_empty_lists_say_so(client: Client) -> None:
    assert "Aucune édition annoncée pour l’instant" in text(get(client, AGENDA))
    assert "Aucune édition passée pour l’instant" in text(get(client, EDITIONS))


@time_machine.travel(SEPTEMBER, tick=False)
def test_empty_result_says_which_filter_to_drop_and_what_that_finds(client: Client) -> None:
    make_calendar()
    html = get(client, f"{AGENDA}?territoire=metz&mois=2024-11&page=3")
    assert texts(html, r'<ul class="widenings">(.*?)</ul>') == [
        "Sans le filtre « Territoire » , 4 éditions Sans le filtre « Mois » , 1 édition"
    ]
    assert f'href="{AGENDA}?mois=2024-11"' in html
    assert f'href="{AGENDA}?territoire=metz"' in html
    assert f'href="{EDITIONS}?territoire=metz"' in html


@time_machine.travel(datetime(2025, 1, 10, tzinfo=UTC), tick=False)
def test_empty_archive_proposes_to_widen_too(client: Client) -> None:
    make_calendar()
    html = get(client, f"{EDITIONS}?territoire=metz&annee=2021&q=metz")
    assert texts(html, r'<ul class="widenings">(.*?)</ul>') == ["Sans le filtre « Année » , 1 édition"]
    assert f'href="{AGENDA}?territoire=metz&amp;q=metz"' in html


@time_machine.travel(SEPTEMBER, tick=False)
def test_more_territories_than_a_list_can_hold_leave_the_wide_ones(client: Client, monkeypatch) -> None:
    monkeypatch.setattr("events.facets.MOST_TERRITORIES", 2)
    region = TerritoryFactory(name="Grand Est", kind="region")
    for name in ("Metz", "Nancy", "Épinal"):
        make_event(f"NEC {name}", territories=[TerritoryFactory(name=name, kind="collectivite", parent=region)])
    html = get(client, f"{AGENDA}?territoire=nancy")
    assert re.findall(r'name="territoire" value="([^"]*)"', html) == ["nancy", "grand-est"]
    assert [title for _, title in agenda_rows(html)] == ["NEC Nancy"]


def choices(html: str, name: str) -> list[str]:
    return re.findall(rf'name="{name}" value="([^"]*)"', html)


@time_machine.travel(SEPTEMBER, tick=False)
def test_what_filters_propose_follows_every_change(client: Client) -> None:
    event = make_event("NEC Metz", territories=["Metz"], themes=[ThemeFactory(name="Communs")])
    html = get(client, AGENDA)
    assert (choices(html, "territoire"), choices(html, "theme"), choices(html, "mois")) == (
        ["metz"],
        ["communs"],
        ["2024-10"],
    )
    ThemeFactory(name="Inclusion")
    TerritoryFactory(name="Metz").delete()
    event.territories.clear()
    event.start_date = date(2024, 12, 5)
    event.save_revision().publish()
    html = get(client, AGENDA)
    assert (choices(html, "territoire"), choices(html, "theme"), choices(html, "mois")) == (
        [],
        ["communs", "inclusion"],
        ["2024-12"],
    )
    with time_machine.travel(datetime(2024, 12, 5, 23, 0, tzinfo=UTC), tick=False):
        assert choices(get(client, AGENDA), "mois") == []
        assert choices(get(client, EDITIONS), "annee") == ["2024"]
