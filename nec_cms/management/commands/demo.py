"""``manage.py demo``: (re)build the demo content, plugin by plugin, in the order of their requirements."""

from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import transaction

from nec_cms.plugins import demo_builders


class Command(BaseCommand):
    help = "Build the demo content. Running it again changes nothing but relative editions that have passed."

    def handle(self, *args: Any, **options: Any) -> None:
        with transaction.atomic():
            call_command("setup_roles", stdout=self.stdout)
            for plugin, build in demo_builders():
                build()
                self.stdout.write(f"{plugin.verbose_name}: ready")
