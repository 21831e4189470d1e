"""``manage.py plugins [--usage NAME]``: what is installed, and which pages use a plugin."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from nec_cms import plugins
from nec_cms.usage import plugin_usage


class Command(BaseCommand):
    help = "List the installed plugins, or the pages that use one."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--usage", metavar="NAME", help="list the pages that use this plugin")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["usage"]:
            self.list_usage(options["usage"])
            return
        for plugin in plugins.installed():
            self.stdout.write(f"{plugin.plugin_name:14} {plugin.verbose_name}  ({plugin.origin}, seam {plugin.api})")
            for title, values in (("requires", plugin.requires), ("blocks", plugin.blocks)):
                if values:
                    self.stdout.write(f"{'':14} {title}: {', '.join(values)}")

    def list_usage(self, name: str) -> None:
        try:
            pages = plugin_usage(name)
        except plugins.PluginError as error:
            raise CommandError(str(error)) from error
        for page in pages:
            self.stdout.write(f"{page.pk}\t{page.title}\t{page.url_path}")
        self.stdout.write(f"{len(pages)} page(s) use plugin '{name}'.")
