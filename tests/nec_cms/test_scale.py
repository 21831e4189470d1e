"""`manage.py scale`: volume data, on the demo only unless one insists."""

from io import StringIO
from typing import Any

import pytest
from django.apps import apps
from django.core.management import call_command
from django.core.management.base import CommandError
from django.test import Client
from wagtail.models import Page

from nec_cms import plugins
from nec_cms.plugins import PluginError
from tests.factories.candidatures import TeamFactory, candidature_page
from tests.factories.community import ThemeFactory
from tests.factories.events import make_event, make_index
from tests.factories.formats import make_catalogue
from tests.factories.revue import RevueIndexPageFactory

pytestmark = pytest.mark.django_db

KINDS = {
    "territories": ("community.Territory", "territoire-exemple-"),
    "formats": ("formats.FormatPage", "format-exemple-"),
    "editions": ("events.EventPage", "edition-exemple-"),
    "articles": ("revue.ArticlePage", "article-exemple-"),
}


@pytest.fixture
def sections(home: Page, settings: Any) -> None:
    """The pages that volume hangs on, on a demo."""
    settings.DEMO = True
    make_index()
    make_catalogue()
    RevueIndexPageFactory(parent=home)
    candidature_page()
    TeamFactory()
    ThemeFactory.create_batch(3)


def scale(**numbers: int) -> str:
    out = StringIO()
    call_command("scale", stdout=out, **numbers)
    return out.getvalue()


def held(kind: str) -> int:
    label, prefix = KINDS[kind]
    return apps.get_model(label).objects.filter(slug__startswith=prefix).count()


def test_site_that_is_not_the_demo_is_left_alone_unless_one_insists(home: Page, settings: Any) -> None:
    settings.DEMO = False
    with pytest.raises(CommandError, match="--outside-the-demo"):
        scale(territories=2)
    assert held("territories") == 0
    scale(territories=2, outside_the_demo=True)
    assert held("territories") == 2


def test_each_kind_is_filled_up_to_its_number_and_a_second_run_adds_what_is_missing(sections: None) -> None:
    wanted = {"territories": 11, "formats": 3, "editions": 7, "articles": 103}
    scale(**wanted)
    assert {kind: held(kind) for kind in KINDS} == wanted
    report = scale(**wanted | {"editions": 9})
    assert [line.partition(" in ")[0] for line in report.splitlines()] == [
        "territories: 0 added",
        "formats: 0 added",
        "editions: 2 added",
        "articles: 0 added",
    ]
    assert held("editions") == 9


def test_pages_are_whole(sections: None, client: Client) -> None:
    scale(territories=5, formats=2, editions=6, articles=2)
    assert Page.find_problems() == ([], [], [], [], [])
    for kind in ("formats", "editions", "articles"):
        label, prefix = KINDS[kind]
        page = apps.get_model(label).objects.filter(slug__startswith=prefix).first()
        html = client.get(page.url).content.decode()
        assert "xemple" in html
        assert page.title in html
    assert len(Page.objects.search("salle")) == 6


def test_pages_added_by_hand_afterwards_find_their_place(sections: None) -> None:
    scale(editions=3)
    assert make_event("NEC Suivant").title == "NEC Suivant"
    assert Page.find_problems() == ([], [], [], [], [])


def test_candidatures_are_filed_without_any_mail(sections: None) -> None:
    scale(territories=2, candidatures=5)
    files = apps.get_model("candidatures.Candidature").objects.filter(title__startswith="NEC Exemple volume")
    assert files.count() == 5
    assert {each.contact_email.partition("@")[2] for each in files} == {"example.org"}
    assert {each.log.count() for each in files} == {1}
    assert all(each.eligibility for each in files)
    assert apps.get_model("post_office.Email").objects.count() == 0
    assert scale(candidatures=5).startswith("candidatures: 0 added")


def test_missing_section_is_said(home: Page, settings: Any) -> None:
    settings.DEMO = True
    with pytest.raises(CommandError, match=r"manage\.py demo"):
        scale(editions=1)


def test_kind_that_two_plugins_bring_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = plugins.installed()[:2]
    for plugin in (first, second):
        monkeypatch.setattr(plugin, "scale", {"twice": "builtins.int"})
    with pytest.raises(PluginError, match="'twice' is already brought by"):
        plugins.volume_builders()
