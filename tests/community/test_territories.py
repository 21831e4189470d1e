import pytest
from django.core.exceptions import ValidationError

from community.models import DirectoryPage, Territory, TerritoryKind
from community.models.slugged import slug_of
from tests.factories.community import DirectoryPageFactory, TerritoryFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Occitanie", "occitanie"),
        ("La Réunion", "la-reunion"),
        ("Sambre-Avesnois-Thiérache", "sambre-avesnois-thierache"),
        ("Provence-Alpes-Côte d’Azur", "provence-alpes-cote-d-azur"),
        ("Val-d'Oise", "val-d-oise"),
        ("Numérique en Commun[s]", "numerique-en-communs"),
    ],
)
def test_a_slug_is_made_from_the_name(name, slug):
    assert slug_of(name) == slug


def test_a_territory_without_slug_takes_that_of_its_name():
    assert TerritoryFactory(name="Pays Picards").slug == "pays-picards"
    assert TerritoryFactory(name="Autre", slug="choisi").slug == "choisi"


def error_of(territory: Territory) -> dict[str, list[str]]:
    with pytest.raises(ValidationError) as caught:
        territory.full_clean()
    return caught.value.message_dict


def test_a_slug_that_is_taken_or_that_the_directory_keeps_is_refused():
    TerritoryFactory(name="Mérignac")
    assert list(error_of(TerritoryFactory.build(name="Mérignac"))) == ["slug"]
    assert error_of(TerritoryFactory.build(name="Ressources")) == {
        "slug": ["Cet identifiant est celui d’une page de l’annuaire."]
    }


def test_two_territories_of_a_kind_cannot_bear_one_code_but_many_bear_none():
    TerritoryFactory(kind=TerritoryKind.DEPARTEMENT, insee_code="57")
    TerritoryFactory.create_batch(2, kind=TerritoryKind.DEPARTEMENT, insee_code="")
    twin = TerritoryFactory.build(kind=TerritoryKind.DEPARTEMENT, insee_code="57")
    assert error_of(twin) == {"__all__": ["Un territoire de ce type porte déjà ce code INSEE."]}
    TerritoryFactory.build(kind=TerritoryKind.REGION, insee_code="57").full_clean()


def test_a_circle_of_parents_is_refused_and_does_not_hang():
    above = TerritoryFactory()
    below = TerritoryFactory(parent=above)
    above.parent = below
    assert list(error_of(above)) == ["parent"]
    Territory.objects.filter(pk=above.pk).update(parent=below)
    assert Territory.objects.get(pk=above.pk).lineage() == [above, below]


def test_a_point_has_two_coordinates_within_bounds():
    assert list(error_of(TerritoryFactory.build(latitude=48))) == ["longitude"]
    assert list(error_of(TerritoryFactory.build(latitude=91, longitude=2))) == ["latitude"]


def test_region_and_departement_are_found_above():
    region = TerritoryFactory(kind=TerritoryKind.REGION)
    departement = TerritoryFactory(kind=TerritoryKind.DEPARTEMENT, parent=region)
    town = TerritoryFactory(kind=TerritoryKind.COLLECTIVITE, parent=departement)
    wide = TerritoryFactory(parent=region)
    overseas = TerritoryFactory(kind=TerritoryKind.OUTRE_MER)
    alone = TerritoryFactory()
    assert [each.region for each in (region, departement, town, wide, overseas, alone)] == [
        region,
        region,
        region,
        region,
        overseas,
        None,
    ]
    assert [each.departement for each in (region, departement, town, wide, overseas, alone)] == [
        None,
        departement,
        departement,
        None,
        overseas,
        None,
    ]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("thierache", ["Sambre-Avesnois-Thiérache"]),
        ("THIÉRACHE sambre", ["Sambre-Avesnois-Thiérache"]),
        ("reunion", ["La Réunion"]),
        ("974", ["La Réunion"]),
        ("métropoles", ["Bordeaux Métropole"]),
        ("243", ["Bordeaux Métropole"]),
        ("3300", []),
        ("%", ["Bordeaux Métropole", "La Réunion", "Sambre-Avesnois-Thiérache"]),
        ("nulle part", []),
    ],
)
def test_words_find_names_and_codes_without_accents_or_case(query, found):
    TerritoryFactory(name="La Réunion", kind=TerritoryKind.OUTRE_MER, insee_code="974")
    TerritoryFactory(name="Sambre-Avesnois-Thiérache")
    TerritoryFactory(name="Bordeaux Métropole", insee_code="243300316")
    assert [each.name for each in Territory.objects.matching(query)] == found


def test_the_address_of_a_territory_is_in_the_directory_and_is_asked_once(home, django_assert_num_queries):
    territory = TerritoryFactory(name="Metz")
    assert territory.get_absolute_url() == ""
    page = DirectoryPageFactory.build(slug="annuaire")
    home.add_child(instance=page)
    page.save_revision().publish()
    assert territory.get_absolute_url() == "/annuaire/metz/"
    with django_assert_num_queries(0):
        assert territory.get_absolute_url() == "/annuaire/metz/"


def test_the_address_follows_the_directory_when_it_is_taken_down(home):
    page = DirectoryPageFactory(parent=home)
    territory = TerritoryFactory(name="Metz")
    assert territory.get_absolute_url() == "/communaute/metz/"
    page.unpublish()
    assert territory.get_absolute_url() == ""
    page.delete()
    assert DirectoryPage.objects.count() == 0
