"""First public posts carry no cookie, hence no CSRF token: their origin is checked instead."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponseBase
from django.views.csrf import csrf_failure
from django.views.decorators.csrf import csrf_exempt

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS", "TRACE"})


def is_same_origin(request: HttpRequest) -> bool:
    """True where the browser says that the request comes from a page of this very site.

    `Sec-Fetch-Site` (Fetch Metadata) or `Origin` (RFC 6454) must be there and agree; a request with neither is refused.
    """
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None and site != "same-origin":
        return False
    origin = request.headers.get("Origin")
    if origin is not None:
        return urlsplit(origin).netloc == request.get_host() and urlsplit(origin).scheme == request.scheme
    return site == "same-origin"


def same_origin_post(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Decorator of views whose unsafe methods need no token but must come from the site itself."""

    @wraps(view)
    def checked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.method not in SAFE_METHODS and not is_same_origin(request):
            return csrf_failure(request, reason="origin")
        return view(request, *args, **kwargs)

    return csrf_exempt(checked)
