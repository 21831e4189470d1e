"""Fixtures that every room shares."""

from pathlib import Path
from typing import Any

import pytest
from django.core.cache import cache
from wagtail.models import Page, Site


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
    from home.models import HomePage

    root = Page.get_first_root_node()
    page = root.add_child(instance=HomePage(title="Numérique en Commun[s]", slug="accueil-test"))
    site = Site.objects.get(is_default_site=True)
    site.root_page = page
    site.save()
    return page
