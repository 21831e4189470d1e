"""CSRF protection that knows pages which take a first public post: they carry no cookie, hence no token."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.middleware.csrf import CsrfViewMiddleware
from django.views.csrf import csrf_failure
from wagtail.models import Page
from wagtail.views import serve

from nec_cms.origin import SAFE_METHODS, is_same_origin


class PageCsrfMiddleware(CsrfViewMiddleware):
    """Django's own, but for the pages of Wagtail that declare `accepts_public_posts`.

    All pages are served by one view, so the page decides and not the view: a post to one that declares it must come
    from this very site (see nec_cms.origin); everything else needs its token as ever.
    """

    def process_view(
        self,
        request: HttpRequest,
        callback: Callable[..., HttpResponseBase],
        callback_args: Sequence[Any],
        callback_kwargs: Mapping[str, Any],
    ) -> HttpResponseBase | None:
        if request.method not in SAFE_METHODS and callback is serve:
            path = callback_args[0] if callback_args else callback_kwargs["path"]
            page = Page.find_for_request(request, path)
            if getattr(page, "accepts_public_posts", False):  # a page of another package may not be a SitePage
                return None if is_same_origin(request) else csrf_failure(request, reason="origin")
        return super().process_view(request, callback, callback_args, callback_kwargs)
