"""Roles of the staff, as Django groups, and the permissions that the core and each plugin grant them.

``manage.py setup_roles`` applies them. It only adds: what an administrator granted besides is left alone. What Wagtail
brings of its own, in English and with nobody in it, becomes ours: its approval goes to our moderators.
Models are imported late: the plugins' config classes name roles before the models are loaded.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from nec_cms.plugins import installed

if TYPE_CHECKING:
    from django.contrib.auth.models import Group

EDITOR, MODERATOR, COMMUNICATION, INSTRUCTION = "Rédaction", "Relecture", "Communication", "Instruction"
ROLES = (EDITOR, MODERATOR, COMMUNICATION, INSTRUCTION)
WAGTAIL_APPROVAL, WAGTAIL_GROUPS = "Moderators approval", ("Moderators", "Editors")

PAGE_PERMISSIONS = {
    EDITOR: ("add_page", "change_page"),
    MODERATOR: ("add_page", "change_page", "publish_page", "lock_page", "unlock_page"),
}
MEDIA_PERMISSIONS = (
    "add_siteimage",
    "change_siteimage",
    "choose_siteimage",
    "add_sitedocument",
    "change_sitedocument",
    "choose_sitedocument",
)


def setup_roles() -> None:
    """Create the groups of the site and grant what the core and the installed plugins state in `grants`."""
    from django.contrib.auth.models import Group, Permission
    from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page

    groups = {name: Group.objects.get_or_create(name=name)[0] for name in ROLES}
    for group in groups.values():
        grant(group, "wagtailadmin.access_admin")
    for name, codenames in PAGE_PERMISSIONS.items():
        for codename in codenames:
            GroupPagePermission.objects.get_or_create(
                group=groups[name],
                page=Page.get_first_root_node(),
                permission=Permission.objects.get(content_type__app_label="wagtailcore", codename=codename),
            )
    for name in (EDITOR, MODERATOR, COMMUNICATION):
        for codename in MEDIA_PERMISSIONS:
            GroupCollectionPermission.objects.get_or_create(
                group=groups[name],
                collection=Collection.get_first_root_node(),
                permission=Permission.objects.get(content_type__app_label="nec_cms", codename=codename),
            )
    adopt_wagtail_workflow()
    for plugin in installed():
        for role, permissions in plugin.grants.items():
            for permission in permissions:
                grant(groups[role], permission)


def adopt_wagtail_workflow() -> None:
    """Wagtail's own approval, under its first name: named in French, and asked of the moderators of this site."""
    from django.contrib.auth.models import Group
    from wagtail.models import GroupApprovalTask, Workflow

    Workflow.objects.filter(name=WAGTAIL_APPROVAL).update(name="Relecture avant publication")
    for task in GroupApprovalTask.objects.filter(name=WAGTAIL_APPROVAL):
        task.name = "Relecture"
        task.save()
        task.groups.set([Group.objects.get(name=MODERATOR)])
    Group.objects.filter(name__in=WAGTAIL_GROUPS, user=None, groupapprovaltask=None).delete()


def grant(group: Group, permission: str) -> None:
    """Give `group` the permission ``app_label.codename``; raises `Permission.DoesNotExist` where there is none."""
    from django.contrib.auth.models import Permission

    app_label, codename = permission.split(".")
    group.permissions.add(Permission.objects.get(content_type__app_label=app_label, codename=codename))
