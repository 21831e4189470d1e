"""Everything configurable is listed in .env.example."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_env_example_lists_exactly_the_variables_that_the_settings_read() -> None:
    read = set(re.findall(r"env\.\w+\(\"([A-Z_]+)\"", (ROOT / "nec_cms" / "settings.py").read_text()))
    listed = set(re.findall(r"^# ([A-Z_]+)=", (ROOT / ".env.example").read_text(), re.M))
    assert listed == read
