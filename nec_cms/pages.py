"""What every page type of the site shares. A mixin, so that no plugin has to swap Wagtail's page model."""

from typing import Any

from django.http import HttpRequest
from wagtail.models import Page


class SitePage(Page):
    """Base of the page types: breadcrumb, card, and the French name of its kind in lists and search."""

    accepts_public_posts = False
    """True on a page whose visitors post without cookie: the origin of a post is checked instead of a token."""

    class Meta:
        abstract = True

    @property
    def card_template(self) -> str:
        """The template that shows this page in a list: ``<plugin>/cards/<model>.html``, variable `page`."""
        return f"{self._meta.app_label}/cards/{self._meta.model_name}.html"

    @property
    def kind_label(self) -> str:
        """What the page is, in French, for lists that mix kinds."""
        return str(self._meta.verbose_name)

    def breadcrumb(self) -> list[tuple[str, str]]:
        """(title, address) of the pages above this one, the home page first."""
        return [(page.title, page.url) for page in self.get_ancestors().filter(depth__gt=1).live()]

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        context["breadcrumb"] = self.breadcrumb()
        return context
