"""Offering a season's formats again in the next one."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
import time_machine
from django.contrib.auth.models import Group
from django.test import Client

from events.formats.models import FormatPage
from nec_cms import roles
from nec_cms.models import User
from tests.events.pages import text, texts
from tests.factories.formats import make_catalogue, make_format

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def at_home(home: Any) -> Iterator[None]:
    make_catalogue()
    with time_machine.travel(datetime(2026, 3, 1, tzinfo=UTC), tick=False):
        yield


def address() -> str:
    return f"/admin/formats/{make_catalogue().pk}/reconduire/"


def years(page: FormatPage) -> list[int]:
    return [season.year for season in FormatPage.objects.get(pk=page.pk).seasons.all()]


def test_page_shows_what_would_change_before_it_does(admin_client: Client) -> None:
    make_format("Actuel", (2026,))
    make_format("Prévu", (2026, 2027))
    make_format("Ancien", (2024,))
    html = admin_client.get(address()).content.decode()
    assert texts(html, r"<h2>(.*?)</h2>") == ["De 2026 à 2027"]
    assert [label.strip() for label in texts(html, r'<label for="id_offers_\d+">(.*?)</label>')] == ["Actuel"]
    assert "Prévu" in text(html.split("Déjà proposés en 2027")[1])
    assert years(FormatPage.objects.get(title="Actuel")) == [2026]


def test_confirming_publishes_each_chosen_offer_in_the_next_season(admin_client: Client) -> None:
    kept, left = make_format("Gardé", (2025, 2026)), make_format("Laissé", (2026,))
    response = admin_client.post(f"{address()}?saison=2026", {"offers": [kept.pk]}, follow=True)
    assert "1 format reconduit en 2027." in text(response.content.decode())
    assert (years(kept), years(left)) == ([2027, 2026, 2025], [2026])
    revision = FormatPage.objects.get(pk=kept.pk).latest_revision
    assert revision.user.is_superuser
    again = admin_client.post(f"{address()}?saison=2026", {"offers": [kept.pk]})
    assert "Sélectionnez un choix valide" in text(again.content.decode())
    assert years(kept) == [2027, 2026, 2025]


def test_another_season_can_be_chosen_and_nothing_checked_is_refused(admin_client: Client) -> None:
    old = make_format("Ancien", (2024,))
    html = admin_client.post(f"{address()}?saison=2024", {}).content.decode()
    assert years(old) == [2024]
    assert "De 2024 à 2025" in text(html)
    assert "Cochez au moins un format." in text(
        admin_client.post(f"{address()}?saison=2024", {"x": 1}).content.decode()
    )


def test_draft_of_an_editor_stays_a_draft_and_has_the_season_too(admin_client: Client) -> None:
    page = make_format("Publié", (2026,))
    page.title = "En préparation"
    page.save_revision()
    admin_client.post(f"{address()}?saison=2026", {"offers": [page.pk]})
    live = FormatPage.objects.get(pk=page.pk)
    draft = live.get_latest_revision_as_object()
    assert (live.title, years(live), live.has_unpublished_changes) == ("Publié", [2027, 2026], True)
    assert (draft.title, sorted(season.year for season in draft.seasons.all())) == ("En préparation", [2026, 2027])


def test_empty_catalogue_has_nothing_to_offer_again(admin_client: Client) -> None:
    assert "il n’y a rien à reconduire" in text(admin_client.get(address()).content.decode())


@pytest.mark.parametrize(
    ("role", "status"), [(roles.MODERATOR, 200), (roles.EDITOR, 302), (roles.INSTRUCTION, 302), (None, 403)]
)
def test_only_who_may_publish_offers_may_offer_a_season_again(client: Client, role: str | None, status: int) -> None:
    roles.setup_roles()
    page = make_format("Actuel", (2026,))
    user = User.objects.create_user("personne@example.org", "x")
    if role:
        user.groups.add(Group.objects.get(name=role))
    client.force_login(user)
    assert client.get(address()).status_code == status
    client.post(f"{address()}?saison=2026", {"offers": [page.pk]})
    assert years(page) == ([2027, 2026] if status == 200 else [2026])


def test_button_shows_on_the_catalogue_to_who_may(admin_client: Client) -> None:
    assert address() in admin_client.get(f"/admin/pages/{make_catalogue().pk}/").content.decode()
    offer = make_format("Actuel", (2026,))
    assert address() not in admin_client.get(f"/admin/pages/{offer.pk}/edit/").content.decode()
