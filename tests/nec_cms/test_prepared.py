"""The demo is built again where its sources changed, and only there."""

from pathlib import Path
from typing import Any

import pytest
import time_machine

from nec_cms import prepared


@pytest.fixture
def calls(db: None, settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The commands that were called; the sources and the data are a folder of the test's own."""
    settings.BASE_DIR, settings.DATA_DIR, settings.STATIC_ROOT = tmp_path, tmp_path / "var", tmp_path / "static"
    (tmp_path / "var").mkdir()
    (tmp_path / "static").mkdir()
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "models.py").write_text("name = 1\n", encoding="utf-8")
    found: list[str] = []
    monkeypatch.setattr(prepared, "call_command", lambda name, **options: found.append(name))
    return found


def test_a_second_start_builds_nothing(calls: list[str]) -> None:
    prepared.prepare()
    prepared.prepare()
    assert calls == ["migrate", "collectstatic", "demo"]


def test_a_changed_source_or_address_builds_again(calls: list[str], settings: Any, tmp_path: Path) -> None:
    prepared.prepare()
    (tmp_path / "home" / "models.py").write_text("name = 12\n", encoding="utf-8")
    prepared.prepare()
    settings.BASE_URL = "http://127.0.0.1:8999"
    prepared.prepare()
    assert calls == ["migrate", "collectstatic", "demo"] * 3


def test_a_database_or_static_files_that_are_gone_are_built_again(
    calls: list[str], settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    prepared.prepare()
    settings.STATIC_ROOT.rmdir()
    prepared.prepare()
    settings.STATIC_ROOT.mkdir()
    monkeypatch.setattr(prepared.MigrationRecorder, "has_table", lambda recorder: False)
    prepared.prepare()
    assert calls == ["migrate", "collectstatic", "demo"] * 3


def test_a_failed_build_is_tried_again(calls: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(name: str, **options: Any) -> None:
        raise RuntimeError(name)

    with monkeypatch.context() as patch:
        patch.setattr(prepared, "call_command", fail)
        with pytest.raises(RuntimeError, match="migrate"):
            prepared.prepare()
    prepared.prepare()
    assert calls == ["migrate", "collectstatic", "demo"]


def test_the_next_day_the_content_is_no_longer_of_today(calls: list[str]) -> None:
    with time_machine.travel("2026-11-24T10:00:00+01:00"):
        prepared.prepare()
        assert prepared.is_of_today() is True
    with time_machine.travel("2026-11-25T10:00:00+01:00"):
        assert prepared.is_of_today() is False
