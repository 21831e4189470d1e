"""Facts that every page shows and few changes touch, kept in the cache until a page or a setting changes.

They are kept under a version, taken anew with each change, at once and again once the change is committed: a fact read
before the commit is kept under a version that nobody asks for any more.
"""

import secrets
from collections.abc import Callable
from typing import Any, TypeVar

from django.core.cache import cache
from django.db import transaction
from django.db.models.signals import post_delete, post_save
from wagtail.models import Page, PageViewRestriction, Site
from wagtail.signals import post_page_move

from nec_cms.models import SiteSettings

Fact = TypeVar("Fact")
VERSION = "nec:version"
KEPT_SECONDS = 3600


def remembered(name: str, build: Callable[[], Fact]) -> Fact:
    """The fact `name` as `build` gives it, built once per version of the content: picklable, and not None."""
    version = cache.get_or_set(VERSION, _new_version, None)
    key = f"nec:{version}:{name}"
    fact = cache.get(key)
    if fact is None:
        fact = build()
        cache.set(key, fact, KEPT_SECONDS)
    return fact


def forget() -> None:
    """Forget every fact, now and once the present transaction is committed."""
    _take_new_version()
    transaction.on_commit(_take_new_version)


def _new_version() -> str:
    return secrets.token_hex(8)


def _take_new_version() -> None:
    cache.set(VERSION, _new_version(), None)


def _on_change(sender: Any, **kwargs: Any) -> None:
    if issubclass(sender, (Page, PageViewRestriction, Site, SiteSettings)):
        forget()


def connect() -> None:
    """Watch what the facts are made of."""
    for signal in (post_save, post_delete, post_page_move):
        signal.connect(_on_change, dispatch_uid="nec_cms.remembered")
