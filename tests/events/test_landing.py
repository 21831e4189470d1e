"""The landing page and its blocks: figures equal a count of what is published."""

import re
from datetime import UTC, date, datetime
from typing import Any

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.test import Client, RequestFactory

from community.models import TerritoryKind
from events.apps import EventsPlugin
from events.blocks.links import LinkBlock
from events.blocks.live import SHOWN, CountedFigureBlock
from events.demo_landing import BODY, body
from events.demo_places import LISTED
from events.formats.apps import FormatsPlugin
from events.models import EventIndexPage
from nec_cms.body import BodyBlock
from tests.events.pages import get, texts
from tests.factories.events import TerritoryFactory, ThemeFactory, make_event, make_index

pytestmark = pytest.mark.django_db

NOW = datetime(2025, 1, 10, tzinfo=UTC)


@pytest.fixture(autouse=True)
def at_home(home) -> None:
    with time_machine.travel(NOW, tick=False):
        yield


def index(*blocks: tuple[str, dict], **fields) -> EventIndexPage:
    page = make_index()
    page.body = list(blocks)
    for name, value in fields.items():
        setattr(page, name, value)
    page.save()
    return page


def figure(counted: str, **fields) -> dict:
    return {"counted": counted, "label": "L", "since": None, "value": None, "as_of": None, "source": ""} | fields


def figures(*items: dict) -> tuple[str, dict]:
    return "counted_figures", {"title": "En chiffres", "introduction": "", "items": list(items)}


def shown(html: str) -> list[str]:
    return texts(html, r'<p class="key-figure-value">(.*?)</p>')


def test_figures_count_what_is_published_and_took_place(client: Client) -> None:
    make_event("NEC Metz", date(2024, 10, 3), territories=["Metz", "Moselle"])
    make_event("NEC Metz", date(2020, 10, 3), slug="nec-metz-2020", territories=["Metz"])
    make_event("NEC ESS", date(2024, 11, 27))
    make_event("NEC Annulé", date(2024, 11, 27), status="cancelled", territories=["Vosges"])
    make_event("NEC Reporté", date(2024, 11, 28), status="postponed", territories=["Meuse"])
    make_event("NEC À venir", date(2025, 3, 1), territories=["Ardennes"])
    make_event("National", date(2024, 9, 25), kind="national", territories=["Chambéry"])
    make_event("NEC Brouillon", date(2024, 9, 25), territories=["Doubs"]).unpublish()
    since = figure("editions", since=date(2021, 1, 1))
    index(figures(figure("editions"), since, figure("territories"), figure("coming")))
    assert shown(get(client, "/nec-locaux/")) == ["3", "2", "2", "1"]


def test_figure_by_hand_shows_its_date_and_source(client: Client) -> None:
    index(figures(figure("by-hand", value=1450, as_of=date(2024, 3, 1), source="ANCT")))
    html = get(client, "/nec-locaux/")
    assert shown(html) == ["1 450"]
    assert texts(html, r'<p class="key-figure-note">(.*?)</p>') == ["Au 1er mars 2024. Source : ANCT"]


def test_figure_by_hand_needs_its_date_and_source() -> None:
    with pytest.raises(ValidationError) as refused:
        CountedFigureBlock().clean(figure("by-hand", value=45))
    assert sorted(refused.value.block_errors) == ["as_of", "source"]


def test_territories_of_the_programme_are_grouped_by_kind_and_counted(client: Client) -> None:
    for kind, names in LISTED.items():
        for name in names:
            make_event(f"NEC {name}", date(2024, 5, 1), territories=[TerritoryFactory(name=name, kind=kind)])
    index(("territories_by_kind", {"title": "Ils l’ont fait", "introduction": ""}), figures(figure("territories")))
    html = get(client, "/nec-locaux/")
    assert shown(html) == ["28"]
    assert texts(html, r'<h3 class="kind-title">(.*?)</h3>') == [
        "Villes et métropoles",
        "Pays et autres territoires",
        "Départements",
        "Régions",
        "Outre-mer",
    ]
    lists = [sorted(item.split(" | ")) for item in texts(html.replace("</li><li>", " | "), r'kind-list">(.*?)</ul>')]
    assert lists == [sorted(names) for names in LISTED.values()]
    assert '<a href="/nec-locaux/editions/?territoire=sambre-avesnois-thierache">' in html


def test_next_editions_are_the_soonest_without_the_cancelled(client: Client) -> None:
    make_event("NEC Loin", date(2025, 9, 1))
    make_event("NEC Proche", date(2025, 2, 1), city="Metz")
    make_event("NEC Annulé", date(2025, 1, 15), status="cancelled")
    make_event("NEC Passé", date(2024, 1, 15))
    index(("next_editions", {"title": "Prochainement", "introduction": "", "number": 1}))
    html = get(client, "/nec-locaux/")
    assert texts(html, r'<article class="date-card">(.*?)</article>') == ["1er février NEC Proche Metz Confirmé"]
    assert 'href="/nec-locaux/agenda/"' in html


