"""The desk of an issue in the admin: by role, its refusals, its preview, the buttons of the page editor."""

import pytest
import time_machine
from django.test import Client
from wagtail.models import Page

from nec_cms.models import User
from nec_cms.roles import EDITOR, MODERATOR, setup_roles
from nec_cms.testing import PluginContract
from revue.models import Approval, ArticlePage, IssuePage, Publication
from tests.factories.revue import ArticlePageFactory
from tests.revue.test_publishing import MORNING, approve_all, live_pages, make_draft

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft(index: Page) -> IssuePage:
    setup_roles()
    return make_draft(index)


def signed_in(client: Client, *roles: str) -> Client:
    from django.contrib.auth.models import Group

    user = User.objects.create_user(f"{'-'.join(roles) or 'personne'}@example.org".lower(), "mot-de-passe")
    user.groups.add(*Group.objects.filter(name__in=roles))
    client.force_login(user)
    return client


def desk(issue: IssuePage, action: str = "") -> str:
    return f"/admin/revue/numero/{issue.pk}/{action}"


def test_editor_sees_what_is_missing_but_cannot_publish(client: Client, draft: IssuePage) -> None:
    editor = signed_in(client, EDITOR)
    html = editor.get(desk(draft)).content.decode()
    assert "Il reste 2 points à régler avant de paraître." in html
    assert "Faire paraître maintenant" not in html
    approve_all(draft)
    for action in ("publier/", "programmer/", "deprogrammer/", "retirer/"):
        refused = editor.post(desk(draft, action), {"at": "2099-01-01T09:00"})
        assert (refused.status_code, refused.headers["Location"]) == (302, "/admin/")
    assert live_pages(draft) == [False, False, False]


def test_visitor_and_person_without_role_see_nothing(client: Client, draft: IssuePage) -> None:
    for action in ("", "apercu/"):
        assert client.get(desk(draft, action)).status_code == 302
    outsider = signed_in(client)
    for action in ("", "apercu/"):
        assert outsider.get(desk(draft, action)).status_code in (302, 403, 404)


def test_moderator_publishes_and_withdraws(client: Client, draft: IssuePage) -> None:
    moderator = signed_in(client, MODERATOR)
    approve_all(draft)
    html = moderator.post(desk(draft, "publier/"), follow=True).content.decode()
    assert "a paru, avec tous ses articles." in html
    assert live_pages(draft) == [True, True, True]
    moderator.post(desk(draft, "retirer/"))
    assert live_pages(draft) == [False, False, False]


def test_publication_asks_for_a_post(client: Client, draft: IssuePage) -> None:
    moderator = signed_in(client, MODERATOR)
    approve_all(draft)
    assert moderator.get(desk(draft, "publier/")).status_code == 405


@time_machine.travel(MORNING, tick=False)
def test_minute_is_read_by_the_clock_of_paris(client: Client, draft: IssuePage) -> None:
    moderator = signed_in(client, MODERATOR)
    html = moderator.post(desk(draft, "programmer/"), {"at": "2026-12-24T09:30"}, follow=True).content.decode()
    assert "paraîtra le 24/12/2026 à 09:30, heure de Paris." in html
    assert Publication.objects.get(issue=draft).at.isoformat() == "2026-12-24T08:30:00+00:00"
    moderator.post(desk(draft, "deprogrammer/"))
    assert not Publication.objects.exists()


@time_machine.travel(MORNING, tick=False)
@pytest.mark.parametrize(
    ("at", "message"),
    [
        ("", "Donnez un jour et une heure."),
        ("demain", "Donnez un jour et une heure, par exemple 02/12/2026 09:00."),
        ("2026-12-01T09:00", "Cette heure est passée"),
        ("2027-03-28T02:30", "Cette heure n’existe pas, ou existe deux fois"),
        ("2027-10-31T02:30", "Cette heure n’existe pas, ou existe deux fois"),
    ],
)
def test_minute_that_cannot_be_kept_is_refused(client: Client, draft: IssuePage, at: str, message: str) -> None:
    answer = signed_in(client, MODERATOR).post(desk(draft, "programmer/"), {"at": at})
    assert answer.status_code == 422
    assert message in answer.content.decode()
    assert not Publication.objects.exists()


def test_preview_shows_the_whole_issue_and_leads_from_draft_to_draft(client: Client, draft: IssuePage) -> None:
    editor = signed_in(client, EDITOR)
    first, second = ArticlePage.objects.child_of(draft).in_reading_order()
    html = editor.get(desk(draft, "apercu/")).content.decode()
    assert html.count(f'href="{desk(draft)}apercu/{first.pk}/"') == 1
    page = editor.get(desk(draft, f"apercu/{first.pk}/")).content.decode()
    assert "Un texte." in page
    assert f'<a class="turn turn--after" href="{desk(draft)}apercu/{second.pk}/" rel="next">' in page


def test_preview_refuses_an_article_of_another_issue(client: Client, draft: IssuePage, issue: IssuePage) -> None:
    other = ArticlePageFactory(parent=issue)
    assert signed_in(client, EDITOR).get(desk(draft, f"apercu/{other.pk}/")).status_code in (302, 403)


def test_end_of_the_workflow_approves_an_article(client: Client, draft: IssuePage) -> None:
    article = ArticlePage.objects.child_of(draft).first()
    author = User.objects.create_user("autrice@example.org")
    article.save_revision(user=author)
    state = article.get_workflow().start(article, author)
    reader = User.objects.create_superuser("chef@example.org", "mot-de-passe")
    state.current_task_state.approve(user=reader)
    assert live_pages(draft) == [False, False, False]
    assert Approval.objects.get(page=article).by == reader


def test_editor_of_a_draft_article_offers_to_approve_not_to_publish(client: Client, draft: IssuePage) -> None:
    article = ArticlePage.objects.child_of(draft).first()
    html = signed_in(client, MODERATOR).get(f"/admin/pages/{article.pk}/edit/").content.decode()
    assert html.count("Bon à paraître</em>") == 1
    assert "Publier</em>" not in html


def test_new_issue_cannot_be_published_at_once(client: Client, draft: IssuePage) -> None:
    parent = draft.get_parent()
    answer = signed_in(client, MODERATOR).post(
        f"/admin/pages/add/revue/issuepage/{parent.pk}/", {"action-publish": "action-publish", "title": "Trop tôt"}
    )
    assert answer.status_code == 302
    assert IssuePage.objects.count() == 1


def test_desk_costs_the_same_for_two_articles_and_for_four(admin_client: Client, draft: IssuePage) -> None:
    two = PluginContract.count_queries(admin_client, desk(draft))
    for number in (3, 4):
        ArticlePageFactory(parent=draft, title=f"Article {number}", live=False, body=[("text", "<p>x</p>")])
    assert PluginContract.count_queries(admin_client, desk(draft)) == two
