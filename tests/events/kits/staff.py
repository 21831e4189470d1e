"""People of the team before the kits' pages of the admin."""

from django.contrib.auth.models import Group
from django.test import Client

from nec_cms.models import User
from nec_cms.roles import setup_roles

DESK = "/admin/kits-de-communication/"


def staff(role: str) -> Client:
    setup_roles()
    person = User.objects.create_user("personne.exemple@example.org", "secret", first_name="Lou", last_name="Exemple")
    person.groups.add(Group.objects.get(name=role))
    client = Client()
    client.force_login(person)
    return client
