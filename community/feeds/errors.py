"""What goes wrong with a feed, told to an editor."""

from datetime import timedelta


class FeedError(Exception):
    """A plain French sentence; `retry_after` where the server asked to wait."""

    def __init__(self, message: str, retry_after: timedelta | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.retry_after = retry_after


class FeedGone(FeedError):
    """The publisher withdrew the feed for good (410)."""
