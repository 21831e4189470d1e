"""Who may see a kit: the whole matrix, for the page, a file, the zip, and links that hand it on."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.utils import timezone
from wagtail import hooks

from events.kits.models import Kit
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


WHO = ("anonymous", "porteur", "porteur of another", "editor", "moderator", "communication", "instructor", "admin")
"""The instructor belongs to the team of the event's file; without that tie, instructors are like editors."""
SEES_IT = {"porteur", "communication", "instructor", "admin"}


def client_of(who: str, porteur: User, other: User) -> Client:
    roles = {"editor": EDITOR, "moderator": MODERATOR, "communication": COMMUNICATION, "instructor": INSTRUCTION}
    if who == "anonymous":
        return Client()
    if who == "admin":
        return signed_in(User.objects.create_superuser("admin@example.org", "secret"))
    if who in roles:
        return signed_in(member(roles[who]))
    return signed_in(porteur if who == "porteur" else other)


@pytest.mark.parametrize("who", WHO)
def test_the_matrix_of_who_sees_what(who, kit: Kit, event, porteur, new_event_after_kit):
    other = User.objects.create_user("dominique.exemple@example.org")
    new_event_after_kit.porteurs.add(other)
    now = timezone.now()
    links = {
        "open": kit.share_links.create(recipient="Imprimerie", expires_at=now + timedelta(days=1)),
        "expired": kit.share_links.create(recipient="Presse", expires_at=now - timedelta(seconds=1)),
        "revoked": kit.share_links.create(recipient="Ville", expires_at=now + timedelta(days=1), revoked_at=now),
    }

    def in_team(user: User, of: object) -> bool:
        return of == event and user.groups.filter(name=INSTRUCTION).exists()

    with hooks.register_temporarily("register_kit_access", in_team):
        client = client_of(who, porteur, other)
        seen = {path.rpartition("/")[2] or "page": status(client, path) for path in PATHS}
        by_link = {
            name: [status(client, f"{link.get_absolute_url()}{path}") for path in ("", "kit.zip", "affiche-a4.pdf")]
            for name, link in links.items()
        }
        another = status(client, "/kits/nec-ess-2024/")
        makes_links = client.post(f"{PATHS[0]}liens/", {"recipient": "x", "days": "7"}).status_code
    expected = 200 if who in SEES_IT else 302 if who == "anonymous" else 404
    assert seen == {"page": expected, "kit.zip": expected, "affiche-a4.pdf": expected}
    assert by_link == {"open": [200] * 3, "expired": [410] * 3, "revoked": [410] * 3}
    sees_another = {"anonymous": 302, "porteur of another": 200, "communication": 200, "admin": 200}
    assert another == sees_another.get(who, 404)
    assert makes_links == (302 if who in SEES_IT or who == "anonymous" else 404)
    assert kit.share_links.count() == len(links) + (who in SEES_IT)


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
