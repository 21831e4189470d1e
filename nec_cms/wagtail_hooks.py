"""The core's own periodic work."""

from datetime import timedelta

from django.core.management import call_command
from django.utils import timezone
from wagtail import hooks

from nec_cms.hooks import Sweep
from nec_cms.mail import send_due
from nec_cms.work import forget_finished


@hooks.register("register_sweep")
def send_mails() -> Sweep:
    return Sweep("mail", timedelta(seconds=20), send_due)


@hooks.register("register_sweep")
def publish_scheduled() -> Sweep:
    return Sweep("publication", timedelta(minutes=1), lambda: call_command("publish_scheduled"))


@hooks.register("register_sweep")
def forget_tasks() -> Sweep:
    return Sweep("task-records", timedelta(hours=6), lambda: forget_finished(timezone.now() - timedelta(days=2)))
