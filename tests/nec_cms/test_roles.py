"""The staff's groups, and what Wagtail brings in English: adopted once, nothing taken from an administrator."""

import re

from django.contrib.auth.models import Group
from django.test import Client
from wagtail.models import GroupApprovalTask, Workflow

from nec_cms.models import User
from nec_cms.roles import MODERATOR, ROLES, setup_roles


def test_wagtail_s_approval_becomes_french_and_goes_to_the_moderators(db: None) -> None:
    setup_roles()
    setup_roles()
    assert [workflow.name for workflow in Workflow.objects.all()] == ["Relecture avant publication"]
    tasks = [(task.name, [group.name for group in task.groups.all()]) for task in GroupApprovalTask.objects.all()]
    assert tasks == [("Relecture", [MODERATOR])]
    assert sorted(Group.objects.values_list("name", flat=True)) == sorted(ROLES)


def test_a_group_of_wagtail_that_someone_is_in_stays(db: None) -> None:
    user = User.objects.create_user("personne@example.org", "mot de passe")
    user.groups.add(Group.objects.get(name="Editors"))
    setup_roles()
    assert Group.objects.filter(name="Editors").exists()


def test_an_administrator_s_own_approval_is_left_alone(db: None) -> None:
    Workflow.objects.update(name="Deux relectures")
    GroupApprovalTask.objects.update(name="Seconde relecture")
    setup_roles()
    task = GroupApprovalTask.objects.get()
    assert (Workflow.objects.get().name, task.name) == ("Deux relectures", "Seconde relecture")
    assert [group.name for group in task.groups.all()] == ["Moderators"]


def test_the_admin_s_sign_in_speaks_french(client: Client, db: None) -> None:
    page = client.get("/admin/login/").content.decode()
    assert "Mot de passe" in page
    assert "Se souvenir de moi" in page
    assert "Password" not in page
    assert re.findall(r"<(?:h1|title)>(.*?)</", page) == [
        "S'identifier - Administration NEC",
        "Administration de Numérique en Commun[s]",
    ]
