"""The porteur's space: own files, own events, and nobody else's."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.contrib.auth.models import AbstractBaseUser
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail import hooks

from events.candidatures.journal import Action
from events.candidatures.models import Candidature, LogEntry
from events.candidatures.states import State
from events.candidatures.timeline import HAPPENED, NEXT, TOLD, timeline
from events.models import EventIndexPage, EventPage
from nec_cms.hooks import PorteurPanel
from nec_cms.models import User
from tests.factories.candidatures import AttachmentFactory, CandidatureFactory, UserFactory

pytestmark = pytest.mark.django_db
SPACE = "/espace-porteur/"


@pytest.fixture
def porteur(home: Any, client: Client) -> User:
    """A signed-in porteur."""
    user = UserFactory(email="porteur.exemple@example.org")
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return user


def file_page(file: Candidature) -> str:
    return f"/espace-porteur/candidatures/{file.pk}/"


def test_one_sees_the_files_of_the_account_and_those_filed_with_its_address(client: Client, porteur: User) -> None:
    CandidatureFactory(title="NEC Compte", porteur=porteur)
    CandidatureFactory(title="NEC Adresse", contact_email=porteur.email)
    CandidatureFactory(title="NEC Ailleurs")

    html = client.get(SPACE).content.decode()

    assert [title in html for title in ("Compte]", "Adresse]", "Ailleurs")] == [False, False, False]
    assert [f'<span class="bracketed">{name}</span>' in html for name in ("Compte", "Adresse", "Ailleurs")] == [
        True,
        True,
        False,
    ]


def test_the_space_costs_the_same_with_one_or_three_files(client: Client, porteur: User) -> None:
    def count() -> int:
        with CaptureQueriesContext(connection) as queries:
            assert client.get(SPACE).status_code == 200
        return len(queries)

    CandidatureFactory(porteur=porteur)
    client.get(SPACE)
    one = count()
    CandidatureFactory.create_batch(2, porteur=porteur)

    assert (one, count()) == (9, 9)


def test_a_file_shows_where_it_stands_its_answers_and_its_attachments(client: Client, porteur: User) -> None:
    file = CandidatureFactory(title="NEC <Exemple>", porteur=porteur)
    AttachmentFactory(candidature=file, name="lettre & plan.pdf")

    response = client.get(file_page(file))

    html = response.content.decode()
    assert response.status_code == 200
    assert "no-store" in response["Cache-Control"]
    for text in (file.number, "&lt;Exemple&gt;", "Candidature déposée", NEXT[State.FILED], "lettre &amp; plan.pdf"):
        assert text in html, text


def test_an_attachment_of_one_s_own_file_is_downloaded(client: Client, porteur: User) -> None:
    attachment = AttachmentFactory(candidature=CandidatureFactory(porteur=porteur))

    response = client.get(f"/espace-porteur/pieces/{attachment.pk}/")

    assert (response.status_code, b"".join(response.streaming_content)) == (200, b"%PDF-1.7\n%%EOF\n")
    response.close()


@pytest.mark.parametrize("who", ["another porteur", "a porteur of another event", "an editor", "a superuser"])
def test_nobody_else_reaches_a_file_or_its_attachments_here(client: Client, home: Any, who: str) -> None:
    attachment = AttachmentFactory()
    user = UserFactory(is_superuser=who == "a superuser", is_staff=who == "a superuser")
    if who == "a porteur of another event":
        CandidatureFactory(porteur=user)
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")

    assert client.get(file_page(attachment.candidature)).status_code == 404
    assert client.get(f"/espace-porteur/pieces/{attachment.pk}/").status_code == 404


def test_a_waiting_attachment_is_nobody_s(client: Client, porteur: User) -> None:
    assert client.get(f"/espace-porteur/pieces/{AttachmentFactory(candidature=None).pk}/").status_code == 404


def test_an_anonymous_visitor_is_sent_to_sign_in(client: Client, home: Any) -> None:
    attachment = AttachmentFactory()

    answers = [
        client.get(file_page(attachment.candidature)),
        client.get(f"/espace-porteur/pieces/{attachment.pk}/"),
    ]

    assert [(each.status_code, each.url.split("?")[0]) for each in answers] == [(302, SPACE)] * 2


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_the_space_is_read_only(client: Client, porteur: User, method: str) -> None:
    file = CandidatureFactory(porteur=porteur)

    assert getattr(client, method)(file_page(file)).status_code == 405


def test_own_events_are_listed_with_a_link_once_they_are_live(client: Client, porteur: User, home: Any) -> None:
    index = home.add_child(instance=EventIndexPage(title="Les NEC locaux", slug="nec-locaux"))
    live = index.add_child(instance=EventPage(title="NEC Visible", slug="visible", start_date=date(2030, 10, 8)))
    draft = index.add_child(
        instance=EventPage(title="NEC Brouillon", slug="brouillon", live=False, start_date=date(2030, 11, 8))
    )
    index.add_child(instance=EventPage(title="NEC Voisin", slug="voisin", start_date=date(2030, 11, 8)))
    live.porteurs.add(porteur)
    CandidatureFactory(porteur=porteur, event=draft)

    html = client.get(SPACE).content.decode()

    assert 'href="/nec-locaux/visible/"' in html
    assert "Brouillon</span> <span" in html
    assert "/nec-locaux/brouillon/" not in html
    assert "Voisin" not in html


def test_other_plugins_add_their_panels(client: Client, porteur: User, settings: Any, tmp_path: Any) -> None:
    (tmp_path / "panel.html").write_text("<h2>{{ words }}</h2>")
    settings.TEMPLATES = [{**settings.TEMPLATES[0], "DIRS": [*settings.TEMPLATES[0]["DIRS"], tmp_path]}]

    class Panel(PorteurPanel):
        template = "panel.html"

        def context(self, user: AbstractBaseUser) -> Mapping[str, Any] | None:
            return {"words": f"Kits <de> {user.email}"} if user == porteur else None

    with hooks.register_temporarily("register_porteur_panel", Panel):
        html = client.get(SPACE).content.decode()

    assert "<h2>Kits &lt;de&gt; porteur.exemple@example.org</h2>" in html


def test_an_empty_space_says_so(client: Client, porteur: User) -> None:
    assert "Aucune candidature" in client.get(SPACE).content.decode()


def test_every_state_has_its_plain_words() -> None:
    assert set(HAPPENED) == set(NEXT) == set(State)


def test_the_timeline_tells_what_was_mailed_and_keeps_the_team_s_lines() -> None:
    file = CandidatureFactory.build(page=None, team=None, form_snapshot=[])
    at = datetime(2026, 3, 1, 23, 30, tzinfo=UTC)
    entries = [
        LogEntry(candidature=file, at=at, action=Action.FILED, to_state=State.FILED),
        LogEntry(candidature=file, at=at, action=Action.REASSIGNED, detail="De A à B, remarque interne"),
        LogEntry(
            candidature=file,
            at=at,
            action=Action.MOVED,
            from_state=State.IN_REVIEW,
            to_state=State.COMPLEMENT,
            detail="Il manque le budget.",
        ),
    ]

    assert {Action.REASSIGNED, Action.DRAFTED}.isdisjoint(TOLD)
    assert timeline(entries) == [
        {
            "date": "2\u00a0mars\u00a02026",
            "datetime": "2026-03-02T00:30:00+01:00",
            "title": "Candidature déposée",
            "text": "Nous l’avons bien reçue.",
        },
        {
            "date": "2\u00a0mars\u00a02026",
            "datetime": "2026-03-02T00:30:00+01:00",
            "title": "Complément demandé",
            "text": "L’équipe vous a écrit ce qui manque. Il manque le budget.",
            "current": True,
        },
    ]
