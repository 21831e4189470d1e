"""The page of an event as a reader or a machine gets it, and an event of which everything is known."""

import json
import re
from datetime import date, datetime, time

import time_machine
from django.test import Client

from events.models import EventDocument, EventOrganiser, EventPage
from tests.events.pages import get
from tests.events.reference_2024 import SEPTEMBER
from tests.factories.events import OrganisationFactory, make_event


def page(client: Client, event: EventPage, now: datetime = SEPTEMBER) -> str:
    with time_machine.travel(now, tick=False):
        return get(client, f"/nec-locaux/{event.slug}/")


def structured(html: str) -> dict:
    (found,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html)
    return json.loads(found)


def full_event(**fields) -> EventPage:
    defaults = {
        "end_date": date(2024, 10, 4),
        "start_time": time(9),
        "end_time": time(17, 30),
        "summary": "Deux jours pour les communs.",
        "venue": "Arsenal",
        "address": "3 avenue Ney",
        "city": "Metz",
        "capacity": 1200,
        "registration_url": "https://example.org/inscription",
        "territories": ["Metz"],
        "organisers": [EventOrganiser(organisation=OrganisationFactory(name="Ville exemple"), role="porteur")],
        "documents": [EventDocument(title="Dossier", url="https://example.org/dossier", licence="cc-by-4.0")],
    }
    return make_event("NEC Metz", date(2024, 10, 3), **defaults | fields)
