"""The plugin's own tests: the contract of every plugin, and what it adds to a territory."""

import itertools

import pytest
from django.test import Client
from nec_modele.models import ModelePage

from community.models import Territory
from nec_cms.demo import home_page
from nec_cms.hooks import related_content
from nec_cms.testing import PluginContract

numbers = itertools.count(1)


def make_page(**fields: object) -> ModelePage:
    number = next(numbers)
    page = ModelePage(title=f"Exemple {number}", slug=f"exemple-{number}", summary="Un exemple.", **fields)
    return home_page().add_child(instance=page)


class TestModele(PluginContract):
    plugin_name = "modele"
    lists = {"/modele-tirets/": make_page}


@pytest.mark.django_db
def test_a_territory_shows_the_pages_about_it() -> None:
    territory = Territory.objects.create(name="Vallée exemple", kind="territoire")
    make_page(territory=territory)
    make_page(territory=territory)
    provider = next(each for each in related_content(Territory) if each.name == "modele-tirets")
    assert provider.counts([territory]) == {territory.pk: 2}
    assert [page.territory for page in provider.items(territory)] == [territory, territory]


@pytest.mark.django_db
def test_the_list_says_that_it_is_empty(client: Client) -> None:
    assert "Rien n’est encore publié ici." in client.get("/modele-tirets/").content.decode()
