"""Who may see a kit. Refused by default."""

from collections.abc import Callable

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from wagtail import hooks

from events.models import EventPage

Person = AbstractBaseUser | AnonymousUser
AccessHook = Callable[[Person, EventPage], bool]
"""Hook `register_kit_access`: whether this person may see the kit of this event, for a reason of the plugin's own
(an instructor of the team that follows its candidature, ...)."""


def may_see_kit(user: Person, event: EventPage) -> bool:
    """The event's porteurs, communication (permission `kits.view_kit`), administrators, and whom a plugin names."""
    if not (user.is_authenticated and user.is_active):
        return False
    if user.has_perm("kits.view_kit"):
        return True
    if event.porteurs.filter(pk=user.pk).exists():
        return True
    return any(allows(user, event) for allows in hooks.get_hooks("register_kit_access"))
