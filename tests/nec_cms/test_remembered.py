"""Facts kept in the cache: built once, forgotten with any change of a page, a setting or a restriction."""

from collections.abc import Callable

import pytest
from django.db import transaction
from wagtail.models import Page, PageViewRestriction, Site

from nec_cms.context import menu
from nec_cms.models import SiteSettings
from nec_cms.remembered import forget, remembered


def counting() -> tuple[list[int], Callable[[], str]]:
    calls: list[int] = []

    def build() -> str:
        calls.append(1)
        return f"fait {len(calls)}"

    return calls, build


def test_a_fact_is_built_once_until_something_changes(db: None) -> None:
    calls, build = counting()
    assert [remembered("essai", build), remembered("essai", build)] == ["fait 1", "fait 1"]
    forget()
    assert remembered("essai", build) == "fait 2"
    assert len(calls) == 2


@pytest.mark.parametrize(
    "change",
    [
        lambda home: home.save(),
        lambda home: SiteSettings.for_site(Site.objects.get()).save(),
        lambda home: Site.objects.get().save(),
        lambda home: PageViewRestriction.objects.create(page=home, restriction_type="login"),
        lambda home: home.add_child(instance=Page(title="Une page", slug="une-page")),
        lambda home: home.delete(),
    ],
    ids=["page", "settings", "site", "restriction", "child", "deletion"],
)
def test_a_change_of_content_forgets_every_fact(home: Page, change: Callable[[Page], object]) -> None:
    _, build = counting()
    SiteSettings.for_site(Site.objects.get())
    remembered("essai", build)
    change(home)
    assert remembered("essai", build) == "fait 2"


def test_a_moved_page_forgets_every_fact(home: Page) -> None:
    _, build = counting()
    first, second = (home.add_child(instance=Page(title=slug, slug=slug)) for slug in ("un", "deux"))
    remembered("essai", build)
    second.move(first, "first-child")
    assert remembered("essai", build) == "fait 2"


def test_what_was_read_before_the_commit_is_not_kept_after_it(own_database: None) -> None:
    _, build = counting()
    with transaction.atomic():
        forget()
        remembered("essai", build)  # another process, which cannot see the change yet
    assert remembered("essai", build) == "fait 2"


def test_the_menu_holds_public_marked_pages_in_the_order_of_the_tree(home: Page) -> None:
    site = Site.objects.get()
    for slug, fields in (
        ("deuxieme", {"show_in_menus": True}),
        ("hors-menu", {"show_in_menus": False}),
        ("brouillon", {"show_in_menus": True, "live": False}),
        ("privee", {"show_in_menus": True}),
        ("troisieme", {"show_in_menus": True}),
    ):
        home.add_child(instance=Page(title=slug, slug=slug, **fields))
    PageViewRestriction.objects.create(page=Page.objects.get(slug="privee"), restriction_type="login")
    assert menu(site) == [{"title": slug, "url": f"/{slug}/"} for slug in ("deuxieme", "troisieme")]
