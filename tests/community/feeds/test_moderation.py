from datetime import UTC, datetime

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from wagtail.models import ModelLogEntry

from community.feeds.moderation import moderate
from community.models import ItemState
from nec_cms.models import User
from nec_cms.roles import COMMUNICATION, EDITOR, INSTRUCTION, MODERATOR, setup_roles
from nec_cms.testing import PluginContract
from tests.factories.community import FeedFactory, FeedItemFactory

LIST = "/admin/veille/ressources/"
FEEDS = "/admin/veille/flux/"
NOW = datetime(2024, 10, 10, 12, tzinfo=UTC)

pytestmark = pytest.mark.django_db


def person(*roles: str) -> User:
    setup_roles()
    user = User.objects.create_user(f"{'-'.join(roles).lower() or 'personne'}@example.org", "secret-exemple")
    for role in roles:
        user.groups.add(user.groups.model.objects.get(name=role))
    return User.objects.get(pk=user.pk)


def test_moderating_writes_who_when_and_a_line_in_the_log():
    editor = person(EDITOR)
    items = [FeedItemFactory(state=ItemState.PENDING) for _ in range(2)]
    with time_machine.travel(NOW, tick=False):
        assert moderate([item.pk for item in items], "approved", editor) == 2
    for item in items:
        item.refresh_from_db()
        assert (item.state, item.moderated_by, item.moderated_at) == (ItemState.APPROVED, editor, NOW)
    entries = ModelLogEntry.objects.filter(action="community.approve")
    assert [(entry.user, entry.data) for entry in entries] == [(editor, {"from": "pending"})] * 2


def test_what_is_already_so_is_left_alone():
    item = FeedItemFactory(state=ItemState.REJECTED)
    assert moderate([item.pk], "rejected", person(EDITOR)) == 0
    assert ModelLogEntry.objects.filter(action__startswith="community.").count() == 0


def test_an_unknown_state_and_an_actor_without_the_right_are_refused():
    item = FeedItemFactory(state=ItemState.PENDING)
    with pytest.raises(ValueError, match="publique"):
        moderate([item.pk], "publique", person(EDITOR))
    with pytest.raises(PermissionDenied):
        moderate([item.pk], "approved", person(INSTRUCTION))
    item.refresh_from_db()
    assert item.state == ItemState.PENDING


@pytest.mark.parametrize(
    ("role", "seen"), [(EDITOR, True), (MODERATOR, True), (COMMUNICATION, False), (INSTRUCTION, False)]
)
def test_only_the_editorial_staff_enters_the_desk_and_the_feeds(client, role, seen):
    item = FeedItemFactory(state=ItemState.PENDING)
    client.force_login(person(role))
    for url in (LIST, FEEDS, f"{FEEDS}create/", f"{FEEDS}edit/{item.feed_id}/"):
        response = client.get(url)
        assert (response.status_code == 200) is seen, url
    client.post(LIST, {"items": [item.pk], "state": "approved"})
    item.refresh_from_db()
    assert (item.state == ItemState.APPROVED) is seen


def test_a_visitor_is_sent_to_sign_in(client):
    response = client.get(LIST)
    assert (response.status_code, response["Location"]) == (302, f"/admin/login/?next={LIST}")


def test_deleting_a_feed_is_for_moderators(client):
    feed = FeedFactory()
    client.force_login(person(EDITOR))
    client.post(f"{FEEDS}delete/{feed.pk}/")
    assert type(feed).objects.filter(pk=feed.pk).exists()
    client.force_login(person(MODERATOR))
    client.post(f"{FEEDS}delete/{feed.pk}/")
    assert not type(feed).objects.filter(pk=feed.pk).exists()


def listed(response) -> list[str]:
    return [item.title for item in response.context["page_obj"]]


def test_the_desk_shows_what_is_to_be_read_then_what_is_asked(admin_client):
    pending = FeedItemFactory(state=ItemState.PENDING, title="Été")
    FeedItemFactory(state=ItemState.PENDING, title="Hiver")
    FeedItemFactory(title="Publié")
    assert listed(admin_client.get(LIST)) == ["Hiver", "Été"]
    assert listed(admin_client.get(LIST, {"q": "ete"})) == ["Été"]
    assert listed(admin_client.get(LIST, {"flux": pending.feed_id})) == ["Été"]
    assert listed(admin_client.get(LIST, {"etat": "approved"})) == ["Publié"]
    tabs = admin_client.get(LIST).context["tabs"]
    assert [(tab["label"], tab["number"]) for tab in tabs] == [("À relire", 2), ("Publiée", 1), ("Écartée", 0)]


