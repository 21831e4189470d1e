"""The plugin's own tests: the contract, and what it adds to a territory. Run where the plugin is installed."""

import itertools

import pytest
from django.test import Client
from nec_annonces.models import AnnoncePage

from community.models import Territory
from nec_cms.hooks import related_content
from nec_cms.testing import PluginContract

numbers = itertools.count(1)


def make_annonce(**fields: object) -> AnnoncePage:
    from nec_cms.demo import home_page

    number = next(numbers)
    page = AnnoncePage(title=f"Annonce {number}", slug=f"annonce-{number}", summary="exemple", **fields)
    return home_page().add_child(instance=page)


class TestAnnonces(PluginContract):
    plugin_name = "annonces"
    lists = {"/annonces/": make_annonce}


@pytest.mark.django_db
def test_a_territory_shows_what_the_plugin_knows_about_it(client: Client) -> None:
    territory = Territory.objects.create(name="Vallée exemple", kind="territoire")
    make_annonce(territory=territory)
    make_annonce(territory=territory)
    provider = next(p for p in related_content(Territory) if p.name == "annonces")
    assert provider.counts([territory]) == {territory.pk: 2}
    assert [page.territory for page in provider.items(territory)] == [territory, territory]
