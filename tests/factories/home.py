"""Content pages, under a parent that the test gives."""

from typing import Any

from wagtail.models import Page

from home.models import ContentPage


def make_content_page(parent: Page, **fields: Any) -> ContentPage:
    """A live page of text under `parent`."""
    return parent.add_child(instance=ContentPage(**{"title": "Page exemple"} | fields))
