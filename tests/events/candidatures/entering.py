"""What the tests of signing in share."""

import re
from typing import Any

from django.test import Client
from post_office.models import Email

from tests.factories.candidatures import FROM_HERE

SPACE = "/espace-porteur/"


def ask(client: Client, email: str, suite: str = "") -> Any:
    return client.post(SPACE, {"email": email, "suite": suite}, headers=FROM_HERE)


def mailed_path() -> str:
    """The path of the link in the last message."""
    return re.search(r"http://[^/\s]+(/espace-porteur/entrer/\S+)", Email.objects.latest("pk").message)[1]


def signed_in(client: Client) -> bool:
    return "_auth_user_id" in client.session
