"""What events bring to territories and formats."""

from datetime import UTC, date, datetime

import pytest
import time_machine

from community.models import Territory
from events.formats.models import FormatPage
from nec_cms.hooks import related_content
from tests.events.pages import titles
from tests.factories.events import TerritoryFactory, make_event, make_index
from tests.factories.formats import make_format

pytestmark = pytest.mark.django_db

NOW = datetime(2024, 11, 20, 12, tzinfo=UTC)


@pytest.fixture(autouse=True)
def at_home(home) -> None:
    make_index()
    with time_machine.travel(NOW, tick=False):
        yield


def editions_of(model: type) -> dict:
    return {each.label: each for each in related_content(model) if "ditions" in each.label}


def test_territory_has_its_coming_then_its_past_editions() -> None:
    metz, vosges = TerritoryFactory(name="Metz"), TerritoryFactory(name="Vosges")
    make_event("NEC Metz", date(2024, 10, 3), territories=[metz, vosges])
    make_event("NEC Metz ancien", date(2022, 10, 3), territories=[metz])
    make_event("NEC Metz bientôt", date(2025, 10, 3), territories=[metz])
    make_event("NEC Metz caché", date(2025, 10, 3), territories=[metz]).unpublish()
    make_event("NEC 974", date(2024, 11, 20), territories=[vosges], time_zone="Indian/Reunion")
    coming, past = editions_of(Territory).values()
    assert [coming.label, past.label] == ["Prochaines éditions", "Éditions passées"]
    assert titles(coming.items(metz)) == ["NEC Metz bientôt"]
    assert titles(past.items(metz)) == ["NEC Metz", "NEC Metz ancien"]
    assert titles(coming.items(vosges)) == ["NEC 974"]
    assert coming.counts([metz, vosges]) == {metz.pk: 1, vosges.pk: 1}
    assert past.counts([metz, vosges]) == {metz.pk: 2, vosges.pk: 1}
    assert past.counts([vosges]) == {vosges.pk: 1}


def test_counts_take_one_grouped_query(django_assert_num_queries) -> None:
    territories = [TerritoryFactory() for _ in range(3)]
    make_event("NEC Un", date(2024, 1, 1), territories=territories)
    past = editions_of(Territory)["Éditions passées"]
    with django_assert_num_queries(1):
        assert past.counts(territories) == {territory.pk: 1 for territory in territories}


def test_format_has_the_past_editions_that_used_it() -> None:
    offer = make_format("Fresque")
    make_event("NEC Metz", date(2024, 10, 3), formats=[offer])
    make_event("NEC À venir", date(2025, 10, 3), formats=[offer])
    make_event("NEC Sans", date(2024, 10, 3))
    (past,) = editions_of(FormatPage).values()
    assert titles(past.items(offer)) == ["NEC Metz"]
    assert past.counts([offer]) == {offer.pk: 1}
