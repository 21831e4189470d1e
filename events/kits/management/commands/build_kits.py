"""``manage.py build_kits``: build communication kits now, in this process."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from events.kits.build import build
from events.kits.models import Kit, KitState
from events.models import EventPage


class Command(BaseCommand):
    help = "Build the kits of the published events whose inputs have changed, or of one event."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--event", metavar="SLUG", help="only the kit of this event, published or drafted")
        parser.add_argument("--force", action="store_true", help="build again even where nothing has changed")

    def handle(self, *args: Any, **options: Any) -> None:
        built = failed = 0
        for event in self.events(options["event"]):
            kit, _ = Kit.objects.get_or_create(event=event)
            built += build(kit, force=options["force"])
            kit.refresh_from_db()
            if kit.state == KitState.FAILED:
                failed += 1
                self.stderr.write(f"{event.slug}: {kit.error}")
        self.stdout.write(f"Kits built: {built}. Failed: {failed}.")
        if failed:
            raise CommandError(f"{failed} kit(s) could not be built.")

    def events(self, slug: str | None) -> Any:
        if not slug:
            return EventPage.objects.live().order_by("pk")
        events = EventPage.objects.filter(slug=slug)
        if not events:
            raise CommandError(f"No event has the slug '{slug}'.")
        return events
