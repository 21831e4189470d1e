"""The one door by which an issue comes out, or is withdrawn: the whole of it, or nothing."""

import logging
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log
from wagtail.models import Page

from nec_cms.work import wake
from revue import readiness
from revue.models import Approval, ArticlePage, IssuePage, Publication

logger = logging.getLogger(__name__)

SWEEP, FILES_SWEEP, THOROUGH_SWEEP = "revue.publication", "revue.files", "revue.files.thorough"


class NotPublishedError(Exception):
    """The issue did not come out; the message says why, in French, to the person who can mend it."""


def publish_issue(issue: IssuePage, user: Any = None, *, now: datetime | None = None) -> None:
    """Bring the issue out with its proofread articles, in one transaction under a lock of its row.

    Nobody is written to. Raises NotPublishedError where something is missing or where one page fails: then nothing
    has come out, and the reason is kept for the desk.
    """
    now = now or timezone.now()
    try:
        with transaction.atomic():
            _publish(issue, user, now)
    except NotPublishedError as refused:
        _keep(issue, str(refused), now)
        raise
    except Exception as failure:  # whatever a page, a signal or a plugin raised: nothing came out, and it is said
        logger.exception("Issue %s could not be published", issue.pk)
        reason = f"La parution a échoué ({type(failure).__name__}\u00a0: {failure}). Rien n’a paru."
        _keep(issue, reason, now)
        raise NotPublishedError(reason) from failure


def _publish(issue: IssuePage, user: Any, now: datetime) -> None:
    locked = IssuePage.objects.select_for_update(of=("self",)).get(pk=issue.pk)
    if locked.live:
        raise NotPublishedError("Ce numéro a déjà paru.")
    if blockers := readiness.of(locked).blockers:
        raise NotPublishedError(" ".join(remark.text for remark in blockers))
    locked.publish_with_issue(locked.get_latest_revision() or locked.save_revision(), user)
    articles = ArticlePage.objects.child_of(locked).select_related("approval__revision").in_reading_order()
    for article in articles:
        try:
            article.publish_with_issue(article.approval.revision, user)
        except Exception as failure:
            logger.exception("Article %s could not be published", article.pk)
            raise NotPublishedError(
                f"L’article «\u00a0{article.title}\u00a0» n’a pas pu paraître"
                f" ({type(failure).__name__}\u00a0: {failure}). Rien n’a paru."
            ) from failure
    first = [locked.pk, *(article.pk for article in articles)]
    Page.objects.filter(pk__in=first, first_published_at__gte=now).update(first_published_at=now)
    Publication.objects.filter(issue=locked).delete()
    log(instance=locked, action="revue.publish_issue", user=user)
    wake(FILES_SWEEP)


def withdraw_issue(issue: IssuePage, user: Any = None) -> None:
    """Take the issue and its articles off the site together; the versions that were read stay approved."""
    with transaction.atomic():
        locked = IssuePage.objects.select_for_update(of=("self",)).get(pk=issue.pk)
        for article in ArticlePage.objects.child_of(locked).live().select_related("live_revision"):
            revision = article.live_revision or article.save_revision()
            Approval.objects.update_or_create(page_id=article.pk, defaults={"revision": revision, "by": user})
            article.unpublish(user=user)
        locked.unpublish(user=user)
        log(instance=locked, action="revue.withdraw_issue", user=user)


def schedule(issue: IssuePage, at: datetime, user: Any = None) -> Publication:
    """Ask for the issue to come out at `at`; a later call moves it. What went wrong before is forgotten."""
    with transaction.atomic():
        planned, _ = Publication.objects.update_or_create(
            issue=issue, defaults={"at": at, "asked_by": user, "error": "", "tried_at": None}
        )
        log(instance=issue, action="revue.schedule_issue", user=user, data={"at": at.isoformat()})
    return planned


def cancel(issue: IssuePage, user: Any = None) -> None:
    """Give up the minute that was asked for, and forget what went wrong."""
    if Publication.objects.filter(issue=issue).delete()[0]:
        log(instance=issue, action="revue.cancel_issue", user=user)


def publish_due(now: datetime | None = None) -> int:
    """Bring out the issues whose minute has come; return how many came out. One that failed waits for a person."""
    now = now or timezone.now()
    published = 0
    for planned in Publication.objects.filter(at__lte=now, error="").select_related("issue", "asked_by"):
        try:
            publish_issue(planned.issue, planned.asked_by, now=now)
        except NotPublishedError:
            continue  # the reason is kept on the publication, where the desk shows it
        published += 1
    return published


def _keep(issue: IssuePage, reason: str, now: datetime) -> None:
    Publication.objects.update_or_create(issue_id=issue.pk, defaults={"error": reason, "tried_at": now})
