"""Where a file goes: the first rule that takes its territory, else the default team."""

import pytest

from community.models import Territory, TerritoryKind
from events.candidatures.models import Candidature, RoutingRule, Team
from events.candidatures.routing import DEFAULT_TEAM, lineage, matches, route

pytestmark = pytest.mark.django_db


@pytest.fixture
def places():
    """An overseas region with a commune of an own département, a mainland one, and a country-like area without code."""
    reunion = Territory.objects.create(name="La Réunion (essai)", kind=TerritoryKind.OUTRE_MER)
    saint_denis = Territory.objects.create(name="Saint-Denis (essai)", kind=TerritoryKind.COLLECTIVITE, parent=reunion)
    grand_est = Territory.objects.create(name="Grand Est (essai)", kind=TerritoryKind.REGION)
    moselle = Territory.objects.create(name="Moselle (essai)", kind=TerritoryKind.DEPARTEMENT, parent=grand_est)
    metz = Territory.objects.create(name="Metz (essai)", kind=TerritoryKind.COLLECTIVITE, parent=moselle)
    return {"reunion": reunion, "saint_denis": saint_denis, "grand_est": grand_est, "moselle": moselle, "metz": metz}


def team(name: str) -> Team:
    return Team.objects.create(name=name, email="equipe@example.org")


def test_the_migration_leaves_one_default_team():
    assert list(Team.objects.filter(is_default=True).values_list("name", flat=True)) == [DEFAULT_TEAM]


def test_a_file_without_territory_goes_to_the_default_team():
    RoutingRule.objects.create(team=team("Régions"), kind=TerritoryKind.REGION)
    assert route(Candidature()).name == DEFAULT_TEAM


def test_a_file_that_no_rule_takes_goes_to_the_default_team(places):
    RoutingRule.objects.create(team=team("Outre-mer"), kind=TerritoryKind.OUTRE_MER)
    assert route(Candidature(territory=places["metz"])).name == DEFAULT_TEAM


def test_a_rule_on_a_territory_takes_all_that_lies_in_it(places):
    east = team("Est")
    RoutingRule.objects.create(team=east).territories.add(places["grand_est"])
    assert [route(Candidature(territory=places[name])) for name in ("grand_est", "moselle", "metz")] == [east] * 3


def test_a_rule_on_a_territory_does_not_take_what_lies_above_it(places):
    RoutingRule.objects.create(team=team("Metz")).territories.add(places["metz"])
    assert route(Candidature(territory=places["moselle"])).name == DEFAULT_TEAM


def test_the_first_rule_that_matches_wins(places):
    east, moselle = team("Est"), team("Moselle")
    RoutingRule.objects.create(order=20, team=east).territories.add(places["grand_est"])
    RoutingRule.objects.create(order=10, team=moselle).territories.add(places["moselle"])
    assert route(Candidature(territory=places["metz"])) == moselle
    assert route(Candidature(territory=places["grand_est"])) == east


def test_overseas_holds_for_what_lies_there(places):
    overseas = team("Outre-mer")
    RoutingRule.objects.create(team=overseas, kind=TerritoryKind.OUTRE_MER)
    assert route(Candidature(territory=places["saint_denis"])) == overseas


def test_another_kind_holds_for_the_territory_itself_alone(places):
    regions = team("Régions")
    RoutingRule.objects.create(team=regions, kind=TerritoryKind.REGION)
    assert route(Candidature(territory=places["grand_est"])) == regions
    assert route(Candidature(territory=places["metz"])).name == DEFAULT_TEAM


def test_an_empty_rule_takes_nothing(places):
    assert matches("", [], lineage(places["metz"])) is False


def test_a_circle_of_parents_ends():
    first = Territory.objects.create(name="Un", kind=TerritoryKind.TERRITOIRE)
    second = Territory.objects.create(name="Deux", kind=TerritoryKind.TERRITOIRE, parent=first)
    first.parent = second
    assert lineage(first) == [first, second]


def test_a_missing_default_team_is_made_again_rather_than_losing_the_file():
    Team.objects.all().delete()
    made = route(Candidature())
    assert (made.name, made.is_default, made.email) == (DEFAULT_TEAM, True, "contact@example.org")


@pytest.mark.parametrize("rules", [1, 3])
def test_routing_costs_the_same_with_one_rule_or_three(places, rules, django_assert_num_queries):
    for number in range(rules):
        RoutingRule.objects.create(team=team(f"Équipe {number}")).territories.add(places["saint_denis"])
    metz = Territory.objects.get(pk=places["metz"].pk)
    with django_assert_num_queries(6):  # rules, their territories, two levels above, the default team
        route(Candidature(territory=metz))
