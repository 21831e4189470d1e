"""How often one address may ask for something, counted in the cache."""

import hashlib
import time
from datetime import timedelta

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest


def client_address(request: HttpRequest) -> str:
    """The network address of the visitor. Behind the TLS proxy it is the last one that the proxy wrote."""
    forwarded = request.headers.get("X-Forwarded-For", "")
    if getattr(settings, "SECURE_PROXY_SSL_HEADER", None) and forwarded:
        return forwarded.rpartition(",")[2].strip()
    return request.META.get("REMOTE_ADDR", "")


def wait(name: str, who: str, limit: int, period: timedelta) -> int:
    """Count one try of `who` at `name`; seconds to wait where the current period has had `limit` already, else 0.

    Who asks is kept as a digest. A cache that forgets only makes the limit milder.
    """
    seconds = int(period.total_seconds())
    now = int(time.time())
    digest = hashlib.sha256(who.encode()).hexdigest()
    key = f"rate.{name}.{digest}.{now // seconds}"
    if cache.add(key, 1, seconds):
        return 0
    try:
        tries = cache.incr(key)
    except ValueError:  # it expired between the two
        return 0
    cache.touch(key, seconds)  # the file cache forgets the lifetime when it adds one
    return seconds - now % seconds if tries > limit else 0
