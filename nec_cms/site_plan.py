"""The plan of the site: its public pages as a tree, the beginning of each long section."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import Count, F, Q, Window
from django.db.models.functions import Length, RowNumber, Substr
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe
from wagtail.models import Page, Site

from nec_cms.pages import address_under
from nec_cms.searching import public_pages
from nec_cms.typography import number

LEVELS = 3
"""Under the home page."""

MOST = 20
"""Pages shown under one page below the first level; it tells how many others there are."""

Row = tuple[str, str, str, int, int]


@require_safe
def site_plan(request: HttpRequest) -> HttpResponse:
    """The tree of public pages, down to the third level under the home page. One query."""
    site = Site.find_for_request(request)
    return render(request, "sitemap.html", {"tree": nested(rows(site), site)})


def rows(site: Site) -> Iterable[Row]:
    """(path, title, place in the tree's addresses, rank, total) of the pages shown, in the order of the tree."""
    depth = site.root_page.depth
    siblings = Substr("path", 1, Length("path") - Page.steplen)
    return (
        public_pages(site, timezone.now())
        .filter(depth__gt=depth, depth__lte=depth + LEVELS)
        .annotate(
            rank=Window(RowNumber(), partition_by=siblings, order_by=F("path").asc()),
            total=Window(Count("pk"), partition_by=siblings),
        )
        .filter(Q(rank__lte=MOST) | Q(depth=depth + 1))
        .order_by("path")
        .values_list("path", "title", "url_path", "rank", "total")
    )


def nested(pages: Iterable[Row], site: Site) -> list[dict[str, Any]]:
    """Rows -> nested ``{title, url, children, more}``; a page whose parent is hidden or left out is left out too.

    `more` says in words how many children there are besides those given.
    """
    root, home = site.root_page, site.root_page.get_url(current_site=site)
    top: dict[str, Any] = {"children": [], "more": ""}
    nodes = {root.path: top}
    for path, title, url_path, rank, total in pages:
        parent = nodes.get(path[: -Page.steplen])
        if parent is not None:
            nodes[path] = {"title": title, "url": address_under(home, root, url_path), "children": [], "more": ""}
            parent["children"].append(nodes[path])
            parent["more"] = others(total - rank)
    return top["children"]


def others(left_out: int) -> str:
    return f"et {number(left_out)} autre{'s' if left_out > 1 else ''}" if left_out else ""
