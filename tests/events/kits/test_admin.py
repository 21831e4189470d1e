"""Kits in the admin: a list to look at, and one button."""

import pytest
from django.contrib.auth.models import Group
from django.test import Client

from events.kits.models import Kit, KitState
from nec_cms.hooks import porteur_panels
from nec_cms.models import User
from nec_cms.roles import COMMUNICATION, EDITOR, setup_roles

pytestmark = pytest.mark.django_db
LIST = "/admin/kits/kit/"
LIST_QUERIES = 13


def staff(role: str) -> Client:
    setup_roles()
    person = User.objects.create_user("personne.exemple@example.org", "secret")
    person.groups.add(Group.objects.get(name=role))
    client = Client()
    client.force_login(person)
    return client


def test_communication_sees_the_kits_with_their_state_and_error(kit):
    Kit.objects.update(state=KitState.FAILED, error="Titre trop long.")
    text = staff(COMMUNICATION).get(LIST).content.decode()
    assert [word in text for word in ("NEC Metz", "En échec", "Titre trop long.")] == [True] * 3


def test_communication_asks_for_a_new_build(kit):
    client = staff(COMMUNICATION)
    page = f"{LIST}inspect/{kit.pk}/"
    assert f'action="/admin/kits/{kit.pk}/composer/"' in client.get(page).content.decode()
    response = client.post(f"/admin/kits/{kit.pk}/composer/")
    assert (response.status_code, response["Location"]) == (302, page)
    kit.refresh_from_db()
    assert (kit.state, kit.fingerprint) == (KitState.DUE, "")


def test_an_editor_sees_no_kit_and_asks_for_none(kit):
    client = staff(EDITOR)
    refusals = [
        client.get(LIST),
        client.get(f"{LIST}inspect/{kit.pk}/"),
        client.post(f"/admin/kits/{kit.pk}/composer/"),
    ]
    assert [(refusal.status_code, refusal["Location"]) for refusal in refusals] == [(302, "/admin/")] * 3
    kit.refresh_from_db()
    assert kit.state == KitState.READY


def test_nobody_adds_edits_or_deletes_a_kit_by_hand(kit):
    client = staff(COMMUNICATION)
    paths = [f"{LIST}create/", f"{LIST}edit/{kit.pk}/", f"{LIST}delete/{kit.pk}/"]
    assert [client.get(path).status_code for path in paths] == [302, 302, 302]
    assert [client.post(path).status_code for path in paths] == [302, 302, 302]
    assert Kit.objects.count() == 1


def test_the_list_costs_the_same_for_one_kit_and_three(kit, new_event, django_assert_num_queries):
    client = staff(COMMUNICATION)
    client.get(LIST)
    with django_assert_num_queries(LIST_QUERIES):
        client.get(LIST)
    new_event("NEC ESS", "nec-ess")
    new_event("NEC Mérignac", "nec-merignac")
    with django_assert_num_queries(LIST_QUERIES):
        client.get(LIST)


def test_a_porteur_finds_their_kits_in_their_space(kit, porteur, new_event):
    new_event("NEC ESS", "nec-ess")
    panel = next(panel for panel in porteur_panels() if panel.template == "kits/porteur_panel.html")
    assert panel.context(porteur) == {"kits": [kit]}
    assert panel.context(User.objects.create_user("autre.exemple@example.org")) is None
