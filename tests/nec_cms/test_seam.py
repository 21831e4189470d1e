"""Each way in which a plugin can be broken is said once, in one line, with the culprit and the mend."""

import importlib
import sys
from pathlib import Path

import pytest
from django.apps import apps

from nec_cms import plugins
from nec_cms.plugins import Plugin, PluginError, discover

GOOD = """
from nec_cms.plugins import Plugin

class GoodPlugin(Plugin):
    name = "{module}"
    api = {api}
    requires = {requires}
"""


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Install a distribution with an entry point, as pip would leave it, on a path of its own."""
    monkeypatch.syspath_prepend(str(tmp_path))
    made = []

    def install(name: str, *, source: str = "", path: str = "", api: int = 1, requires: tuple[str, ...] = ()) -> None:
        module = f"stranger_{name}"
        (tmp_path / f"{module}.py").write_text(source or GOOD.format(module=module, api=api, requires=requires))
        info = tmp_path / f"nec_{name}-2.1.dist-info"
        info.mkdir()
        (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: nec-{name}\nVersion: 2.1\n")
        (info / "entry_points.txt").write_text(f"[nec_cms.plugins]\n{name} = {path or module + ':GoodPlugin'}\n")
        made.append(module)
        importlib.invalidate_caches()

    yield install
    for module in made:
        sys.modules.pop(module, None)


def message(disabled: tuple[str, ...] = ()) -> str:
    with pytest.raises(PluginError) as caught:
        discover({}, disabled)
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_a_sound_plugin_is_found_with_its_package_and_version(installed) -> None:
    installed("jobs")
    assert [(e.name, e.path, e.origin) for e in discover({})] == [("jobs", "stranger_jobs.GoodPlugin", "nec-jobs 2.1")]


def test_plugins_come_after_those_they_require(installed) -> None:
    installed("alpha", requires=("zeta",))
    installed("zeta")
    assert [entry.name for entry in discover({})] == ["zeta", "alpha"]


def test_a_missing_import_names_plugin_package_and_cause(installed) -> None:
    installed("jobs", source="import a_module_that_is_not_there\n")
    assert message() == (
        "Plugin 'jobs' (nec-jobs 2.1): 'stranger_jobs.GoodPlugin' cannot be imported "
        "(No module named 'a_module_that_is_not_there'). "
        "Mend the import, correct the entry point, or uninstall nec-jobs."
    )


def test_a_class_that_is_not_there_is_named(installed) -> None:
    installed("jobs", path="stranger_jobs:OtherPlugin")
    assert message() == (
        "Plugin 'jobs' (nec-jobs 2.1): 'stranger_jobs.OtherPlugin' cannot be imported "
        '(Module "stranger_jobs" does not define a "OtherPlugin" attribute/class). '
        "Mend the import, correct the entry point, or uninstall nec-jobs."
    )


def test_a_module_instead_of_the_class_is_refused(installed) -> None:
    installed("jobs", source="GoodPlugin = 'not a class'\n")
    assert message() == (
        "Plugin 'jobs' (nec-jobs 2.1): 'stranger_jobs.GoodPlugin' is not a nec_cms.plugins.Plugin class. "
        "Give the dotted path of the config class, not of its module."
    )


def test_another_version_of_the_seam_is_refused(installed) -> None:
    installed("jobs", api=7)
    assert message() == (
        f"Plugin 'jobs' (nec-jobs 2.1): it is written for seam version 7, this site speaks {plugins.API}. "
        f"Install a release of nec-jobs for seam version {plugins.API}."
    )


def test_an_unknown_requirement_is_named(installed) -> None:
    installed("jobs", requires=("ghost",))
    assert message() == (
        "Plugin 'jobs' (nec-jobs 2.1): it requires 'ghost', which is not installed. "
        "Install 'ghost' or uninstall nec-jobs."
    )


def test_a_circle_of_requirements_is_spelt_out(installed) -> None:
    installed("alpha", requires=("beta",))
    installed("beta", requires=("alpha",))
    text = message()
    assert "its requirements form a circle (" in text
    assert text.endswith("Remove one of these requirements.")


def test_a_name_taken_twice_is_refused(installed) -> None:
    installed("jobs")
    with pytest.raises(PluginError) as caught:
        discover({"jobs": "home.apps.HomePlugin"})
    assert str(caught.value) == (
        "Plugin 'jobs' (nec-jobs 2.1): its name is already taken by nec-cms. "
        "Rename the entry point or uninstall nec-jobs."
    )


def test_a_disabled_plugin_is_left_out_unless_another_needs_it(installed) -> None:
    installed("base")
    assert discover({}, ["base"]) == []
    installed("jobs", requires=("base",))
    assert message(("base",)) == (
        "Plugin 'jobs' (nec-jobs 2.1): it requires 'base', which NEC_PLUGINS_DISABLED leaves out. "
        "Disable 'jobs' as well, or enable 'base'."
    )


def test_disabling_what_is_not_installed_is_said() -> None:
    assert message(("ghost",)) == (
        "NEC_PLUGINS_DISABLED names 'ghost', which is not installed. Correct the name or remove it."
    )


def test_a_block_name_taken_twice_names_both_plugins(monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = plugins.installed()[:2]
    monkeypatch.setattr(first, "blocks", {"same": "nec_cms.blocks.TextBlock"})
    monkeypatch.setattr(second, "blocks", {"same": "nec_cms.blocks.TextBlock"})
    with pytest.raises(PluginError) as caught:
        plugins.body_blocks()
    assert str(caught.value) == (
        f"Plugin '{second.plugin_name}' ({second.origin}): its block 'same' is already brought by plugin "
        f"'{first.plugin_name}'. Rename the block."
    )


@pytest.mark.parametrize(
    ("promise", "value", "path"),
    [
        ("blocks", {"ghost": "home.ghost.Block"}, "home.ghost.Block"),
        ("urls", "home.ghost_urls", "home.ghost_urls"),
        ("demo", "home.ghost.build", "home.ghost.build"),
    ],
)
def test_a_promise_that_does_not_resolve_fails_the_check(
    promise: str, value: object, path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from nec_cms.checks import check_promises

    home: Plugin = apps.get_app_config("home")  # type: ignore[assignment]
    monkeypatch.setattr(home, promise, value)
    (error,) = check_promises(None)
    module = path if promise == "urls" else path.rpartition(".")[0]
    assert error.msg == (
        f"Plugin 'home' (nec-cms): its promise '{promise}' names '{path}', which cannot be imported "
        f"(No module named '{module}'). Correct the dotted path in its config class."
    )


def test_a_prefix_of_the_core_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    from nec_cms.checks import check_promises

    home: Plugin = apps.get_app_config("home")  # type: ignore[assignment]
    monkeypatch.setattr(home, "urls", "nec_cms.urls")
    monkeypatch.setattr(home, "prefix", "admin")
    (error,) = check_promises(None)
    assert error.msg == (
        "Plugin 'home' (nec-cms): its address prefix 'admin/' belongs to the core. Choose another prefix."
    )
