"""`startplugin` writes a package that installs in a fresh environment, passes its own tests and needs no migration."""

import os
import site
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

pytestmark = pytest.mark.xdist_group("startplugin")  # one environment, one database

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("stranger") / "nec-offres-emploi"
    call_command("startplugin", "offres_emploi", folder, title="Offres d’emploi")
    return folder


@pytest.fixture(scope="module")
def python(package: Path, migrated_data: Callable[[Path], None]) -> Path:
    """A fresh virtual environment that sees this one's libraries, with the package installed in it by pip."""
    environment = package.parent / "environment"
    run(sys.executable, "-m", "venv", "--without-pip", environment)
    python = environment / "bin" / "python"
    own = Path(run(python, "-c", "import site; print(site.getsitepackages()[0])").strip())
    (own / "site.pth").write_text("\n".join(site.getsitepackages()), encoding="utf-8")
    pip = ["-m", "pip", "--python", python, "install", "--quiet", "--no-deps", "--no-build-isolation", "--no-index"]
    run(sys.executable, *pip, package)
    migrated_data(package.parent / "var")
    return python


def run(*command: object, **variables: str) -> str:
    """Run a command from the site's folder; its output, or the failure of the test with what it said."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("PYTEST_", "DJANGO_", "COV_"))}
    clean.pop("DATABASE_URL", None)
    done = subprocess.run(
        [str(part) for part in command], cwd=ROOT, env=clean | variables, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
    return done.stdout


def test_every_word_of_the_template_is_replaced(package: Path) -> None:
    written = [path for path in package.rglob("*") if path.is_file()]
    left = [path.name for path in written if "modele" in (str(path.relative_to(package)) + path.read_text()).lower()]
    assert left == []
    assert (package / "nec_offres_emploi" / "templates" / "nec_offres_emploi" / "listing.html").exists()


def test_it_is_listed_and_needs_no_migration(package: Path, python: Path) -> None:
    data = str(package.parent / "var")
    listed = run(python, "manage.py", "plugins", NEC_DATA_DIR=data)
    assert "offres_emploi  Offres d’emploi  (nec-offres-emploi 0.1.0, seam 1)" in listed.splitlines()
    made = run(python, "manage.py", "makemigrations", "--check", "--dry-run", NEC_DATA_DIR=data)
    assert made.strip() == "No changes detected"


def test_its_own_tests_pass(package: Path, python: Path) -> None:
    tests = package / "tests"
    done = run(python, "-m", "pytest", "-c", "pyproject.toml", tests, "-q", NEC_DATA_DIR=str(package.parent / "var"))
    assert done.strip().splitlines()[-1].startswith("8 passed")


@pytest.mark.parametrize("name", ["Offres", "2offres", "offres-emploi", "offres__emploi", "../offres", ""])
def test_a_name_that_python_would_refuse_is_refused(name: str, tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="is no name for a plugin"):
        call_command("startplugin", name, tmp_path / "dossier")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["revue", "admin"])
def test_a_name_that_is_taken_is_refused(name: str, tmp_path: Path) -> None:
    with pytest.raises(CommandError, match=f"The name '{name}' is taken"):
        call_command("startplugin", name, tmp_path / "dossier")


def test_nothing_is_written_over_what_exists(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="exists already"):
        call_command("startplugin", "offres_emploi", tmp_path)
    assert list(tmp_path.iterdir()) == []
