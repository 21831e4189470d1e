"""Teams, instructors and filed candidatures, as the tests of the desk want them."""

import itertools
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from wagtail.models import Page

from events.candidatures.models import Candidature, Team
from events.models import EventIndexPage
from nec_cms.models import User
from nec_cms.roles import setup_roles

NUMBERS = itertools.count(1)


def team(name: str = "Équipe A", **fields: Any) -> Team:
    return Team.objects.create(name=name, **{"email": "equipe-a@example.org", **fields})


def person(email: str, *roles: str, teams: tuple[Team, ...] = (), **fields: Any) -> User:
    """An account with a password, in the groups `roles`, member of `teams`."""
    setup_roles()
    user = User.objects.create_user(email, "mot-de-passe-d-essai", **fields)
    for role in roles:
        user.groups.add(user.groups.model.objects.get(name=role))
    user.instruction_teams.set(teams)
    return user


def instructor(*teams: Team, email: str = "instruction@example.org") -> User:
    return person(email, "Instruction", teams=teams, first_name="Ada", last_name="Exemple")


def file_for(its_team: Team, **fields: Any) -> Candidature:
    """A file as filing leaves it, under any page."""
    number = next(NUMBERS)
    values: dict[str, Any] = {
        "page": Page.get_first_root_node(),
        "team": its_team,
        "title": "NEC Essai",
        "organisation": "Association Exemple",
        "contact_name": "Camille Fictive",
        "contact_email": f"porteur{number}@example.org",
        "event_start": date(2027, 6, 10),
        "event_end": date(2027, 6, 11),
        "audience": 200,
        "venue_capacity": 300,
        "charter": True,
        "budget_total": Decimal("10000.00"),
        "grant_requested": True,
        "grant_amount": Decimal("5000.00"),
        "filed_at": datetime(2026, 11, 2, 9, 0, tzinfo=UTC),
        "form_data": {},
    }
    return Candidature.objects.create(**{**values, **fields})


def event_index(home: Page) -> EventIndexPage:
    return home.add_child(instance=EventIndexPage(title="Les NEC locaux", slug="nec-locaux"))
