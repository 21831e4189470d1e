"""Events, people and kits for the tests of this room."""

from collections.abc import Callable
from datetime import date, time

import pytest
from wagtail.models import Page

from community.models import Organisation, Territory
from events.kits.build import build
from events.kits.models import Kit
from events.models import EventIndexPage, EventOrganiser, EventPage
from nec_cms.models import User

NewEvent = Callable[..., EventPage]


@pytest.fixture
def new_event(home: Page) -> NewEvent:
    """Makes an event under the landing page: published unless `live=False`, then with a draft."""
    index = home.add_child(instance=EventIndexPage(title="Les NEC locaux", slug="nec-locaux"))

    def make(title: str = "NEC Metz", slug: str = "nec-metz-2024", *, live: bool = True, **fields: object) -> EventPage:
        facts = {
            "start_date": date(2024, 10, 3),
            "start_time": time(9),
            "end_time": time(17, 30),
            "venue": "Arsenal (exemple)",
            "city": "Metz",
            **fields,
        }
        event = index.add_child(instance=EventPage(title=title, slug=slug, live=False, **facts))
        revision = event.save_revision()
        if live:
            revision.publish()
        return EventPage.objects.get(pk=event.pk)

    return make


@pytest.fixture
def event(new_event: NewEvent) -> EventPage:
    """NEC Metz, published, with its territory and one organiser."""
    event = new_event(live=False)
    territory, _ = Territory.objects.get_or_create(name="Metz", defaults={"slug": "metz", "kind": "collectivite"})
    organisation = Organisation.objects.create(name="Ville exemple")
    event.territories.add(territory)
    event.organisers.add(EventOrganiser(organisation=organisation))
    event.save_revision().publish()
    return EventPage.objects.get(pk=event.pk)


@pytest.fixture
def kit(event: EventPage) -> Kit:
    """The kit of NEC Metz, built."""
    build(event.kit)
    return Kit.objects.get(event=event)


@pytest.fixture
def porteur(event: EventPage) -> User:
    """Camille, who carries NEC Metz."""
    person = User.objects.create_user("camille.exemple@example.org")
    event.porteurs.add(person)
    return person


@pytest.fixture
def new_event_after_kit(kit: Kit, new_event: NewEvent) -> EventPage:
    """NEC ESS, whose kit is not built yet."""
    return new_event("NEC ESS", "nec-ess-2024", city="")
