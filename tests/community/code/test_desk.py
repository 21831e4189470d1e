import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from wagtail.models import ModelLogEntry

from community.code.adding import add
from community.code.units import unit
from community.models import Territory, TerritoryKind
from nec_cms.models import User
from nec_cms.roles import COMMUNICATION, EDITOR, INSTRUCTION, setup_roles
from nec_cms.testing import PluginContract
from tests.factories.community import TerritoryFactory

pytestmark = pytest.mark.django_db

CODE = "/admin/snippets/community/territory/code/"
METZ, SAINT_DENIS, NOUMEA = "57463", "97411", "98818"


@pytest.fixture
def moselle() -> Territory:
    return TerritoryFactory(name="Moselle", kind=TerritoryKind.DEPARTEMENT, insee_code="57")


def test_a_commune_is_added_with_its_code_its_departement_and_a_line_in_the_log(admin_client, admin_user, moselle):
    response = admin_client.post(CODE, {"code": METZ})
    metz = Territory.objects.get(insee_code=METZ)
    assert (metz.name, metz.slug, metz.kind, metz.parent) == ("Metz", "metz", TerritoryKind.COLLECTIVITE, moselle)
    assert response["Location"] == f"/admin/snippets/community/territory/edit/{metz.pk}/"
    entry = ModelLogEntry.objects.for_instance(metz).get()
    assert (entry.action, entry.user) == ("wagtail.create", admin_user)


def test_one_that_is_there_already_is_left_as_it_is(admin_client, moselle):
    metz = TerritoryFactory(name="Metz la bien nommée", insee_code=METZ)
    response = admin_client.post(CODE, {"code": METZ}, follow=True)
    assert list(Territory.objects.filter(insee_code=METZ)) == [metz]
    assert "est déjà dans l’annuaire" in response.content.decode()


def test_two_communes_of_one_name_have_two_addresses(admin_user):
    first, second = (add(unit(code), admin_user)[0] for code in ("93066", SAINT_DENIS))
    assert [first.slug, second.slug] == ["saint-denis", "saint-denis-97411"]


def test_a_commune_of_a_departement_that_the_directory_has_not_stands_alone(admin_user):
    noumea, made = add(unit(NOUMEA), admin_user)
    assert (noumea.name, noumea.parent, made) == ("Nouméa", None, True)


@pytest.mark.parametrize("code", ["", "00000", "57", "<script>", "x" * 5000])
def test_a_code_that_is_none_adds_nothing(admin_client, code):
    response = admin_client.post(CODE, {"code": code}, follow=True)
    assert Territory.objects.count() == 0
    assert "Ce code n’est pas celui d’une commune ni d’une intercommunalité." in response.content.decode()


def test_the_page_lists_what_matches_and_says_what_is_there(admin_client, moselle):
    metz = TerritoryFactory(name="Metz", insee_code=METZ)
    response = admin_client.get(CODE, {"q": "metz"})
    rows = response.context["rows"]
    assert [(row["unit"].name, row["departement"], row["population"], row["territory"]) for row in rows[:3]] == [
        ("Metz", "Moselle", "122\u202f572", metz),
        ("Metz Métropole", "Moselle", "234\u202f112", None),
        ("Metz-en-Couture", "", "620", None),
    ]
    page = response.content.decode()
    assert page.count("Déjà dans l’annuaire") == 1
    assert '<button class="button button-small" type="submit" name="code" value="200039865">' in page


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("", "Écrivez au moins deux lettres."),
        ("zzzz", "Aucune commune ni intercommunalité ne porte ce nom ou ce code."),
        ("saint", "Les 20 premières réponses"),
    ],
)
def test_the_page_says_what_to_do_next(admin_client, query, said):
    assert said in admin_client.get(CODE, {"q": query}).content.decode()


def test_as_one_types_the_list_alone_is_sent(admin_client):
    page = admin_client.get(CODE, {"q": "metz"}, headers={"X-Requested-With": "XMLHttpRequest"}).content.decode()
    assert "<html" not in page
    assert "Metz Métropole" in page


def test_the_page_costs_the_same_for_one_answer_and_for_twenty(admin_client, moselle):
    admin_client.get(CODE)
    one = PluginContract.count_queries(admin_client, f"{CODE}?q=57463")
    assert PluginContract.count_queries(admin_client, f"{CODE}?q=saint") == one


def test_the_list_of_territories_leads_to_the_code_and_to_the_free_form(admin_client):
    page = admin_client.get("/admin/snippets/community/territory/").content.decode()
    assert f'href="{CODE}"' in page
    assert reverse("wagtailsnippets_community_territory:add") in admin_client.get(CODE).content.decode()


@pytest.mark.parametrize(("role", "status"), [(EDITOR, 200), (COMMUNICATION, 302), (INSTRUCTION, 302)])
def test_who_may_add_from_the_code(client, role, status):
    setup_roles()
    user = User.objects.create_user("personne@example.org", "secret-exemple")
    user.groups.add(Group.objects.get(name=role))
    client.force_login(user)
    assert client.get(CODE, {"q": "metz"}).status_code == status
    client.post(CODE, {"code": METZ})
    assert Territory.objects.filter(insee_code=METZ).exists() is (role == EDITOR)


def test_a_stranger_is_sent_to_sign_in(client):
    response = client.post(CODE, {"code": METZ})
    assert response["Location"].startswith("/admin/login/")
    assert Territory.objects.count() == 0
