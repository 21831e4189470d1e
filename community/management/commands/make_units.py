"""``manage.py make_units FOLDER``: the communes and intercommunalités of a new edition of the administrative code."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from community.code.making import units_of
from community.code.units import FILE, written


class Command(BaseCommand):
    help = "Write community/data/units.tsv.gz from the `data` folder of the package @etalab/decoupage-administratif."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("folder", type=Path)
        parser.add_argument("--output", type=Path, default=FILE)

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            units = units_of(options["folder"])
        except FileNotFoundError as error:
            raise CommandError(f"{error.filename} is missing: give the package's data folder.") from error
        options["output"].write_bytes(written(units))
        self.stdout.write(f"{len(units)} units written.")
