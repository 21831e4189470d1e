"""Which editions are of the same NEC: those whose name is the same once its year is put aside. Pure."""

import re

from nec_cms.folding import fold

ASIDE = re.compile(r"\([^)]*\)")
YEARS = re.compile(r"\b(?:19|20)\d\d\b")
NATIONAL = "edition nationale"


def series_key(name: str, kind: str) -> str:
    """The key that the editions of one NEC share: `974 la reunion` for « NEC 974 La Réunion » of any year.

    National editions are one series, whatever their names. What stands between parentheses does not count.
    """
    if kind == "national":
        return NATIONAL
    bare = fold(YEARS.sub(" ", ASIDE.sub(" ", name)))
    return bare.removeprefix("nec ").strip()[:160]
