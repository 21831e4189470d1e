"""Who is signed in without the right to enter the admin is told so, not sent round in circles."""

import pytest
from django.contrib.auth.models import Permission

from nec_cms.models import User

pytestmark = pytest.mark.django_db


@pytest.fixture
def outsider(client):
    user = User.objects.create_user("porteur@example.org")
    client.force_login(user)
    return user


@pytest.mark.parametrize("path", ["/admin/", "/admin/pages/", "/admin/forms/"])
def test_an_outsider_gets_403(client, outsider, path):
    assert client.get(path).status_code == 403
    assert client.post(path).status_code == 403


@pytest.mark.parametrize("path", ["/admin/login/", "/admin/password_reset/"])
def test_an_outsider_may_sign_in_with_another_account(client, outsider, path):
    assert client.get(path).status_code == 200


def test_staff_enter(client, outsider):
    outsider.user_permissions.add(Permission.objects.get(codename="access_admin"))
    assert client.get("/admin/").status_code == 200


def test_an_anonymous_visitor_is_sent_to_sign_in(client):
    response = client.get("/admin/pages/")
    assert (response.status_code, response.url) == (302, "/admin/login/?next=/admin/pages/")
