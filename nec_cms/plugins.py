"""The plugin seam: what a plugin promises, how plugins are found, and how a broken one is reported.

A plugin is a Django app whose config class derives from :class:`Plugin`. It is announced by an entry point
in the group ``nec_cms.plugins`` whose value is the dotted path of that **class**; the built-in sections are
listed in the settings in the same form. Discovery imports ``apps.py`` modules only, never models.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from importlib import import_module, metadata
from types import ModuleType
from typing import Any, ClassVar

from django.apps import AppConfig, apps
from django.core.exceptions import ImproperlyConfigured
from django.utils.module_loading import import_string

API = 1
"""The version of the seam that this site speaks. It moves when a promise or a hook changes meaning."""

GROUP = "nec_cms.plugins"


class PluginError(ImproperlyConfigured):
    """One line that names the plugin, its package and version, the cause and the mend."""


class Plugin(AppConfig):
    """The promises of one section of the site. Every dotted path is resolved late, after the models."""

    api: ClassVar[int] = 0
    """The seam version the plugin was written for; refused where it differs from :data:`API`."""

    requires: ClassVar[tuple[str, ...]] = ()
    """Names of the plugins it imports; they are installed before it."""

    blocks: ClassVar[Mapping[str, str]] = {}
    """Body blocks: name -> dotted path of a block class, offered in every page's body."""

    urls: ClassVar[str] = ""
    """Dotted path of a URL configuration, served under ``/<prefix>/`` ahead of Wagtail's pages."""

    prefix: ClassVar[str] = ""
    """First segment of its addresses; the plugin's name where it is empty."""

    demo: ClassVar[str] = ""
    """Dotted path of a callable without argument that (re)builds demo content; safe to run twice."""

    scale: ClassVar[Mapping[str, str]] = {}
    """Kind of row (an option of `manage.py scale`) -> dotted path of a callable that sees to it that so many volume
    rows of that kind exist, and returns how many it added: ``(number: int) -> int``."""

    grants: ClassVar[Mapping[str, tuple[str, ...]]] = {}
    """Role (a name of nec_cms.roles) -> permissions ``app_label.codename`` it is given by `setup_roles`."""

    plugin_name: str = ""
    origin: str = ""


@dataclass(frozen=True)
class Entry:
    """Where a plugin comes from: its name, the path of its config class, its package and version."""

    name: str
    path: str
    package: str = "nec-cms"
    version: str = ""

    @property
    def origin(self) -> str:
        return f"{self.package} {self.version}".strip()

    def error(self, cause: str, mend: str) -> PluginError:
        return PluginError(f"Plugin '{self.name}' ({self.origin}): {cause}. {mend}.")

    def config_class(self) -> type[Plugin]:
        """Import the config class, or say in one line why it cannot be had."""
        try:
            config = import_string(self.path)
        except ImportError as error:
            raise self.error(
                f"'{self.path}' cannot be imported ({error})",
                f"Mend the import, correct the entry point, or uninstall {self.package}",
            ) from error
        if not (inspect.isclass(config) and issubclass(config, Plugin)):
            raise self.error(
                f"'{self.path}' is not a nec_cms.plugins.Plugin class",
                "Give the dotted path of the config class, not of its module",
            )
        if config.api != API:
            raise self.error(
                f"it is written for seam version {config.api}, this site speaks {API}",
                f"Install a release of {self.package} for seam version {API}",
            )
        return config


def announced() -> list[Entry]:
    """Entries announced by installed packages."""
    return [
        Entry(point.name, point.value.replace(":", "."), point.dist.name, point.dist.version)
        for point in metadata.entry_points(group=GROUP)
        if point.dist is not None
    ]


