"""How long an article takes to read."""

from collections.abc import Iterable
from math import ceil

WORDS_PER_MINUTE = 220
"""Silent reading of French prose by an adult, rounded down for comfort (Brysbaert, 2019: 214 in French)."""


def minutes(texts: Iterable[str]) -> int:
    """Minutes, at least 1, that it takes to read the texts one after another."""
    words = sum(len(text.split()) for text in texts)
    return max(1, ceil(words / WORDS_PER_MINUTE))