@pytest.mark.parametrize("query", [{"etat": "publique"}, {"flux": "zéro"}, {"flux": "9" * 30}, {"page": "-1"}])
def test_a_filter_that_is_not_understood_is_told_and_ignored(admin_client, query):
    FeedItemFactory(state=ItemState.PENDING, title="À relire")
    response = admin_client.get(LIST, query)
    assert listed(response) == ["À relire"]
    assert "Un filtre n’a pas été compris" in response.content.decode()


def test_several_items_are_published_at_once_and_the_list_stays_where_it_was(admin_client):
    items = [FeedItemFactory(state=ItemState.PENDING) for _ in range(3)]
    response = admin_client.post(
        f"{LIST}?etat=pending&q=", {"items": [items[0].pk, items[2].pk], "state": "approved"}, follow=True
    )
    assert response.redirect_chain == [(f"{LIST}?etat=pending&q=", 302)]
    assert [str(message) for message in response.context["messages"]] == ["2 ressources publiées."]
    for item in items:
        item.refresh_from_db()
    assert [item.state for item in items] == ["approved", "pending", "approved"]


@pytest.mark.parametrize(
    "data",
    [{}, {"state": "approved"}, {"items": ["zéro"], "state": "approved"}, {"items": ["1", "9" * 40], "state": "nul"}],
)
def test_a_decision_that_makes_no_sense_changes_nothing(admin_client, data):
    item = FeedItemFactory(state=ItemState.PENDING)
    response = admin_client.post(LIST, data, follow=True)
    assert [str(message) for message in response.context["messages"]] == [
        "Cochez au moins une ressource, puis choisissez ce qu’elle devient."
    ]
    item.refresh_from_db()
    assert item.state == ItemState.PENDING


def test_items_have_no_form_of_their_own(admin_client):
    item = FeedItemFactory()
    for action in ("create", f"edit/{item.pk}", f"delete/{item.pk}", f"inspect/{item.pk}"):
        assert admin_client.get(f"{LIST}{action}/").status_code == 404


def test_what_a_source_sent_is_escaped_on_the_desk(admin_client):
    FeedItemFactory(state=ItemState.PENDING, title="<script>alert(1)</script>", summary="<img src=x>")
    page = admin_client.get(LIST).content.decode()
    assert "<script>alert(1)" not in page
    assert "<img src=x>" not in page


def test_both_lists_cost_the_same_for_one_row_and_for_three(admin_client):
    FeedItemFactory(state=ItemState.PENDING)
    admin_client.get(LIST)
    admin_client.get(FEEDS)
    costs = [PluginContract.count_queries(admin_client, url) for url in (LIST, FEEDS)]
    FeedItemFactory.create_batch(2, state=ItemState.PENDING)
    assert [PluginContract.count_queries(admin_client, url) for url in (LIST, FEEDS)] == costs == [11, 11]


def test_the_list_of_feeds_filters_on_no_column_but_its_own(admin_client):
    """An address may name any lookup; one that reaches a password hash must not narrow the list."""
    FeedFactory(title="Suivi")
    FeedFactory(title="Arrêté", active=False)
    titles = [feed.title for feed in admin_client.get(FEEDS, {"active__exact": 0}).context["object_list"]]
    assert titles == ["Arrêté"]
    response = admin_client.get(FEEDS, {"items__moderated_by__password__startswith": "md5"})
    assert response.status_code == 200
    assert len(response.context["object_list"]) == 2


def test_the_editor_of_a_feed_refuses_an_address_that_is_not_of_the_web(admin_client):
    for url in ("file:///etc/passwd", "ftp://example.org/", "n’importe quoi", ""):
        response = admin_client.post(f"{FEEDS}create/", {"title": "Exemple", "url": url, "licence": "reserved"})
        assert response.status_code == 200, url
    admin_client.post(f"{FEEDS}create/", {"title": "Exemple", "url": "https://example.org/f", "licence": "reserved"})
    assert list(FeedFactory._meta.model.objects.values_list("url", flat=True)) == ["https://example.org/f"]