def test_themes_lead_to_the_agenda(client: Client) -> None:
    ThemeFactory(name="Communs numériques")
    index(("event_themes", {"title": "Thèmes", "introduction": ""}))
    assert '<a href="/nec-locaux/agenda/?theme=communs-numeriques">' in get(client, "/nec-locaux/")


def test_contact_is_the_one_of_the_site_settings(client: Client) -> None:
    index(("event_contact", {"title": "Une question", "introduction": ""}))
    assert '<a href="mailto:contact@example.org">contact@example.org</a>' in get(client, "/nec-locaux/")


def test_button_to_the_call_shows_where_its_address_is_set(client: Client) -> None:
    index()
    assert "Organiser un NEC local" not in get(client, "/nec-locaux/")
    index(call_address="/candidature/")
    assert 'href="/candidature/"' in get(client, "/nec-locaux/")


def test_whole_landing_page_renders_from_blocks_that_editors_can_save(client: Client) -> None:
    index(*body())
    html = get(client, "/nec-locaux/")
    headings = texts(html, r"<h2[^>]*>(.*?)</h2>")
    assert headings == [text.replace(" ?", " ?") for text in [value["title"] for _, value in BODY]]
    page = EventIndexPage.objects.get()
    assert BodyBlock().clean(page.body) is not None


@pytest.mark.parametrize("address", ["javascript:alert(1)", "//ailleurs.example", "page", "ftp://example.org"])
def test_link_refuses_an_address_that_is_none(address: str) -> None:
    with pytest.raises(ValidationError):
        LinkBlock().clean(LinkBlock().to_python({"text": "Lien", "page": None, "address": address}))


def test_link_with_a_text_leads_somewhere() -> None:
    with pytest.raises(ValidationError) as refused:
        LinkBlock().clean(LinkBlock().to_python({"text": "Lien", "page": None, "address": ""}))
    assert list(refused.value.block_errors) == ["address"]


def test_link_to_a_page_that_is_no_more_public_leads_nowhere() -> None:
    event = make_event("NEC Metz")
    event.unpublish()
    assert LinkBlock().to_python({"text": "Lien", "page": event.pk, "address": ""}).url == ""


def test_blocks_preview_without_a_page(rf: RequestFactory) -> None:
    block = BodyBlock().child_blocks["next_editions"]
    html = str(block.render(block.get_preview_value(), {"request": rf.get("/")}))
    assert "Aucune édition n’est annoncée" in html


def test_landing_costs_as_many_queries_for_one_edition_as_for_three(client: Client, django_assert_num_queries) -> None:
    index(*body())
    make_event("NEC Un", date(2024, 1, 15), territories=["Un"])
    make_event("NEC À venir", date(2025, 1, 15), territories=["Un"])
    get(client, "/nec-locaux/")
    with django_assert_num_queries(10):
        get(client, "/nec-locaux/")
    for name in ("Deux", "Trois"):
        kind = TerritoryKind.REGION
        make_event(f"NEC {name}", date(2024, 1, 15), territories=[TerritoryFactory(name=name, kind=kind)])
        make_event(f"NEC {name} à venir", date(2025, 1, 15), territories=[name])
    get(client, "/nec-locaux/")
    with django_assert_num_queries(10):
        get(client, "/nec-locaux/")


def untold(block: Any, path: str) -> list[str]:
    """The fields inside a block that have no help."""
    inside = {f"{path}.{name}": child for name, child in getattr(block, "child_blocks", {}).items()}
    found = [name for name, child in inside.items() if not help_of(child)]
    if hasattr(block, "child_block"):
        inside[f"{path}[]"] = block.child_block
    return found + [each for name, child in inside.items() for each in untold(child, name)]


def help_of(block: Any) -> str:
    """Blocks of one field keep it on the field, the others in their Meta."""
    return str(getattr(getattr(block, "field", None), "help_text", "") or getattr(block.meta, "help_text", "") or "")


def test_every_field_of_every_block_explains_itself() -> None:
    named = {**EventsPlugin.blocks, **FormatsPlugin.blocks}
    assert [each for name in named for each in untold(BodyBlock().child_blocks[name], name)] == []


def test_kind_with_many_territories_names_some_and_counts_the_others(client: Client) -> None:
    places = [TerritoryFactory(name=f"Lieu {number:02d}", kind=TerritoryKind.REGION) for number in range(SHOWN + 2)]
    make_event("NEC Partout", date(2024, 5, 1), territories=places)
    index(("territories_by_kind", {"title": "Ils l’ont fait", "introduction": ""}))
    html = get(client, "/nec-locaux/")
    assert len(re.findall(r"editions/\?territoire=lieu-", html)) == SHOWN
    assert texts(html, r'<a class="kind-more" href="[^"]*editions/\?type=region">(.*?)</a>') == [
        "et 2 autres : Régions"
    ]
