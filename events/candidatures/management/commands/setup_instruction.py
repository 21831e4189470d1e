"""``manage.py setup_instruction``: let the instruction teams publish the events they label. Safe to run again."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from events.candidatures.rights import let_instruction_publish


class Command(BaseCommand):
    help = "Let the group Instruction edit and publish the pages of events. Run it once the page « NEC locaux » exists."

    def handle(self, *args: Any, **options: Any) -> None:
        if not let_instruction_publish():
            raise CommandError("The site has no page for events yet: create « Les NEC locaux », then run this again.")
        self.stdout.write("Instruction may edit and publish events.")
