"""Posts to pages: without cookie where the page says so and the origin is this site, with a token everywhere else."""

import pytest
from django.http import HttpResponse
from django.test import Client
from wagtail.models import Page

from home.models import ContentPage


@pytest.fixture
def strict() -> Client:
    return Client(enforce_csrf_checks=True)


@pytest.fixture
def page(home: Page, monkeypatch: pytest.MonkeyPatch) -> ContentPage:
    monkeypatch.setattr(ContentPage, "serve", lambda self, request, *args, **kwargs: HttpResponse(request.method))
    return home.add_child(instance=ContentPage(title="Une page exemple", slug="une-page"))


def test_a_post_to_a_page_needs_a_token(strict: Client, page: ContentPage) -> None:
    response = strict.post("/une-page/", headers={"origin": "http://testserver"})

    assert response.status_code == 403


def test_a_page_that_takes_public_posts_takes_those_of_this_site(
    strict: Client, page: ContentPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ContentPage, "accepts_public_posts", True)

    response = strict.post("/une-page/", headers={"origin": "http://testserver"})

    assert (response.status_code, response.content) == (200, b"POST")


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"origin": "http://ailleurs.example"},
        {"origin": "null"},
        {"origin": "https://testserver"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site", "origin": "http://testserver"},
    ],
)
def test_a_page_that_takes_public_posts_refuses_those_from_elsewhere(
    strict: Client, page: ContentPage, monkeypatch: pytest.MonkeyPatch, headers: dict[str, str]
) -> None:
    monkeypatch.setattr(ContentPage, "accepts_public_posts", True)

    assert strict.post("/une-page/", headers=headers).status_code == 403


def test_an_address_without_page_is_not_opened_by_the_exception(strict: Client, home: Page) -> None:
    assert strict.post("/nulle-part/", headers={"origin": "http://testserver"}).status_code == 403


def test_the_admin_keeps_its_tokens(strict: Client, home: Page) -> None:
    assert strict.post("/admin/login/", headers={"origin": "http://testserver"}).status_code == 403
