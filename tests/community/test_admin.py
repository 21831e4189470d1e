import pytest
from django.contrib.auth.models import Group

from community.models import Organisation, Territory, TerritoryKind, Theme
from nec_cms.models import User
from nec_cms.roles import COMMUNICATION, EDITOR, INSTRUCTION, MODERATOR, setup_roles
from nec_cms.testing import PluginContract
from tests.factories.community import OrganisationFactory, TerritoryFactory, ThemeFactory

pytestmark = pytest.mark.django_db

TERRITORIES = "/admin/snippets/community/territory/"
ORGANISATIONS = "/admin/snippets/community/organisation/"
THEMES = "/admin/snippets/community/theme/"


def sign_in(client, role: str) -> None:
    setup_roles()
    user = User.objects.create_user("personne@example.org", "secret-exemple")
    user.groups.add(Group.objects.get(name=role))
    client.force_login(user)


@pytest.mark.parametrize(
    ("role", "territories", "themes"),
    [(EDITOR, True, False), (MODERATOR, True, True), (COMMUNICATION, False, False), (INSTRUCTION, False, False)],
)
def test_who_may_add_territories_and_themes(client, role, territories, themes):
    sign_in(client, role)
    client.post(f"{TERRITORIES}add/", {"name": "Pays exemple", "kind": "territoire", "introduction": "null"})
    client.post(f"{THEMES}add/", {"name": "Thème exemple", "order": 1})
    assert Territory.objects.filter(slug="pays-exemple").exists() is territories
    assert Theme.objects.filter(slug="theme-exemple").exists() is themes


@pytest.mark.parametrize(("role", "deleted"), [(EDITOR, False), (MODERATOR, True)])
def test_who_may_delete_an_organisation(client, role, deleted):
    organisation = OrganisationFactory()
    sign_in(client, role)
    client.post(f"{ORGANISATIONS}delete/{organisation.pk}/")
    assert Organisation.objects.filter(pk=organisation.pk).exists() is not deleted


def test_the_territory_s_form_says_what_is_wrong_in_french(admin_client):
    TerritoryFactory(name="Ressources exemple", kind=TerritoryKind.DEPARTEMENT, insee_code="57")
    response = admin_client.post(
        f"{TERRITORIES}add/",
        {"name": "Ressources", "kind": "departement", "insee_code": "57", "latitude": "95", "introduction": "null"},
    )
    page = response.content.decode()
    for part in (
        "Cet identifiant est celui d’une page de l’annuaire.",
        "inférieure ou égale à 90",
    ):
        assert part in page, part


def test_the_lists_find_and_filter(admin_client):
    TerritoryFactory(name="La Réunion", kind=TerritoryKind.OUTRE_MER)
    TerritoryFactory(name="Pays exemple")

    def names(query: dict[str, str]) -> list[str]:
        return [each.name for each in admin_client.get(TERRITORIES, query).context["object_list"]]

    assert names({"q": "reunion"}) == ["La Réunion"]
    assert names({"kind": "territoire"}) == ["Pays exemple"]


@pytest.mark.parametrize(
    ("url", "factory"),
    [(TERRITORIES, TerritoryFactory), (ORGANISATIONS, OrganisationFactory), (THEMES, ThemeFactory)],
)
def test_each_list_costs_the_same_for_one_row_and_for_three(admin_client, url, factory):
    factory()
    admin_client.get(url)
    one = PluginContract.count_queries(admin_client, url)
    factory.create_batch(2)
    assert PluginContract.count_queries(admin_client, url) == one
