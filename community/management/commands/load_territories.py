"""``manage.py load_territories``: régions and départements of the code, areas of the programme."""

from typing import Any

from django.core.management.base import BaseCommand

from community.loading import load_territories


class Command(BaseCommand):
    help = "Load régions, départements and the programme's areas. What an editor changed is left alone."

    def handle(self, *args: Any, **options: Any) -> None:
        made = load_territories()
        self.stdout.write(f"{made} territories added.")
