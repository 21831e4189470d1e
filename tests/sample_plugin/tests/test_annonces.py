"""The plugin's own tests: the contract, and what it adds to a territory. Run where the plugin is installed."""

import itertools
from dataclasses import replace

import pytest
from django.test import Client
from nec_annonces.models import AnnoncePage

from community.models import Territory
from events.kits.data import KitData
from events.kits.engine import fingerprints, render
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


def test_every_kit_has_a_bookmark_that_changes_with_the_name_alone() -> None:
    data = KitData(title="NEC Vallée exemple", url="https://nec.example.org/", dates="3 octobre")
    others = {name for name in fingerprints(data) if name != "marque-page.png"}
    (made,) = render(data, skip=others)
    assert (made.name, made.family, made.width, made.height) == ("marque-page.png", "Papeterie", 591, 1772)
    assert made.alt == "Marque-page NEC [Vallée exemple]."
    moved = fingerprints(replace(data, dates="4 octobre"))
    assert moved["marque-page.png"] == made.fingerprint == fingerprints(data)["marque-page.png"]
    assert moved["affiche-a4.pdf"] != fingerprints(data)["affiche-a4.pdf"]
