"""The formats that a porteur sets aside while browsing.

The selection is in the address, `?formats=slug1,slug2`, in the order of choice: it needs no cookie and no script, can
be shared and printed, and is read by the form of the call.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.http import QueryDict

from events.formats.durations import duration

if TYPE_CHECKING:
    from events.formats.models import FormatPage

PARAMETER = "formats"
MOST = 20
"""How many formats a selection holds; those beyond are left out."""

SLUG = re.compile(r"[-a-zA-Z0-9_]{1,255}")


def asked(data: QueryDict) -> list[str]:
    """The slugs that an address names, each once, in order; parted by commas, the parameter repeated or not."""
    named = [slug.strip() for value in data.getlist(PARAMETER) for slug in value.split(",")]
    return [slug for slug in dict.fromkeys(named) if SLUG.fullmatch(slug)][:MOST]


def query(slugs: Iterable[str]) -> str:
    """`formats=a,b` for an address, the commas as they are; empty for no slug."""
    joined = ",".join(slugs)
    return f"{PARAMETER}={joined}" if joined else ""


def with_query(address: str, *queries: str) -> str:
    """The address with these queries, the empty ones left out."""
    held = "&".join(each for each in queries if each)
    if not held:
        return address
    return f"{address}{'&' if '?' in address else '?'}{held}"


@dataclass(frozen=True, slots=True)
class Selection:
    """The chosen formats, published, in the order of choice; and the slugs that are no format any more."""

    formats: Sequence[FormatPage]
    unknown: Sequence[str] = ()

    @property
    def slugs(self) -> list[str]:
        return [page.slug for page in self.formats]

    @property
    def query(self) -> str:
        return query(self.slugs)

    @property
    def total(self) -> int:
        return len(self.formats)

    @property
    def full(self) -> bool:
        return self.total >= MOST

    @property
    def duration_text(self) -> str:
        """How long they last, one after the other."""
        return duration(sum(page.duration for page in self.formats))

    @property
    def archived(self) -> list[FormatPage]:
        """Those that no season offers any more."""
        return [page for page in self.formats if page.archived]

    def __contains__(self, slug: str) -> bool:
        return slug in self.slugs

    def toggled(self, slug: str) -> str:
        """The query of the selection with this format where it lacks it, without it where it holds it."""
        kept = [each for each in self.slugs if each != slug]
        return query(kept if slug in self else [*kept, slug])


def selected(data: QueryDict, formats: Iterable[FormatPage] | None = None) -> Selection:
    """The selection of an address; one query, none where the address names no format."""
    slugs = asked(data)
    if not slugs:
        return Selection([])
    if formats is None:
        from events.formats.models import FormatPage

        formats = FormatPage.objects.published().for_lists().filter(slug__in=slugs)
    found = {page.slug: page for page in formats}
    return Selection([found[slug] for slug in slugs if slug in found], [slug for slug in slugs if slug not in found])


@dataclass(frozen=True, slots=True)
class Offer:
    """A format in a list: its page, whether it is chosen, and where its links lead."""

    page: FormatPage
    chosen: bool
    url: str
    toggle_url: str
    """Adds it to the selection, or takes it out; empty for an archived offer that is not chosen."""


def offers(pages: Iterable[FormatPage], selection: Selection, address: str, kept: QueryDict) -> list[Offer]:
    """The formats of a list at `address`, whose other parameters are `kept`."""
    rest = kept.copy()
    rest.pop(PARAMETER, None)
    return [offer(page, selection, address, rest.urlencode()) for page in pages]


def offer(page: FormatPage, selection: Selection, address: str, rest: str = "") -> Offer:
    """One of them; `rest` is the query that its link to the selection keeps."""
    chosen = page.slug in selection
    toggle = with_query(address, rest, selection.toggled(page.slug)) + f"#format-{page.slug}"
    open_to_choice = chosen or not (page.archived or selection.full)
    return Offer(page, chosen, with_query(page.url, selection.query), toggle if open_to_choice else "")
