"""The one door for e-mails: a row in the outbox, written in the transaction of the change it tells of."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from post_office import mail as outbox
from post_office.models import PRIORITY, Email

from nec_cms.work import wake


def queue_mail(to: str | Iterable[str], template: str, context: Mapping[str, Any], *, reply_to: str = "") -> Email:
    """Queue one e-mail in plain text from ``<template>`` (first line: the subject, then a blank line, then the body).

    The worker sends it and tries again for a day. Values of `context` appear as typed: the text is not HTML.
    """
    recipients = [to] if isinstance(to, str) else list(to)
    text = render_to_string(template, {"base_url": settings.BASE_URL, **context})
    subject, _, body = text.strip().partition("\n")
    email = outbox.send(
        recipients,
        settings.DEFAULT_FROM_EMAIL,
        subject=" ".join(subject.split()),
        message=body.strip() + "\n",
        headers={"Reply-To": reply_to} if reply_to else None,
        priority=PRIORITY.medium,
    )
    wake("mail")
    return email


def send_due() -> None:
    """Send what waits in the outbox; what fails is kept and tried again after the retry interval."""
    outbox.send_queued(processes=1, log_level=1)
