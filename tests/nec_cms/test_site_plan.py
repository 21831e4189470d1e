"""The plan of the site: what it shows of long sections, and at what cost."""

import re
from typing import Any

import pytest
from django.test import Client
from wagtail.models import Page

from nec_cms import site_plan
from nec_cms.testing import PluginContract
from tests.factories.home import ContentPageFactory

pytestmark = pytest.mark.django_db

URL = "/plan-du-site/"


def links(client: Client) -> list[tuple[str, str]]:
    tree = client.get(URL).content.decode().split('<ul class="site-tree">')[1].split("</main>")[0]
    return re.findall(r'<a href="([^"]+)">(.*?)</a>', tree)


def test_a_long_section_shows_its_beginning_and_leads_to_itself(client: Client, home: Page, monkeypatch: Any) -> None:
    monkeypatch.setattr(site_plan, "MOST", 2)
    section = ContentPageFactory(parent=home, title="Rubrique", slug="rubrique")
    for name in ("un", "deux", "trois", "quatre"):
        ContentPageFactory(parent=section, title=name, slug=name)
    for name in ("a", "b", "c"):
        ContentPageFactory(parent=section.get_children().get(slug="quatre"), title=name, slug=name)
    ContentPageFactory(parent=home, title="Contact", slug="contact")
    ContentPageFactory(parent=home, title="Aide", slug="aide")
    assert links(client) == [
        ("/rubrique/", "Rubrique"),
        ("/rubrique/un/", "un"),
        ("/rubrique/deux/", "deux"),
        ("/rubrique/", 'et 2 autres<span class="visually-hidden"> dans «&nbsp;Rubrique&nbsp;»</span>'),
        ("/contact/", "Contact"),
        ("/aide/", "Aide"),
    ]


def test_a_page_under_one_that_is_not_public_is_left_out(client: Client, home: Page) -> None:
    draft = ContentPageFactory(parent=home, slug="brouillon", live=False)
    ContentPageFactory(parent=ContentPageFactory(parent=draft, slug="milieu"), slug="bas")
    ContentPageFactory(parent=home, title="Contact", slug="contact")
    assert links(client) == [("/contact/", "Contact")]


@pytest.mark.parametrize(("left_out", "said"), [(0, ""), (1, "et 1 autre"), (9980, "et 9\u202f980 autres")])
def test_the_others_are_counted_in_words(left_out: int, said: str) -> None:
    assert site_plan.others(left_out) == said


def test_the_cost_is_the_same_for_one_page_and_for_three(client: Client, home: Page) -> None:
    ContentPageFactory(parent=home)
    one = PluginContract.count_queries(client, URL)
    ContentPageFactory(parent=home, slug="deux")
    ContentPageFactory(parent=home, slug="trois")
    assert PluginContract.count_queries(client, URL) == one == 2
