"""docs/plugins.md has one heading per promise and per hook, no more and no less."""

import re
from pathlib import Path

from nec_cms.plugins import Plugin

ROOT = Path(__file__).resolve().parents[2]
PROMISES = {name for name in Plugin.__annotations__ if name not in {"plugin_name", "origin"}}


def headings() -> set[str]:
    return set(re.findall(r"^### (\w+)$", (ROOT / "docs" / "plugins.md").read_text(), re.M))


def hooks_called() -> set[str]:
    found: set[str] = set()
    for room in ("nec_cms", "community", "events", "revue", "home"):
        for file in (ROOT / room).rglob("*.py"):
            found |= set(re.findall(r"get_hooks\(\"?(register_\w+)", file.read_text()))
    return found


def test_every_promise_and_every_hook_has_its_heading() -> None:
    assert headings() - PROMISES == hooks_called() | {"register_kit_access"}
    assert headings() >= PROMISES
