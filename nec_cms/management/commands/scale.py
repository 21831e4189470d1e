"""``manage.py scale --editions N --candidatures N --articles N``: volume data for benchmarks."""

from time import perf_counter
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from nec_cms import plugins


class Command(BaseCommand):
    help = (
        "Fill the database with volume data, all marked « exemple »: each option says how many rows of its kind there "
        "are to be in all. A second run adds what is missing."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        for kind in plugins.volume_builders():
            parser.add_argument(f"--{kind}", type=int, default=0, metavar="N")
        parser.add_argument(
            "--outside-the-demo", action="store_true", help="fill a site that is not the demo (NEC_DEMO is not set)"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if not (settings.DEMO or options["outside_the_demo"]):
            raise CommandError(
                "This site is not the demo: volume data would be published on it. "
                "Set NEC_DEMO=1, or say --outside-the-demo."
            )
        for kind, build in plugins.volume_builders().items():
            if options[kind] <= 0:
                continue
            start = perf_counter()
            try:
                added = build(options[kind])
            except LookupError as error:
                raise CommandError(str(error)) from error
            self.stdout.write(f"{kind}: {added} added in {perf_counter() - start:.1f} s")
