"""The admin's page « Extensions »: what is installed and what uses it, for administrators alone."""

from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from wagtail.models import Page

from home.models import ContentPage
from nec_cms.models import User
from nec_cms.plugins import installed
from nec_cms.roles import EDITOR, setup_roles
from tests.factories.community import TerritoryFactory

LIST = "/admin/extensions/"
QUERIES = 8


def test_it_lists_every_plugin_with_what_it_brings(home: Page, admin_client: Client) -> None:
    response = admin_client.get(LIST)
    assert [row["plugin"] for row in response.context["rows"]] == installed()
    row = next(each for each in response.context["rows"] if each["plugin"].plugin_name == "home")
    assert (row["page_types"], row["pages"]) == (["accueil", "page de contenu"], 1)
    revue = next(each for each in response.context["rows"] if each["plugin"].plugin_name == "revue")
    assert revue["requires"] == "community, events"


def test_it_costs_the_same_for_one_page_and_three(
    home: Page, admin_client: Client, django_assert_num_queries: Any
) -> None:
    admin_client.get(LIST)
    with django_assert_num_queries(QUERIES):
        admin_client.get(LIST)
    for slug in ("un", "deux"):
        home.add_child(instance=ContentPage(title=slug, slug=slug))
    with django_assert_num_queries(QUERIES):
        admin_client.get(LIST)


def test_the_pages_of_a_plugin_lead_to_their_editor(home: Page, admin_client: Client) -> None:
    page = home.add_child(instance=ContentPage(title="Guide <exemple>", slug="guide"))
    text = admin_client.get(f"{LIST}home/").content.decode()
    assert f'<a href="/admin/pages/{page.pk}/edit/">Guide &lt;exemple&gt;</a>' in text
    TerritoryFactory()
    assert "peut être retirée" in admin_client.get(f"{LIST}revue/").content.decode()


def test_an_unknown_plugin_is_not_found(home: Page, admin_client: Client) -> None:
    assert admin_client.get(f"{LIST}inconnue/").status_code == 404


@pytest.mark.parametrize("address", [LIST, f"{LIST}home/"])
def test_an_editor_and_a_stranger_stay_outside(home: Page, client: Client, address: str) -> None:
    assert client.get(address).url.startswith("/admin/login/")
    setup_roles()
    editor = User.objects.create_user("redaction.exemple@example.org", "mot de passe")
    editor.groups.add(Group.objects.get(name=EDITOR))
    client.force_login(editor)
    assert client.get(address).url == "/admin/"  # Wagtail sends back to its home, with a message
    assert "Extensions" not in client.get("/admin/").content.decode()
