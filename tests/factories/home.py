"""Pages of text."""

import wagtail_factories

from home.models import ContentPage


class ContentPageFactory(wagtail_factories.PageFactory):
    """A live page of text; give it a `parent`."""

    title = "Page exemple"

    class Meta:
        model = ContentPage
