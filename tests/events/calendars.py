"""Calendars and feeds as programs get them."""

from django.test import Client
from icalendar import Calendar

ATOM = "{http://www.w3.org/2005/Atom}"


def calendar(client: Client, url: str) -> Calendar:
    response = client.get(url)
    assert (response.status_code, response["Content-Type"]) == (200, "text/calendar; charset=utf-8")
    return Calendar.from_ical(response.getvalue())
