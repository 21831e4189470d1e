"""Who may see a kit. Refused by default."""

from collections.abc import Callable
from functools import wraps
from urllib.parse import urlencode

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_http_methods
from wagtail import hooks

from events.models import EventPage

Person = AbstractBaseUser | AnonymousUser
AccessHook = Callable[[Person, EventPage], bool]
"""Hook `register_kit_access`: whether this person may see the kit of this event, for a reason of the plugin's own
(an instructor of the team that follows its candidature, ...)."""

View = Callable[..., HttpResponseBase]


def may_see_kit(user: Person, event: EventPage) -> bool:
    """The event's porteurs, communication (permission `kits.view_kit`), administrators, and whom a plugin names."""
    if not (user.is_authenticated and user.is_active):
        return False
    if user.has_perm("kits.view_kit"):
        return True
    if event.porteurs.filter(pk=user.pk).exists():
        return True
    return any(allows(user, event) for allows in hooks.get_hooks("register_kit_access"))


def may_replace_files(user: Person, event: EventPage) -> bool:
    """Whoever may edit the event's page, and the communication team."""
    if not (user.is_authenticated and user.is_active and user.has_perm("wagtailadmin.access_admin")):
        return False
    return bool(user.has_perm("kits.change_kit") or event.permissions_for_user(user).can_edit())


def keep_private(response: HttpResponseBase) -> HttpResponseBase:
    """The headers of every answer about a kit: nobody stores it, lists it, or learns its address."""
    patch_cache_control(response, private=True, no_store=True)
    response["X-Content-Type-Options"] = "nosniff"
    response["X-Robots-Tag"] = "noindex, nofollow"
    response["Referrer-Policy"] = "same-origin"
    return response


def for_those_who_may(*methods: str) -> Callable[[View], View]:
    """Anonymous visitors are sent to sign in; others without a right to the kit get 404, as for no event at all."""

    def decorate(view: View) -> View:
        @require_http_methods(methods or ("GET", "HEAD"))
        @wraps(view)
        def checked(request: HttpRequest, slug: str, **kwargs: object) -> HttpResponseBase:
            if not request.user.is_authenticated:
                back = request.path if request.method in ("GET", "HEAD") else f"/kits/{slug}/"
                return keep_private(redirect(f"{settings.PORTEUR_LOGIN_URL}?{urlencode({'suite': back})}"))
            event = EventPage.objects.filter(slug=slug).select_related("kit").first()
            if event is None or not may_see_kit(request.user, event):
                raise Http404
            return keep_private(view(request, event, **kwargs))

        return checked

    return decorate
