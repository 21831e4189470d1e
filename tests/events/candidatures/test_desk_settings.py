"""Teams, rules and rights: set by superusers, and by commands that may run again."""

import pytest
from django.contrib.auth.models import Group
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import GroupPagePermission

from community.models import Territory, Theme
from events.candidatures import demo
from events.candidatures.models import Candidature, LogEntry, RoutingRule, Team
from events.candidatures.routing import DEFAULT_TEAM
from nec_cms.roles import setup_roles
from tests.events.candidatures.dossiers import event_index, file_for, instructor, person, team

pytestmark = pytest.mark.django_db

LISTS = ("/admin/candidatures/equipes/", "/admin/candidatures/aiguillage/")


@pytest.fixture
def chief(client):
    user = person("admin@example.org", is_superuser=True)
    client.force_login(user)
    return user


def fields(**changes):
    return {
        "name": "Équipe C",
        "email": "c@example.org",
        "members": [],
        "review_days": 30,
        "complement_days": 15,
        **changes,
    }


def test_settings_are_closed_to_all_but_superusers(client):
    ours = team()
    RoutingRule.objects.create(team=ours, kind="region")
    for user in (instructor(ours), person("redaction@example.org", "Rédaction")):
        client.force_login(user)
        for base in LISTS:
            pk = Team.objects.last().pk if "equipes" in base else RoutingRule.objects.get().pk
            for path in ("", "create/", f"edit/{pk}/", f"delete/{pk}/", f"inspect/{pk}/", f"history/{pk}/"):
                assert client.get(base + path).status_code == 404, base + path
                assert client.post(base + path, fields()).status_code == 404, base + path
    assert (Team.objects.count(), RoutingRule.objects.count()) == (2, 1)


def test_a_number_that_is_no_team_is_not_found(client, chief):
    for number in ("0", "abc", "9" * 30):
        assert client.get(f"/admin/candidatures/equipes/edit/{number}/").status_code == 404


def test_a_superuser_makes_a_team_of_people_who_may_instruct(client, chief):
    able, editor = instructor(), person("redaction@example.org", "Rédaction")
    response = client.post("/admin/candidatures/equipes/create/", fields(members=[editor.pk]))
    assert list(response.context["form"].errors) == ["members"]
    client.post("/admin/candidatures/equipes/create/", fields(members=[able.pk]))
    made = Team.objects.get(name="Équipe C")
    assert (list(made.members.all()), made.is_default) == ([able], False)


def test_a_new_default_team_takes_the_place_of_the_former(client, chief):
    client.post("/admin/candidatures/equipes/create/", fields(is_default="on"))
    assert list(Team.objects.filter(is_default=True).values_list("name", flat=True)) == ["Équipe C"]


def test_the_default_team_can_neither_step_down_nor_be_removed(client, chief):
    default = Team.objects.get(name=DEFAULT_TEAM)
    response = client.post(f"/admin/candidatures/equipes/edit/{default.pk}/", fields(name=DEFAULT_TEAM))
    assert list(response.context["form"].errors) == ["is_default"]
    assert client.post(f"/admin/candidatures/equipes/delete/{default.pk}/").status_code != 200
    assert Team.objects.get(pk=default.pk).is_default is True


def test_a_team_that_has_files_is_not_removed(client, chief):
    ours = team()
    file_for(ours)
    response = client.post(f"/admin/candidatures/equipes/delete/{ours.pk}/")
    assert response.status_code == 200
    assert Team.objects.filter(pk=ours.pk).exists()


@pytest.mark.parametrize("base", LISTS)
def test_the_lists_of_settings_cost_the_same_for_one_row_and_three(client, chief, base, django_assert_num_queries):
    RoutingRule.objects.create(team=Team.objects.get(), kind="region")
    client.get(base)
    with CaptureQueriesContext(connection) as one:
        assert client.get(base).status_code == 200
    for number in range(2):
        RoutingRule.objects.create(team=team(f"Équipe {number}"), kind="region")
    with django_assert_num_queries(len(one)):
        assert client.get(base).status_code == 200


def test_instruction_may_publish_events_once_set_up(home):
    with pytest.raises(CommandError, match="no page for events"):
        call_command("setup_instruction")
    index = event_index(home)
    call_command("setup_instruction")
    call_command("setup_instruction")
    rights = GroupPagePermission.objects.filter(group=Group.objects.get(name="Instruction"))
    assert sorted(rights.values_list("permission__codename", "page")) == [
        ("add_page", index.pk),
        ("change_page", index.pk),
        ("publish_page", index.pk),
    ]


def test_the_demo_builds_the_same_files_twice(home):
    event_index(home)
    Theme.objects.create(name="Thème exemple")
    Territory.objects.get_or_create(slug="la-reunion", defaults={"name": "La Réunion", "kind": "outre-mer"})
    setup_roles()
    demo.build()
    first = list(Candidature.objects.order_by("pk").values_list("pk", "title", "team__name", "state"))
    lines = LogEntry.objects.count()
    demo.build()
    assert list(Candidature.objects.order_by("pk").values_list("pk", "title", "team__name", "state")) == first
    assert LogEntry.objects.count() == lines
    assert [row[1:] for row in first] == [
        ("NEC Metz (exemple)", "Équipe hexagone (exemple)", "filed"),
        ("NEC Vosges (exemple)", "Équipe hexagone (exemple)", "in_review"),
        ("NEC Sud-Essonne (exemple)", "Équipe hexagone (exemple)", "support"),
        ("NEC 974 La Réunion (exemple)", "Équipe outre-mer (exemple)", "filed"),
        ("NEC Ardennes (exemple)", "Équipe hexagone (exemple)", "complement"),
        ("NEC Drôme (exemple)", "Équipe hexagone (exemple)", "grant"),
    ]
    assert list(Team.objects.order_by("name").values_list("name", "is_default")) == [
        ("Équipe hexagone (exemple)", True),
        ("Équipe outre-mer (exemple)", False),
    ]
