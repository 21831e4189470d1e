"""``manage.py startplugin NAME DIR``: write a working plugin package outside the site.

The package is the plugin of nec_cms/plugin_template, a whole one called « modèle », under the name that is asked for.
"""

import re
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from nec_cms import plugins
from nec_cms.urls import CORE_PREFIXES

TEMPLATE = Path(__file__).resolve().parents[2] / "plugin_template"
NAME = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")


class Command(BaseCommand):
    help = "Write a working plugin: a package with a page type, a block, a list, related content, a demo and tests."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("name", help="name of the plugin: lower case letters, digits and _, such as offres_emploi")
        parser.add_argument("directory", type=Path, help="folder to write the package in; it must not exist yet")
        parser.add_argument(
            "--title", default="", help="name of the section as people read it, such as « Offres d’emploi »"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        name, target = options["name"], options["directory"].resolve()
        self.refuse(name, target)
        title = options["title"] or name.replace("_", " ").capitalize()
        words = spelled(name, title)
        for source in sorted(TEMPLATE.rglob("*")):
            if source.is_file() and "__pycache__" not in source.parts:
                path = target / replaced(str(source.relative_to(TEMPLATE)), words)
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(replaced(source.read_text(encoding="utf-8"), words), encoding="utf-8")
        self.stdout.write(f"Plugin '{name}' written in {target}. Its README.md tells how to install and test it.")

    def refuse(self, name: str, target: Path) -> None:
        if not NAME.fullmatch(name):
            raise CommandError(
                f"'{name}' is no name for a plugin: lower case letters, digits and single _, a letter first."
            )
        if name in {plugin.plugin_name for plugin in plugins.installed()} or name.replace("_", "-") in CORE_PREFIXES:
            raise CommandError(f"The name '{name}' is taken. `manage.py plugins` lists the plugins that are installed.")
        if target.exists():
            raise CommandError(f"{target} exists already: nothing was written.")


def spelled(name: str, title: str) -> list[tuple[str, str]]:
    """The words of the template -> those of the plugin; the longer words first, since they hold the shorter ones."""
    return [
        ("modele-tirets", name.replace("_", "-")),
        ("modele", name),
        ("Modele", "".join(part.capitalize() for part in name.split("_"))),
        ("Modèle", title),
        ("modèle", title.lower()),
    ]


def replaced(text: str, words: list[tuple[str, str]]) -> str:
    for word, replacement in words:
        text = text.replace(word, replacement)
    return text
