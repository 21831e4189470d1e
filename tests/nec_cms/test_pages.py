"""What page types share: public pages asked in one query, breadcrumb, restrictions."""

from typing import Any

import pytest
from django.test import RequestFactory
from wagtail.models import Page, PageViewRestriction

from home.models import ContentPage


@pytest.fixture
def leaf(home: Page) -> ContentPage:
    """A page two levels under the home page."""
    parent = home.add_child(instance=ContentPage(title="Guide", slug="guide"))
    return parent.add_child(instance=ContentPage(title="Le lieu", slug="lieu"))


def test_public_leaves_out_what_a_page_above_restricts_in_one_query(
    leaf: ContentPage, django_assert_num_queries: Any
) -> None:
    beside = Page.objects.get(slug="accueil-test").add_child(instance=ContentPage(title="Autre", slug="autre"))
    PageViewRestriction.objects.create(page=leaf.get_parent(), restriction_type="login")
    with django_assert_num_queries(1):
        assert list(ContentPage.objects.public()) == [beside]
    assert set(ContentPage.objects.private()) == {leaf, leaf.get_parent().specific}


def test_a_routed_page_knows_its_breadcrumb_without_a_query(
    home: Page, leaf: ContentPage, rf: RequestFactory, django_assert_num_queries: Any
) -> None:
    request = rf.get("/guide/lieu/")
    page = Page.route_for_request(request, "/guide/lieu/").page
    page.get_url(request)  # the addresses of the sites, asked once per request
    with django_assert_num_queries(0):
        assert page.breadcrumb(request) == [(home.title, "/"), ("Guide", "/guide/")]


def test_a_loaded_page_has_the_same_breadcrumb_without_unpublished_pages(home: Page, leaf: ContentPage) -> None:
    loaded = ContentPage.objects.get(pk=leaf.pk)
    assert loaded.breadcrumb() == [(home.title, "/"), ("Guide", "/guide/")]
    Page.objects.filter(slug="guide").update(live=False)
    assert ContentPage.objects.get(pk=leaf.pk).breadcrumb() == [(home.title, "/")]


def test_restrictions_of_a_page_are_those_above_it_and_cost_one_query_where_there_is_none(
    leaf: ContentPage, django_assert_num_queries: Any
) -> None:
    with django_assert_num_queries(1):
        assert list(leaf.get_view_restrictions()) == []
    restriction = PageViewRestriction.objects.create(page=leaf.get_parent(), restriction_type="login")
    assert list(leaf.get_view_restrictions()) == [restriction]
