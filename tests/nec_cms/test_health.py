"""Files for machines."""

import pytest
from django.test import Client


@pytest.mark.django_db
def test_sante_answers_ok_and_sets_no_cookie(client: Client) -> None:
    response = client.get("/sante/")
    assert (response.status_code, response.json(), dict(response.cookies)) == (200, {"status": "ok"}, {})
