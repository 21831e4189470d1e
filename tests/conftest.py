"""Fixtures that every room shares."""

import sqlite3
import uuid
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from django.core.cache import cache
from django.db import connection
from django.db.backends.base.creation import TEST_DATABASE_PREFIX
from django.test.utils import setup_databases
from wagtail.models import Page, Site


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The served demo first: it takes minutes, and the last of several workers should not wait for it alone."""
    items.sort(key=lambda item: "tests/road/" not in item.nodeid)


@pytest.fixture(autouse=True)
def files_in_a_folder_of_their_own(settings: Any, tmp_path: Path) -> None:
    """Media and private files of one test are gone with it; the cache starts empty."""
    settings.MEDIA_ROOT = tmp_path / "media"
    storages = {name: dict(options) for name, options in settings.STORAGES.items()}
    storages["private"] = {**storages["private"], "OPTIONS": {"location": str(tmp_path / "private"), "base_url": None}}
    settings.STORAGES = storages
    cache.clear()
    Site.clear_site_root_paths_cache()


@pytest.fixture
def home(db: None) -> Page:
    """A home page as the root of the default site."""
    return make_home()


def make_home() -> Page:
    """A home page, made the root of the default site."""
    from home.models import HomePage

    root = Page.get_first_root_node()
    page = root.add_child(instance=HomePage(title="Numérique en Commun[s]", slug="accueil-test"))
    site = Site.objects.get(is_default_site=True)
    site.root_page = page
    site.save()
    return page


@pytest.fixture
def own_database(django_db_setup: None, django_db_blocker: Any, tmp_path: Path) -> Iterator[None]:
    """A copy of the test database with real commits, for tests of what happens at once in several threads.

    A thread closes its own connection at its end. The copy is dropped with the test; the reused database stays whole.
    """
    settings_dict = connection.settings_dict
    with django_db_blocker.unblock():
        is_set_up = settings_dict["NAME"] == connection.creation._get_test_db_name() or (
            connection.vendor != "sqlite" and str(settings_dict["NAME"]).startswith(TEST_DATABASE_PREFIX)
        )
        if not is_set_up:
            # pytest-django sets up what marked tests ask for: where none was collected, it set up nothing
            setup_databases(verbosity=0, interactive=False, aliases={"default"}, keepdb=True)
        kept = settings_dict["NAME"]
        connection.close()
        copy = str(tmp_path / "copy.sqlite3") if connection.vendor == "sqlite" else f"{kept}_{uuid.uuid4().hex[:12]}"
        copy_database(str(kept), copy)
        settings_dict["NAME"] = copy
        try:
            yield
        finally:
            connection.close()
            settings_dict["NAME"] = kept
            if connection.vendor != "sqlite":
                with connection._nodb_cursor() as cursor:
                    cursor.execute(f'DROP DATABASE "{copy}" WITH (FORCE)')


@pytest.fixture(scope="session")
def migrated_data(django_db_setup: None) -> Callable[[Path], None]:
    """Puts a migrated database in a data folder, for a command or a suite that runs there in a process of its own.

    The test database is copied, for it is empty and migrating takes most of a minute. Nothing is done where the suite
    runs on another engine, or has no database yet: the process then migrates by itself.
    """

    def copy(folder: Path) -> None:
        name = str(connection.settings_dict["NAME"])
        if connection.vendor == "sqlite" and name == str(connection.creation._get_test_db_name()):
            folder.mkdir(parents=True, exist_ok=True)
            for target in ("db.sqlite3", "test.sqlite3"):
                copy_database(name, str(folder / target))

    return copy


def copy_database(source: str, copy: str) -> None:
    if connection.vendor == "sqlite":
        with closing(sqlite3.connect(source)) as origin, closing(sqlite3.connect(copy)) as target:
            origin.backup(target)
        return
    with connection._nodb_cursor() as cursor:
        cursor.execute(f'CREATE DATABASE "{copy}" TEMPLATE "{source}"')
