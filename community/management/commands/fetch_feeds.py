"""``manage.py fetch_feeds``: read the incoming feeds whose time has come, or all of those that are followed."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from community.feeds.reading import refresh, refresh_due
from community.models import Feed


class Command(BaseCommand):
    help = "Read the incoming feeds that are due. A feed whose server asked to wait is due later."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--all", action="store_true", help="read every followed feed, due or not")

    def handle(self, *args: Any, **options: Any) -> None:
        totals = refresh(Feed.objects.filter(active=True)) if options["all"] else refresh_due()
        self.stdout.write("{read} read, {failed} failed, {new} new items, {changed} changed.".format(**totals))
