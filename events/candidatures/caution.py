"""Care against automates that loses no honest answer: a hidden box leads to a confirmation, rates to a pause."""

from datetime import timedelta

from django.http import HttpRequest, HttpResponse, QueryDict
from django.template.response import TemplateResponse

from nec_cms.rate_limit import client_address, wait

TRAP, CONFIRM = "site-web", "confirmer"
"""A box that people do not see, and the box that they tick where it was filled."""

HOUR = timedelta(hours=1)
BEGIN, SAVE, UPLOAD, FILE, LINK = (
    ("draft-begin", 40, HOUR),
    ("draft-save", 2_000, HOUR),
    ("draft-upload", 200, HOUR),
    ("draft-file", 60, HOUR),
    ("draft-link", 30, HOUR),
)
"""What one network address may do: a name, how often, in how long."""
BY_EMAIL = ("draft-link-email", 5, timedelta(minutes=15))
FILED_BY_EMAIL = ("draft-file-email", 20, HOUR)

Rate = tuple[str, int, timedelta]


def is_suspect(posted: QueryDict) -> bool:
    """The hidden box was filled and the person has not confirmed."""
    return bool(posted.get(TRAP)) and posted.get(CONFIRM) != "oui"


def pause(request: HttpRequest, rate: Rate, *, who: str = "") -> int:
    """Seconds to wait, 0 for who may go on. `who` is an e-mail address; the network address where it is empty."""
    name, limit, period = rate
    return wait(name, who or client_address(request), limit, period)


def too_many(request: HttpRequest, seconds: int) -> HttpResponse:
    """429 with Retry-After, in words: what was saved stays saved."""
    context = {"minutes": -(-seconds // 60)}
    response = TemplateResponse(request, "candidatures/form/too_many.html", context, status=429)
    response["Retry-After"] = str(seconds)
    return private(response)


def private(response: HttpResponse) -> HttpResponse:
    """An answer that no cache keeps, no robot lists, and whose address no other site learns."""
    response["Cache-Control"] = "private, no-store"
    response["Referrer-Policy"] = "same-origin"
    response["X-Robots-Tag"] = "noindex, nofollow"
    return response
