"""The one door of an item's state. Nothing is public before someone, or a trusted feed, approved it."""

from collections.abc import Iterable

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from community.models import Feed, FeedItem, ItemState

PERMISSION = "community.change_feeditem"
ACTIONS = {
    ItemState.APPROVED: "community.approve",
    ItemState.REJECTED: "community.reject",
    ItemState.PENDING: "community.reopen",
}


@transaction.atomic
def moderate(items: Iterable[int], state: str, actor: AbstractBaseUser) -> int:
    """Put the items (primary keys) in `state`, each with a line in the log; return how many changed.

    Raises PermissionDenied for an actor who may not moderate, ValueError for an unknown state.
    """
    if not actor.has_perm(PERMISSION):
        raise PermissionDenied
    wanted = ItemState(state)
    changing = FeedItem.objects.select_for_update().filter(pk__in=list(items)).exclude(state=wanted)
    changed = list(changing)
    for item in changed:
        log(instance=item, action=ACTIONS[wanted], user=actor, data={"from": item.state})
    now = timezone.now()
    FeedItem.objects.filter(pk__in=[item.pk for item in changed]).update(
        state=wanted, moderated_by=actor, moderated_at=now
    )
    return len(changed)


def state_on_arrival(feed: Feed) -> str:
    """What a new item of this feed is."""
    return ItemState.APPROVED if feed.trusted else ItemState.PENDING


def state_after_change(feed: Feed, state: str) -> str:
    """What an item becomes when its source rewrites it: what was approved is read again, unless the source is trusted.

    Otherwise a source could have one text approved and publish another. What was rejected stays so.
    """
    return ItemState.PENDING if state == ItemState.APPROVED and not feed.trusted else state
