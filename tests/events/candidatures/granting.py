"""What the tests of grants share: the road of a grant, step by step."""

from datetime import UTC, date, datetime

import time_machine
from post_office.models import Email

from events.candidatures import grants
from events.candidatures.models import Grant


def signed(file, actor):
    with time_machine.travel(datetime(2027, 1, 10, 9, 0, tzinfo=UTC), tick=False):
        grants.send_convention(file, actor)
        grants.sign(file, file.porteur, date(2027, 1, 9), by_team=False)
        return grants.sign(file, actor, date(2027, 1, 10), by_team=True)


def state() -> str:
    return Grant.objects.get().state


def subjects() -> list[str]:
    return [email.subject for email in Email.objects.order_by("pk")]
