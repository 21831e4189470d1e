"""System checks of the seam: every promise of every plugin resolves; a disabled plugin leaves nothing behind."""

from collections.abc import Callable, Iterable
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, register
from django.db import connections

from nec_cms import plugins


@register("nec_cms")
def check_promises(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """Blocks, addresses and demo of each plugin can be imported; no block name is taken twice."""
    from nec_cms import urls

    probes: list[Callable[[], Any]] = [plugins.body_blocks, plugins.demo_builders, urls.plugin_patterns]
    found: list[CheckMessage] = []
    for number, probe in enumerate(probes, start=1):
        try:
            probe()
        except plugins.PluginError as error:
            found.append(Error(str(error), id=f"nec_cms.E00{number}"))
    return found


@register(Tags.database)
def check_disabled_plugins(
    app_configs: Any, databases: Iterable[str] | None = None, **kwargs: Any
) -> list[CheckMessage]:
    """A plugin named in NEC_PLUGINS_DISABLED has no page and no block left in the content."""
    from nec_cms.usage import plugin_usage

    found: list[CheckMessage] = []
    if not databases or "wagtailcore_page" not in connections["default"].introspection.table_names():
        return found
    for name in settings.NEC_PLUGINS_DISABLED:
        pages = plugin_usage(name)
        if pages:
            found.append(
                Error(
                    f"Plugin '{name}' is disabled but {len(pages)} page(s) use it, first '{pages[0].title}'. "
                    f"Enable it, or remove what `manage.py plugins --usage {name}` lists.",
                    id="nec_cms.E010",
                )
            )
    return found
