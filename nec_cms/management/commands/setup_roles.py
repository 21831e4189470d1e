"""``manage.py setup_roles``: create the staff's groups and grant their permissions. Safe to run at each release."""

from typing import Any

from django.core.management.base import BaseCommand
from django.db import transaction

from nec_cms.roles import ROLES, setup_roles


class Command(BaseCommand):
    help = "Create the groups of the staff and grant what the plugins state. Never takes a permission away."

    @transaction.atomic
    def handle(self, *args: Any, **options: Any) -> None:
        setup_roles()
        self.stdout.write("Groups ready: " + ", ".join(ROLES))
