"""What events say about territories and formats."""

from wagtail import hooks

from community.models import Territory
from events.dataset import Editions
from events.formats.models import FormatPage
from events.related import EditionsOf
from nec_cms.hooks import Dataset, RelatedContent


@hooks.register("register_related_content")
def territory_coming() -> RelatedContent:
    return EditionsOf(Territory, "territories", past=False, order=10)


@hooks.register("register_related_content")
def territory_past() -> RelatedContent:
    return EditionsOf(Territory, "territories", past=True, order=20)


@hooks.register("register_related_content")
def format_past() -> RelatedContent:
    return EditionsOf(FormatPage, "formats", past=True, order=20)


@hooks.register("register_dataset")
def editions() -> Dataset:
    return Editions()
