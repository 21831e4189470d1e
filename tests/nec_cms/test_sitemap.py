"""The files of addresses for search engines: what they hold, in how many files, at what cost."""

import re
from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.test import Client
from wagtail.models import Page, PageViewRestriction

from nec_cms import sitemap
from nec_cms.testing import PluginContract
from tests.factories.community import DirectoryPageFactory
from tests.factories.events import make_event
from tests.factories.home import ContentPageFactory

pytestmark = pytest.mark.django_db


def found(client: Client, url: str = "/sitemap.xml") -> list[str]:
    response = client.get(url)
    assert response.streaming
    return re.findall(r"<loc>http://localhost(/[^<]*)</loc>", response.getvalue().decode())


def test_what_is_public_is_there_and_nothing_else(client: Client, home: Page) -> None:
    parent = ContentPageFactory(parent=home, title="Été & hiver", slug="été")
    ContentPageFactory(parent=parent, slug="charte")
    ContentPageFactory(parent=home, slug="brouillon", live=False)
    ContentPageFactory(parent=home, slug="expire", expire_at=datetime(2020, 1, 1, tzinfo=UTC))
    private = ContentPageFactory(parent=home, slug="privee")
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    assert found(client) == ["/", "/%C3%A9t%C3%A9/", "/%C3%A9t%C3%A9/charte/"]


def test_addresses_are_those_of_the_pages_with_the_day_they_were_published(client: Client, home: Page) -> None:
    page = ContentPageFactory(parent=home, slug="charte", last_published_at=datetime(2026, 3, 1, 23, 30, tzinfo=UTC))
    response = client.get("/sitemap.xml")
    assert response["Content-Type"] == "application/xml"
    assert response["X-Robots-Tag"] == "noindex, noodp, noarchive"
    # Half past eleven in the evening, in UTC, is the next day in Paris.
    entry = f"<url><loc>{page.full_url}</loc><lastmod>2026-03-02</lastmod></url>"
    assert response.getvalue().decode().splitlines()[3] == entry


def test_types_that_name_their_addresses_are_asked_for_them(client: Client, home: Page) -> None:
    DirectoryPageFactory(parent=home, slug="communaute")
    assert found(client) == ["/", "/communaute/", "/communaute/ressources/"]


def test_signs_of_the_language_are_escaped() -> None:
    entry = sitemap.url_entry({"location": "https://example.org/?a&b", "lastmod": date(2026, 1, 2), "priority": 0.5})
    expected = "<url><loc>https://example.org/?a&amp;b</loc><lastmod>2026-01-02</lastmod><priority>0.5</priority></url>"
    assert entry == expected


def test_many_addresses_are_spread_over_files_that_an_index_names(client: Client, home: Page, monkeypatch: Any) -> None:
    DirectoryPageFactory(parent=home, slug="communaute")
    for rank in range(4):
        ContentPageFactory(parent=home, slug=f"page-{rank}")
    whole = found(client)
    monkeypatch.setattr(sitemap, "MOST", 3)
    files = found(client)
    assert files == ["/sitemap-1.xml", "/sitemap-2.xml", "/sitemap-3.xml"]
    assert [len(found(client, file)) for file in files] == [3, 3, 1]
    assert [each for file in files for each in found(client, file)] == whole
    assert [client.get(f"/sitemap-{number}.xml").status_code for number in (0, 4)] == [404, 404]


def test_the_cost_is_the_same_for_one_page_and_for_three(client: Client, home: Page) -> None:
    make_event("NEC Metz", date(2024, 10, 3))
    one = PluginContract.count_queries(client, "/sitemap.xml")
    make_event("NEC Nancy", date(2024, 10, 3))
    make_event("NEC Toul", date(2024, 10, 3))
    assert PluginContract.count_queries(client, "/sitemap.xml") == one == 3
    assert len(found(client)) == 5
