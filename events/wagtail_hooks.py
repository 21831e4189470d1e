"""What events say about territories and formats, give away as open data, and tell their editors."""

from django.contrib import messages
from django.http import HttpRequest
from django.utils import timezone
from wagtail import hooks
from wagtail.models import Page

from events.content_checks import gaps
from events.dataset import Editions
from events.finding import FoundEditions
from events.formats.models import FormatPage
from events.models import EventPage
from events.related import EditionsOf
from events.territory_calendar import ComingEditions, PastEditions
from nec_cms.hooks import Dataset, RelatedContent, SearchSource


@hooks.register("register_related_content")
def territory_coming() -> RelatedContent:
    return ComingEditions()


@hooks.register("register_related_content")
def territory_past() -> RelatedContent:
    return PastEditions()


@hooks.register("register_related_content")
def format_past() -> RelatedContent:
    return EditionsOf(FormatPage, "formats", past=True, order=20)


@hooks.register("register_dataset")
def editions() -> Dataset:
    return Editions()


@hooks.register("after_publish_page")
def say_what_is_missing(request: HttpRequest, page: Page) -> None:
    """Published is not finished: tell the editor what readers will look for in vain."""
    if isinstance(page, EventPage) and (found := gaps(page, timezone.now())):
        messages.warning(request, "À compléter\u00a0: " + " ".join(gap.text for gap in found))


@hooks.register("register_search_source")
def found_editions() -> SearchSource:
    return FoundEditions()
