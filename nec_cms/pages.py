"""What every page type of the site shares. A mixin, so that no plugin has to swap Wagtail's page model."""

from typing import Any
from urllib.parse import quote

from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef, QuerySet
from django.http import HttpRequest
from wagtail.models import Page, PageManager, PageQuerySet, PageViewRestriction


def address_under(home: str, root: Page, url_path: str) -> str:
    """The address of the page at `url_path`, on the site whose `root` page is at `home`, without reading the page."""
    return home + quote(url_path.removeprefix(root.url_path))


class PublicPages(PageQuerySet):
    """Wagtail's questions about pages; `public` and `private` ask theirs inside the query, not before it.

    Not for `search`, which reads no subquery: search from Wagtail's own manager.
    """

    def private_q(self) -> Exists:
        path = ExpressionWrapper(OuterRef("path"), output_field=CharField())
        above = PageViewRestriction.objects.annotate(outer_path=path).filter(outer_path__startswith=F("page__path"))
        return Exists(above)


class SitePage(Page):
    """Base of the page types: breadcrumb, card, and the French name of its kind in lists and search."""

    accepts_public_posts = False
    """True on a page whose visitors post without cookie: the origin of a post is checked instead of a token."""

    objects = PageManager.from_queryset(PublicPages)()

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

    def breadcrumb(self, request: HttpRequest | None = None) -> list[tuple[str, str]]:
        """(title, address) of the pages above this one, the home page first.

        A page that a request was routed to knows its parents: it costs no query.
        """
        above = []
        parent = self.get_parent() if self.depth > 2 else None
        while parent is not None:
            if parent.live:
                above.append((parent.title, parent.get_url(request)))
            parent = parent.get_parent() if parent.depth > 2 else None
        return above[::-1]

    restricted: bool | None = None
    """Whether it or a page above it is restricted, where the query that found it asked (`private_q`)."""

    def get_view_restrictions(self) -> QuerySet[PageViewRestriction]:
        """The restrictions on this page and those above; one query at most on a site that has none at all."""
        if self.restricted is False or not PageViewRestriction.objects.exists():
            return PageViewRestriction.objects.none()
        return super().get_view_restrictions()

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        context["breadcrumb"] = self.breadcrumb(request)
        return context
