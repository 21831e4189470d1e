"""What formats bring to the site and to the admin."""

from collections.abc import Iterator
from typing import Any

from django.urls import URLPattern, path, reverse
from wagtail import hooks
from wagtail.admin.widgets.button import Button

from events.formats.admin_views import may_renew, renew_season
from events.formats.dataset import Formats
from events.formats.finding import FoundFormats
from events.formats.models import FormatIndexPage
from nec_cms.hooks import Dataset, SearchSource


@hooks.register("register_dataset")
def formats() -> Dataset:
    return Formats()


@hooks.register("register_admin_urls")
def renewal_urls() -> list[URLPattern]:
    return [path("formats/<int:pk>/reconduire/", renew_season, name="formats_renew_season")]


@hooks.register("register_page_header_buttons")
def renewal_button(page: Any, user: Any, view_name: str, next_url: str | None = None) -> Iterator[Button]:
    """« Reconduire une saison », among the actions of the catalogue."""
    if isinstance(page.specific, FormatIndexPage) and may_renew(user, page):
        address = reverse("formats_renew_season", args=[page.pk])
        yield Button("Reconduire une saison", address, icon_name="history", priority=60)


@hooks.register("register_search_source")
def found_formats() -> SearchSource:
    return FoundFormats()
