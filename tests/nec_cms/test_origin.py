"""Public posts without a token must come from the site's own pages."""

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory

from nec_cms.origin import is_same_origin, same_origin_post


@pytest.mark.parametrize(
    ("headers", "allowed"),
    [
        ({"Sec-Fetch-Site": "same-origin"}, True),
        ({"Origin": "http://testserver"}, True),
        ({"Origin": "http://testserver", "Sec-Fetch-Site": "same-origin"}, True),
        ({}, False),
        ({"Origin": "null"}, False),
        ({"Origin": "https://testserver"}, False),
        ({"Origin": "http://testserver.example.org"}, False),
        ({"Origin": "http://example.org"}, False),
        ({"Sec-Fetch-Site": "same-site"}, False),
        ({"Sec-Fetch-Site": "none"}, False),
        ({"Origin": "http://testserver", "Sec-Fetch-Site": "cross-site"}, False),
        ({"Origin": "http://example.org", "Sec-Fetch-Site": "same-origin"}, False),
    ],
)
def test_only_a_page_of_the_site_may_post(rf: RequestFactory, headers: dict[str, str], allowed: bool) -> None:
    assert is_same_origin(rf.post("/", headers=headers)) is allowed


@pytest.mark.parametrize(("method", "status"), [("get", 200), ("head", 200), ("post", 403), ("put", 403)])
def test_reading_is_free_and_writing_is_checked(rf: RequestFactory, method: str, status: int) -> None:
    @same_origin_post
    def view(request: HttpRequest) -> HttpResponse:
        return HttpResponse("reçu")

    assert view(getattr(rf, method)("/")).status_code == status
