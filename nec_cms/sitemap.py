"""The addresses of the site for search engines: one file, or an index of files where there are many."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime
from itertools import chain, islice
from typing import Any
from xml.sax.saxutils import escape

from django.contrib.contenttypes.models import ContentType
from django.http import Http404, HttpRequest, StreamingHttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe
from wagtail.models import Page, Site, get_page_models

from nec_cms.pages import address_under
from nec_cms.searching import public_pages

MOST = 5000
"""Addresses in one file; the protocol allows 50,000."""

TOGETHER = 200
"""Lines sent at once."""

XMLNS = "http://www.sitemaps.org/schemas/sitemap/0.9"
FIELDS = {"location": "loc", "lastmod": "lastmod", "changefreq": "changefreq", "priority": "priority"}

# What a page type overrides where its addresses are not simply its place in the tree.
OWN_WORDS = ("get_sitemap_urls", "get_url_parts", "get_full_url")


class Addresses:
    """All public addresses of a site: first the plain pages, then those of the types that name theirs themselves."""

    def __init__(self, request: HttpRequest, site: Site) -> None:
        self.request = request
        self.site = site
        types = ContentType.objects.get_for_models(*filter(names_its_own, get_page_models()))
        public = public_pages(site, timezone.now())
        self.plain = public.exclude(content_type__in=types.values()).order_by("path")
        special = public.filter(content_type__in=types.values()).order_by("path")
        self.plain_number = self.plain.count()
        self.own = [url for page in special.specific() for url in page.get_sitemap_urls(request)]

    def __len__(self) -> int:
        return self.plain_number + len(self.own)

    def part(self, first: int, last: int) -> Iterator[dict[str, Any]]:
        """Those from rank `first` (counted from 0) to `last`, this one left out: one query."""
        root = self.site.root_page
        home = root.get_full_url(self.request)
        rows = self.plain[first:last].values_list("url_path", "last_published_at", "latest_revision_created_at")
        for url_path, published, revised in rows.iterator() if first < self.plain_number else ():
            yield {"location": address_under(home, root, url_path), "lastmod": published or revised}
        yield from islice(self.own, max(0, first - self.plain_number), max(0, last - self.plain_number))


def names_its_own(model: type[Page]) -> bool:
    return any(getattr(model, name) is not getattr(Page, name) for name in OWN_WORDS)


@require_safe
def sitemap(request: HttpRequest) -> StreamingHttpResponse:
    """Every address, or where there are more than `MOST` of them, the files that hold them."""
    addresses = asked(request)
    if len(addresses) <= MOST:
        return answer("urlset", addresses.part(0, MOST), url_entry)
    numbers = range(1, -(-len(addresses) // MOST) + 1)
    files = (addresses.site.root_url + reverse("sitemap_part", args=(number,)) for number in numbers)
    return answer("sitemapindex", files, lambda file: f"<sitemap><loc>{escape(file)}</loc></sitemap>")


@require_safe
def sitemap_part(request: HttpRequest, number: int) -> StreamingHttpResponse:
    """One file of the index. Raises Http404 past the last one."""
    addresses = asked(request)
    if not 1 <= number <= -(-len(addresses) // MOST):
        raise Http404(f"There is no file {number}.")
    return answer("urlset", addresses.part((number - 1) * MOST, number * MOST), url_entry)


def asked(request: HttpRequest) -> Addresses:
    """The addresses of the site of this request. Raises Http404 where there is none."""
    site = Site.find_for_request(request)
    if site is None:
        raise Http404("No site answers here.")
    return Addresses(request, site)


def url_entry(url: dict[str, Any]) -> str:
    """One address: what Wagtail's `get_sitemap_urls` gives, the alternates in other languages left out."""
    said = ((tag, url.get(name)) for name, tag in FIELDS.items())
    return f"<url>{''.join(f'<{tag}>{escape(text(value))}</{tag}>' for tag, value in said if value is not None)}</url>"


def text(value: object) -> str:
    """A moment is told by its day in the site's time zone."""
    if isinstance(value, datetime):
        value = timezone.localtime(value).date() if timezone.is_aware(value) else value.date()
    return value.isoformat() if isinstance(value, date) else str(value)


def answer(root: str, entries: Iterable[Any], entry: Callable[[Any], str]) -> StreamingHttpResponse:
    """An XML file, sent as it is written; not itself a result of a search."""
    head = f'<?xml version="1.0" encoding="UTF-8"?>\n<{root} xmlns="{XMLNS}">\n'
    lines = chain([head], (f"{entry(each)}\n" for each in entries), [f"</{root}>\n"])
    return StreamingHttpResponse(
        iter(lambda: "".join(islice(lines, TOGETHER)), ""),
        content_type="application/xml",
        headers={"X-Robots-Tag": "noindex, noodp, noarchive"},
    )
