"""Who may see a kit: the whole matrix, for the page, a file and the zip."""

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from wagtail import hooks

from nec_cms.models import User
from nec_cms.roles import COMMUNICATION, EDITOR, INSTRUCTION, MODERATOR, setup_roles

pytestmark = pytest.mark.django_db
PATHS = ["/kits/nec-metz-2024/", "/kits/nec-metz-2024/kit.zip", "/kits/nec-metz-2024/affiche-a4.pdf"]


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def member(role: str) -> User:
    setup_roles()
    person = User.objects.create_user(f"{role.lower()}@example.org".replace("é", "e"))
    person.groups.add(Group.objects.get(name=role))
    return person


def status(client: Client, path: str) -> int:
    response = client.get(path)
    if response.streaming:
        assert b"".join(response.streaming_content)
    return response.status_code


def answers(client: Client) -> list[int]:
    return [status(client, path) for path in PATHS]


def test_anonymous_visitors_are_sent_to_the_porteurs_sign_in(kit, client):
    for path in PATHS:
        response = client.get(path)
        assert (response.status_code, response["Location"]) == (
            302,
            f"/espace-porteur/?suite={path.replace('/', '%2F')}",
        )


def test_anonymous_visitors_learn_nothing_of_which_events_exist(kit, client):
    assert client.get("/kits/nec-inconnu/").status_code == 302


def test_the_porteur_of_the_event_sees_all(kit, porteur):
    assert answers(signed_in(porteur)) == [200, 200, 200]


def test_the_porteur_of_another_event_sees_nothing(kit, new_event_after_kit):
    other = User.objects.create_user("dominique.exemple@example.org")
    new_event_after_kit.porteurs.add(other)
    assert answers(signed_in(other)) == [404, 404, 404]
    assert status(signed_in(other), "/kits/nec-ess-2024/") == 200


@pytest.mark.parametrize(
    ("role", "expected"), [(COMMUNICATION, 200), (EDITOR, 404), (MODERATOR, 404), (INSTRUCTION, 404)]
)
def test_roles_of_the_staff(kit, role, expected):
    assert answers(signed_in(member(role))) == [expected] * 3


def test_a_plugin_may_name_people_for_one_event(kit, event, new_event_after_kit):
    person = member(INSTRUCTION)
    with hooks.register_temporarily("register_kit_access", lambda user, of: user == person and of == event):
        assert answers(signed_in(person)) == [200, 200, 200]
        assert signed_in(person).get("/kits/nec-ess-2024/").status_code == 404


def test_administrators_see_all_and_closed_accounts_nothing(kit, porteur):
    admin = User.objects.create_superuser("admin@example.org", "secret")
    assert answers(signed_in(admin)) == [200, 200, 200]
    client = signed_in(porteur)
    User.objects.filter(pk=porteur.pk).update(is_active=False)
    assert answers(client) == [302, 302, 302]


def test_no_file_is_reachable_under_the_media_address(kit, porteur):
    file = kit.files.first()
    assert signed_in(porteur).get(f"/media/{file.file.name}").status_code == 404


@pytest.mark.parametrize("name", ["autre.pdf", "..%2f..%2fsecret.txt", "kit.zip/", ".env"])
def test_other_names_are_not_found(kit, porteur, name):
    assert signed_in(porteur).get(f"/kits/nec-metz-2024/{name}").status_code == 404


def test_nothing_is_changed_through_these_addresses(kit, porteur):
    for path in PATHS:
        assert signed_in(porteur).post(path).status_code == 405
