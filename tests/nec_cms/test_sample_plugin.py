"""A stranger's package, installed with pip in a folder of its own: the site finds it, and its own tests pass."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

pytestmark = pytest.mark.xdist_group("sample_plugin")  # one installation, one database

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "tests" / "sample_plugin"
Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory, migrated_data: Callable[[Path], None]) -> Run:
    """Run a Python command where the plugin is installed; its database and files are its own."""
    folder = tmp_path_factory.mktemp("sample")
    package = shutil.copytree(SOURCE, folder / "package", ignore=shutil.ignore_patterns("build", "*.egg-info"))
    target = folder / "site-packages"
    migrated_data(folder / "var")
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-build-isolation", "--no-index"]
    subprocess.run([*pip, "--target", str(target), str(package)], check=True, capture_output=True, text=True)
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("PYTEST_", "DJANGO_", "COV_"))}

    def command(*arguments: str, **variables: str) -> "subprocess.CompletedProcess[str]":
        environment = {**clean, "PYTHONPATH": str(target), "NEC_DATA_DIR": str(folder / "var"), "DATABASE_URL": ""}
        return subprocess.run(
            [sys.executable, *arguments],
            cwd=ROOT,
            env={key: value for key, value in {**environment, **variables}.items() if value},
            capture_output=True,
            text=True,
        )

    return command


def test_it_is_listed_with_its_package_and_version(run: Run) -> None:
    listed = run("manage.py", "plugins")
    assert "annonces       Petites annonces  (nec-annonces 1.2.0, seam 1)" in listed.stdout.splitlines(), listed.stderr


def test_installing_it_needs_no_migration_of_any_other_app(run: Run) -> None:
    made = run("manage.py", "makemigrations", "--check", "--dry-run")
    assert (made.returncode, made.stdout.strip()) == (0, "No changes detected"), made.stderr


def test_its_own_tests_pass(run: Run) -> None:
    """The contract (promises, previews, demo, pages, query counts) and its related content."""
    tests = run("-m", "pytest", "tests/sample_plugin/tests", "-q", "-p", "no:randomly", "-p", "no:xdist")
    assert tests.returncode == 0, tests.stdout[-3000:] + tests.stderr[-2000:]
    assert tests.stdout.strip().splitlines()[-1].startswith("8 passed")


def test_disabling_it_while_its_pages_exist_is_refused(run: Run) -> None:
    """`check --database` names the plugin, the pages and the way out; `plugins --usage` lists them."""
    assert run("manage.py", "migrate", "--verbosity", "0").returncode == 0
    script = (
        "from wagtail.models import Page; from nec_annonces.models import AnnoncePage;"
        "Page.get_first_root_node().add_child(instance=AnnoncePage(title='Annonce témoin', slug='temoin', summary='x'))"
    )
    made = run("manage.py", "shell", "--verbosity", "0", "-c", script)
    assert made.returncode == 0, made.stderr
    used = run("manage.py", "plugins", "--usage", "annonces")
    assert used.stdout.strip().splitlines()[-1] == "1 page(s) use plugin 'annonces'.", used.stderr
    refused = run("manage.py", "check", "--database", "default", NEC_PLUGINS_DISABLED="annonces")
    assert refused.returncode == 1
    assert (
        "Plugin 'annonces' is disabled but 1 page(s) use it, first 'Annonce témoin'. "
        "Enable it, or remove what `manage.py plugins --usage annonces` lists." in refused.stderr
    )


def test_the_site_of_the_other_tests_does_not_see_it() -> None:
    from nec_cms import plugins

    assert "annonces" not in {plugin.plugin_name for plugin in plugins.installed()}
