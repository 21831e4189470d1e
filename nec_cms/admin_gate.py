"""The door of the admin, for people who are signed in without the right to enter it (porteurs).

Wagtail sends them to its sign-in form, which shows them the same form again. They are told 403 instead.
"""

from collections.abc import Callable

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse

ADMIN = "/admin/"
OPEN_TO_ALL = ("/admin/login/", "/admin/logout/", "/admin/password_reset/")


def refuse_outsiders(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware. `request.user` is read under /admin/ only: public pages stay the same for everybody."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if request.path.startswith(ADMIN) and not request.path.startswith(OPEN_TO_ALL):
            user = request.user
            if user.is_authenticated and not user.has_perm("wagtailadmin.access_admin"):
                raise PermissionDenied
        return get_response(request)

    return middleware
