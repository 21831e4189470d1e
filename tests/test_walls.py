"""The walls of docs/architecture.md, read from the imports: arrows point down, the core knows no plugin."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from nec_cms import plugins

ROOT = Path(__file__).resolve().parent.parent
MAY_IMPORT = {
    "nec_cms": set(),
    "home": {"nec_cms"},
    "community": {"nec_cms"},
    "events.formats": {"nec_cms", "community"},
    "events": {"nec_cms", "community", "events.formats"},
    "events.kits": {"nec_cms", "community", "events.formats", "events"},
    "events.candidatures": {"nec_cms", "community", "events.formats", "events", "events.kits"},
    "revue": {"nec_cms", "community", "events.formats", "events"},
}
ROOMS = sorted(MAY_IMPORT, key=len, reverse=True)


def room_of(module: str) -> str | None:
    """The room that a dotted module name belongs to, None for what is not ours."""
    return next((room for room in ROOMS if module == room or module.startswith(room + ".")), None)


def imported_modules(source: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def modules() -> list[tuple[str, str, Path]]:
    """(room, module, file) of the site's Python files, without migrations and what `startplugin` copies."""
    found = []
    for room in ("nec_cms", "home", "community", "events", "revue"):
        for file in (ROOT / room).rglob("*.py"):
            if not {"migrations", "plugin_template"} & set(file.parts):
                module = ".".join(file.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
                found.append((room_of(module) or "", module, file))
    return found


def breaches(room: str, source: str) -> set[str]:
    targets = {target for name in imported_modules(source) if (target := room_of(name)) and target != room}
    return targets - MAY_IMPORT[room]


def test_no_module_imports_across_a_wall() -> None:
    found = {module: breach for room, module, file in modules() if (breach := breaches(room, file.read_text()))}
    assert found == {}


def test_a_breach_is_seen() -> None:
    assert breaches("nec_cms", "from events.models import EventPage") == {"events"}
    assert breaches("events", "import events.kits.build") == {"events.kits"}
    assert breaches("events.kits", "from events import models") == set()


@pytest.mark.parametrize("plugin", plugins.installed(), ids=lambda plugin: plugin.plugin_name)
def test_requires_states_what_the_walls_allow(plugin: plugins.Plugin) -> None:
    rooms = {other.plugin_name: other.name for other in plugins.installed()}
    assert {rooms[name] for name in plugin.requires} <= MAY_IMPORT[plugin.name]


def test_only_small_files() -> None:
    """One role a file: past 250 lines it is split. Settings alone are one file whatever their length."""
    lines = {module: len(file.read_text().splitlines()) for _, module, file in modules()}
    long = {module: count for module, count in lines.items() if count > 250 and module != "nec_cms.settings"}
    assert long == {}
