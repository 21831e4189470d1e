"""Rules on answers, their simulation, and who is there to follow a file."""

from datetime import date
from decimal import Decimal

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.urls import reverse

from community.models import Territory, TerritoryKind, Theme
from events.candidatures.demo_dossier import field_id
from events.candidatures.desk.load import members
from events.candidatures.models import Candidature, InstructorProfile, RoutingRule
from events.candidatures.routing import DEFAULT_TEAM, route
from events.candidatures.simulation import simulate
from tests.events.candidatures.dossiers import file_for, instructor, person, team
from tests.factories.candidatures import CandidatureFactory

pytestmark = pytest.mark.django_db
OBJECTIVE = field_id("objective")


@pytest.fixture
def ours(home):
    return team("Équipe choisie")


@pytest.fixture
def file(home):
    """A file that reaches the grant tier, asks for 800 euros, and speaks of accessibility."""
    made = CandidatureFactory(budget_total=1000, grant_requested=True, grant_amount=Decimal("800"))
    made.form_data |= {OBJECTIVE: "L’accessibilité numérique en région."}
    return made


@pytest.mark.parametrize(
    ("conditions", "taken"),
    [
        ({"tier": "grant"}, True),
        ({"tier": "support"}, False),
        ({"min_amount": Decimal("800.00")}, True),
        ({"min_amount": Decimal("800.01")}, False),
        ({"max_amount": Decimal("800.00")}, True),
        ({"max_amount": Decimal("799.99")}, False),
        ({"question": OBJECTIVE, "answer": "ACCESSIBILITE"}, True),
        ({"question": OBJECTIVE, "answer": "inclusion"}, False),
        ({"question": "inconnue", "answer": "accessibilite"}, False),
        ({"tier": "grant", "min_amount": Decimal("900")}, False),
        ({"tier": "grant", "kind": "region"}, False),
        ({"is_active": False, "tier": "grant"}, False),
        ({}, False),
    ],
)
def test_a_rule_takes_a_file_where_all_its_conditions_hold(ours, file, conditions, taken):
    RoutingRule.objects.create(team=ours, **conditions)
    assert (route(file) == ours) is taken


def test_one_of_its_themes_is_enough(ours, file):
    theme, other = Theme.objects.create(name="Thème exemple"), Theme.objects.create(name="Autre exemple")
    RoutingRule.objects.create(team=ours).themes.add(theme, other)
    assert (route(file, [theme.pk]).name, route(file, []).name) == ("Équipe choisie", DEFAULT_TEAM)


def test_a_new_file_is_routed_by_its_answers(ours, send):
    RoutingRule.objects.create(team=ours, min_amount=Decimal("8000"), tier="grant")
    send()
    assert Candidature.objects.get().team == ours


def test_the_first_rule_wins(ours, file):
    later, first = team("Après"), team("Avant")
    RoutingRule.objects.create(team=later, order=20, tier="grant")
    RoutingRule.objects.create(team=first, order=10, min_amount=Decimal("1"))
    assert route(file) == first


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [({"question": "x"}, "answer"), ({"answer": "x"}, "answer"), ({"min_amount": 2, "max_amount": 1}, "max_amount")],
)
def test_a_rule_that_says_half_is_refused(ours, fields, wrong):
    with pytest.raises(ValidationError) as refusal:
        RoutingRule(team=ours, **fields).full_clean()
    assert list(refusal.value.message_dict) == [wrong]


def test_the_simulation_tries_rules_that_are_not_applied_and_writes_nothing(ours, client):
    place = Territory.objects.create(name="Lieu (essai)", kind=TerritoryKind.REGION)
    former = team("Équipe d’avant")
    moved, kept = CandidatureFactory(team=former, territory=place), CandidatureFactory(team=former)
    RoutingRule.objects.create(team=former, order=20, tier="support")
    RoutingRule.objects.create(team=ours, order=10, kind="region", is_active=False)
    assert {outcome.file: (outcome.team, outcome.moves) for outcome in simulate()} == {
        moved: (ours, True),
        kept: (former, False),
    }
    assert [outcome.moves for outcome in simulate(with_drafts=False)] == [False, False]
    client.force_login(person("admin@example.org", is_superuser=True))
    text = client.get(reverse("candidatures_desk:simulation")).content.decode()
    assert (moved.number in text, kept.number in text) == (True, False)
    assert set(Candidature.objects.values_list("team", flat=True)) == {former.pk}


def test_the_simulation_costs_the_same_for_one_file_and_three(ours, django_assert_num_queries):
    places = [Territory.objects.create(name=f"Lieu {n}", kind=TerritoryKind.REGION) for n in range(3)]
    RoutingRule.objects.create(team=ours, kind="region")
    for number in (1, 3):
        while Candidature.objects.count() < number:
            CandidatureFactory(team=ours, territory=places[Candidature.objects.count()])
        with django_assert_num_queries(6):
            assert len(simulate()) == number


@time_machine.travel(date(2026, 7, 10), tick=False)
def test_load_and_absence_are_shown_when_a_file_is_given(ours, client):
    busy, away, free = (instructor(ours, email=f"{name}@example.org") for name in ("busy", "away", "free"))
    for _ in range(2):
        file_for(ours, assignee=busy)
    file_for(ours, assignee=free, state="closed")
    InstructorProfile.objects.create(person=away, away_from=date(2026, 7, 1), away_until=date(2026, 7, 20))
    assert [(each.person, each.open_files, each.back_after) for each in members(ours)] == [
        (free, 0, None),
        (busy, 2, None),
        (away, 0, date(2026, 7, 20)),
    ]
    client.force_login(free)
    file = Candidature.objects.filter(assignee=busy).first()
    text = client.get(reverse("candidatures_desk:action", args=[file.pk, "suivi"])).content.decode()
    assert "Ada Exemple (2\u00a0dossiers ouverts)" in text
    assert "en absence jusqu’au 20\u00a0juillet\u00a02026" in text


def test_an_absence_has_two_days_in_order(ours, client):
    client.force_login(instructor(ours))
    address = reverse("candidatures_desk:availability")
    assert client.post(address, {"away_from": "2026-07-01"}).status_code == 422
    assert client.post(address, {"away_from": "2026-07-02", "away_until": "2026-07-01"}).status_code == 422
    sent = {"away_from": "2026-07-01", "away_until": "2026-07-02", "organisations": "Une"}
    assert client.post(address, sent).status_code == 302
    assert InstructorProfile.objects.get().organisations == "Une"
