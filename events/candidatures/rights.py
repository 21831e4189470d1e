"""Rights on pages that a plugin's `grants` cannot hold."""

from django.contrib.auth.models import Group, Permission
from wagtail.models import GroupPagePermission

from events.models import EventIndexPage
from nec_cms.roles import INSTRUCTION

PUBLISHING = ("add_page", "change_page", "publish_page")


def let_instruction_publish() -> int:
    """Let the group Instruction edit and publish the pages of events, so that whoever labels a file can publish it.

    Idempotent; returns how many pages for events were found (none before the site has its « NEC locaux »).
    """
    group, _ = Group.objects.get_or_create(name=INSTRUCTION)
    indexes = EventIndexPage.objects.all()
    for index in indexes:
        for codename in PUBLISHING:
            permission = Permission.objects.get(content_type__app_label="wagtailcore", codename=codename)
            GroupPagePermission.objects.get_or_create(group=group, page_id=index.pk, permission=permission)
    return len(indexes)