def discover(built_in: Mapping[str, str], disabled: Iterable[str] = ()) -> list[Entry]:
    """Built-in and installed plugins, each after those it requires.

    Raises :class:`PluginError` on a name taken twice, an import that fails, a wrong ``api``, and on an unknown,
    disabled or circular ``requires``.
    """
    entries: dict[str, Entry] = {}
    for entry in [Entry(name, path) for name, path in built_in.items()] + announced():
        if entry.name in entries:
            raise entry.error(
                f"its name is already taken by {entries[entry.name].origin}",
                f"Rename the entry point or uninstall {entry.package}",
            )
        entries[entry.name] = entry

    disabled = set(disabled)
    if unknown := sorted(disabled - set(entries)):
        raise PluginError(
            f"NEC_PLUGINS_DISABLED names '{unknown[0]}', which is not installed. Correct the name or remove it."
        )
    enabled = {name: entry for name, entry in entries.items() if name not in disabled}
    needs: dict[str, tuple[str, ...]] = {}
    for name, entry in enabled.items():
        needs[name] = entry.config_class().requires
        for required in needs[name]:
            if required in disabled:
                raise entry.error(
                    f"it requires '{required}', which NEC_PLUGINS_DISABLED leaves out",
                    f"Disable '{name}' as well, or enable '{required}'",
                )
            if required not in entries:
                raise entry.error(
                    f"it requires '{required}', which is not installed",
                    f"Install '{required}' or uninstall {entry.package}",
                )
    try:
        order = list(TopologicalSorter(needs).static_order())
    except CycleError as error:
        circle = error.args[1]
        raise enabled[circle[0]].error(
            f"its requirements form a circle ({' -> '.join(circle)})", "Remove one of these requirements"
        ) from error
    return [enabled[name] for name in order]


def register(entries: Iterable[Entry]) -> list[str]:
    """Remember where each config class comes from; return their paths for INSTALLED_APPS."""
    paths = []
    for entry in entries:
        config = entry.config_class()
        config.plugin_name, config.origin = entry.name, entry.origin
        paths.append(entry.path)
    return paths


def installed() -> list[Plugin]:
    """Config instances of the plugins of this process, in order of requirement."""
    return [config for config in apps.get_app_configs() if isinstance(config, Plugin)]


def resolve(plugin: Plugin, promise: str, path: str) -> Any:
    """Import what a promise names, or raise a :class:`PluginError` with the culprit."""
    try:
        return import_string(path)
    except ImportError as error:
        raise broken_promise(plugin, promise, path, error) from error


def resolve_module(plugin: Plugin, promise: str, path: str) -> ModuleType:
    """Import the module that a promise names, or raise a :class:`PluginError` with the culprit."""
    try:
        return import_module(path)
    except ImportError as error:
        raise broken_promise(plugin, promise, path, error) from error


def broken_promise(plugin: Plugin, promise: str, path: str, error: ImportError) -> PluginError:
    return Entry(plugin.plugin_name, path, plugin.origin).error(
        f"its promise '{promise}' names '{path}', which cannot be imported ({error})",
        "Correct the dotted path in its config class",
    )


def body_blocks() -> list[tuple[Plugin, str, type]]:
    """Every promised block as (plugin, name, class); a name taken twice is refused."""
    owners: dict[str, Plugin] = {}
    found = []
    for plugin in installed():
        for name, path in plugin.blocks.items():
            if name in owners:
                raise Entry(plugin.plugin_name, path, plugin.origin).error(
                    f"its block '{name}' is already brought by plugin '{owners[name].plugin_name}'",
                    "Rename the block",
                )
            owners[name] = plugin
            found.append((plugin, name, resolve(plugin, "blocks", path)))
    return found


def demo_builders() -> list[tuple[Plugin, Callable[[], None]]]:
    """The demo callables, in order of requirement."""
    return [(plugin, resolve(plugin, "demo", plugin.demo)) for plugin in installed() if plugin.demo]


def volume_builders() -> dict[str, Callable[[int], int]]:
    """Kind of row -> what fills it, in order of requirement; a kind taken twice is refused."""
    owners: dict[str, Plugin] = {}
    found = {}
    for plugin in installed():
        for kind, path in plugin.scale.items():
            if kind in owners:
                raise Entry(plugin.plugin_name, path, plugin.origin).error(
                    f"its volume of '{kind}' is already brought by plugin '{owners[kind].plugin_name}'",
                    "Rename the kind of row",
                )
            owners[kind] = plugin
            found[kind] = resolve(plugin, "scale", path)
    return found
