"""Periodic work: what nobody came back for is removed."""

from datetime import timedelta

from django.utils import timezone

from events.candidatures.file_field import ORPHANS_LIVE
from events.candidatures.grants import note_events_held
from events.candidatures.models import Attachment, SignInLink

LINKS_LIVE = timedelta(days=2)
"""How long a sign-in link is remembered after it stopped working."""


def forget_orphans() -> int:
    """Remove the files that belong to no draft and to no candidature, row first, and return how many.

    A file that a candidature takes at this very moment is left alone: the deletion repeats the condition.
    """
    removed = 0
    for attachment in Attachment.objects.filter(
        candidature=None, draft=None, created_at__lt=timezone.now() - ORPHANS_LIVE
    ):
        if Attachment.objects.filter(pk=attachment.pk, candidature=None, draft=None).delete()[0]:
            attachment.file.delete(save=False)
            removed += 1
    return removed


def forget_sign_in_links() -> int:
    """Remove the links that have long stopped working, and return how many."""
    return SignInLink.objects.filter(created_at__lt=timezone.now() - LINKS_LIVE).delete()[0]


def follow_grants() -> int:
    """Ask for the reports of the labelled events that have passed, and return how many."""
    return note_events_held(timezone.localdate())
