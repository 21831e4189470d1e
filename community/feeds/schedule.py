"""When a feed is read again. Pure arithmetic; `chance` goes from 0 to 1."""

from datetime import timedelta

EVERY = timedelta(hours=1)
FIRST_WAIT = timedelta(minutes=15)
LONGEST_BACKOFF = timedelta(hours=24)


def after_success(chance: float) -> timedelta:
    """An hour, spread by a tenth so that feeds do not all come at once."""
    return EVERY * (0.95 + 0.1 * chance)


def after_failure(failures: int, retry_after: timedelta | None, chance: float) -> timedelta:
    """15 minutes after the first failure in a row, then twice as long each time, a day at most, spread by a fifth.

    Never sooner than the server asked.
    """
    backoff = min(FIRST_WAIT * 2 ** min(max(failures - 1, 0), 10), LONGEST_BACKOFF)
    return max(backoff * (0.8 + 0.4 * chance), retry_after or timedelta(0))
