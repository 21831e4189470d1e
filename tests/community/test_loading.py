import csv
import json
from collections import Counter

import pytest
from django.core.management import call_command

from community.loading import DATA, load_territories
from community.map import OUTLINES
from community.models import Territory, TerritoryKind
from community.models.slugged import slug_of
from tests.factories.community import TerritoryFactory

pytestmark = pytest.mark.django_db

PROGRAMME = {
    "Vaulx-en-Velin": "Rhône",
    "Chambéry": "Savoie",
    "Nantes": "Loire-Atlantique",
    "Lalouvesc": "Ardèche",
    "Strasbourg": "Bas-Rhin",
    "Bordeaux Métropole": "Gironde",
    "Orléans Métropole": "Loiret",
    "Montpellier Métropole": "Hérault",
    "Pays Picards": "Hauts-de-France",
    "Sambre-Avesnois-Thiérache": "Hauts-de-France",
    "Sud-Charente": "Charente",
    "Sud-Essonne": "Essonne",
    "Vosges": "Grand Est",
    "Dordogne": "Nouvelle-Aquitaine",
    "Ardennes": "Grand Est",
    "Seine-Saint-Denis": "Île-de-France",
    "Maine-et-Loire": "Pays de la Loire",
    "Puy-de-Dôme": "Auvergne-Rhône-Alpes",
    "Doubs": "Bourgogne-Franche-Comté",
    "Allier": "Auvergne-Rhône-Alpes",
    "Drôme": "Auvergne-Rhône-Alpes",
    "Haute-Savoie": "Auvergne-Rhône-Alpes",
    "Centre-Val de Loire": None,
    "Hauts-de-France": None,
    "Occitanie": None,
    "Guadeloupe": None,
    "La Réunion": None,
    "Martinique": None,
}
"""The 28 names of the programme's list, and what each lies in."""


def test_eighteen_regions_and_a_hundred_and_one_departements_are_loaded():
    load_territories()
    kinds = Counter(Territory.objects.values_list("kind", flat=True))
    assert kinds[TerritoryKind.REGION] + kinds[TerritoryKind.OUTRE_MER] == 18
    assert kinds[TerritoryKind.DEPARTEMENT] + kinds[TerritoryKind.OUTRE_MER] == 101
    assert Territory.objects.regions().count() == 18
    orphans = Territory.objects.filter(kind=TerritoryKind.DEPARTEMENT).exclude(parent__kind=TerritoryKind.REGION)
    assert list(orphans) == []


def test_the_twenty_eight_names_of_the_programme_are_loaded_each_in_its_place():
    load_territories()
    found = Territory.objects.filter(name__in=PROGRAMME).select_related("parent")
    assert {each.name: each.parent.name if each.parent else None for each in found} == PROGRAMME
    free = found.filter(insee_code="")
    assert sorted(each.name for each in free) == [
        "Pays Picards",
        "Sambre-Avesnois-Thiérache",
        "Sud-Charente",
        "Sud-Essonne",
    ]


def test_every_departement_has_an_outline_and_every_outline_a_departement():
    load_territories()
    outlines = json.loads(OUTLINES.read_text())
    kinds = [TerritoryKind.DEPARTEMENT, TerritoryKind.OUTRE_MER]
    codes = set(Territory.objects.of_kinds(kinds).values_list("insee_code", flat=True))
    assert codes == {*outlines["metropole"], *outlines["outre-mer"]}


def test_loading_twice_adds_nothing_and_undoes_nothing():
    made = load_territories()
    Territory.objects.filter(slug="occitanie").update(name="Occitanie et nous", introduction="<p>Nous.</p>")
    assert (made, load_territories()) == (129, 0)
    kept = Territory.objects.get(slug="occitanie")
    assert (kept.name, kept.introduction) == ("Occitanie et nous", "<p>Nous.</p>")


def test_what_an_editor_made_before_is_completed_and_not_doubled():
    by_name = TerritoryFactory(name="Metz", kind=TerritoryKind.COLLECTIVITE)
    by_code = TerritoryFactory(name="Nancy et alentours", kind=TerritoryKind.DEPARTEMENT, insee_code="54")
    load_territories()
    by_name.refresh_from_db()
    by_code.refresh_from_db()
    assert (by_name.insee_code, by_name.parent.slug, by_code.parent.slug) == ("57463", "moselle", "grand-est")
    assert Territory.objects.filter(insee_code="54").count() == 1


def test_the_command_says_what_it_did(capsys):
    call_command("load_territories")
    call_command("load_territories")
    assert capsys.readouterr().out == "129 territories added.\n0 territories added.\n"


@pytest.mark.parametrize("name", ["administrative.csv", "programme.csv"])
def test_slugs_of_the_files_are_those_of_the_names(name):
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["slug"] for row in rows] == [slug_of(row["name"]) for row in rows]
