"""What is printed on a kit, from the event's fields."""

from datetime import date, time

import pytest

from events.kits.data import KitData, Partner
from events.kits.facts import kit_data

pytestmark = pytest.mark.django_db


def test_the_facts_are_those_of_the_event(event):
    assert kit_data(event) == KitData(
        title="NEC Metz",
        url="http://127.0.0.1:8000/nec-locaux/nec-metz-2024/",
        name="Metz",
        dates="3 octobre 2024",
        hours="9\u00a0h\u00a0–\u00a017\u00a0h\u00a030",
        venue="Arsenal (exemple)",
        city="Metz",
        seed="Metz",
        partners=(Partner("Ville exemple"),),
    )


def test_an_event_of_no_territory_and_no_date_is_drawn_from_its_name(new_event):
    event = new_event("NEC ESS", "nec-ess", start_date=None, start_time=None, end_time=None, status="announced")
    data = kit_data(event).cleaned()
    assert (data.seed, data.dates, data.hours, data.banner) == ("ESS", "Date à venir", "", "Date à confirmer")


def test_a_range_is_printed_whole(new_event):
    event = new_event(start_date=date(2024, 11, 30), end_date=date(2024, 12, 1), start_time=time(9), end_time=None)
    assert kit_data(event).dates == "30 novembre - 1er décembre 2024"
