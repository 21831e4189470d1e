"""The list of files: own teams, filters, search, and what presses."""

from datetime import UTC, date, datetime

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from community.models import Territory, TerritoryKind
from events.candidatures.states import State
from tests.events.candidatures.dossiers import instructor, person, team
from tests.factories.candidatures import CandidatureFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def ours(home):
    return team()


@pytest.fixture
def desk(ours, client):
    """Titles of the list at an address, as an instructor of our team sees it."""
    client.force_login(instructor(ours))

    def titles(query: str = "") -> list[str]:
        response = client.get(f"/admin/candidatures/?{query}")
        assert response.status_code == 200
        return [row.file.title for row in response.context["rows"]]

    return titles


def test_each_team_sees_its_own(ours, desk):
    CandidatureFactory(team=ours, title="NEC Nôtre")
    CandidatureFactory(team=team("Équipe B"), title="NEC Leur")
    assert desk() == ["NEC Nôtre"]


def test_a_superuser_sees_every_team(ours, client):
    CandidatureFactory(team=ours, title="NEC Un")
    CandidatureFactory(team=team("Équipe B"), title="NEC Deux")
    client.force_login(person("admin@example.org", is_superuser=True))
    rows = client.get("/admin/candidatures/?tri=titre").context["rows"]
    assert [row.file.title for row in rows] == ["NEC Deux", "NEC Un"]


def test_filters_narrow_and_combine(ours, desk):
    metz = Territory.objects.create(name="Metz (essai)", kind=TerritoryKind.COLLECTIVITE)
    CandidatureFactory(team=ours, title="NEC Un", territory=metz)
    CandidatureFactory(team=ours, title="NEC Deux", territory=metz, state=State.IN_REVIEW)
    CandidatureFactory(team=ours, title="NEC Trois", state=State.IN_REVIEW)
    assert desk("tri=titre&etat=in_review") == ["NEC Deux", "NEC Trois"]
    assert desk(f"tri=titre&territoire={metz.slug}") == ["NEC Deux", "NEC Un"]
    assert desk(f"territoire={metz.slug}&etat=in_review") == ["NEC Deux"]


def test_the_tier_is_the_highest_that_was_met_on_filing(ours, desk):
    asked = {"grant_requested": True, "budget_total": 1000, "grant_amount": 800}
    CandidatureFactory(team=ours, title="NEC Subvention", **asked)
    CandidatureFactory(team=ours, title="NEC Accompagnement")
    CandidatureFactory(team=ours, title="NEC Marque", audience=149)
    CandidatureFactory(team=ours, title="NEC Rien", charter=False)
    assert {tier: desk(f"niveau={tier}") for tier in ("grant", "support", "brand", "aucun")} == {
        "grant": ["NEC Subvention"],
        "support": ["NEC Accompagnement"],
        "brand": ["NEC Marque"],
        "aucun": ["NEC Rien"],
    }


def test_an_invalid_filter_is_ignored_and_said(ours, desk, client):
    CandidatureFactory(team=ours, title="NEC Un")
    assert desk("etat=mystere&niveau=9&territoire=nulle-part&equipe=abc&tri=x&p=999") == ["NEC Un"]
    text = client.get("/admin/candidatures/?etat=mystere").content.decode()
    assert text.count("Ce choix n’existe pas") == 1


def test_search_looks_at_number_title_organisation_and_contact(ours, desk):
    first = CandidatureFactory(
        team=ours, title="NEC Vallée", organisation="Réseau lent", contact_name="Sacha", contact_email="s@example.org"
    )
    CandidatureFactory(team=ours, title="NEC Plaine", organisation="Autre", contact_name="Lou", contact_email="l@x.org")
    for words in (first.number, first.number.lower(), "vallée", "réseau", "sacha", "s@example.org", "lent vallée"):
        assert desk(f"q={words}") == ["NEC Vallée"], words
    assert desk("q=lent plaine") == []
    assert desk("q=NEC-2026-99999") == []
    assert desk(f"q={'9' * 40}") == []


def test_the_latest_filed_comes_first_and_other_orders_may_be_chosen(ours, desk):
    CandidatureFactory(
        team=ours, title="NEC B", filed_at=datetime(2026, 1, 1, tzinfo=UTC), event_start=date(2027, 1, 1)
    )
    CandidatureFactory(
        team=ours, title="NEC A", filed_at=datetime(2026, 2, 1, tzinfo=UTC), event_start=date(2027, 2, 1)
    )
    assert desk() == ["NEC A", "NEC B"]
    assert desk("tri=date") == ["NEC B", "NEC A"]
    assert desk("tri=titre") == ["NEC A", "NEC B"]


@time_machine.travel(datetime(2026, 9, 20, 10, 0, tzinfo=UTC), tick=False)
def test_a_row_says_dates_state_tier_team_and_what_presses(ours, client):
    file = CandidatureFactory(
        team=ours, title="NEC <Presse>", event_start=date(2026, 10, 8), event_end=date(2026, 10, 9)
    )
    CandidatureFactory(team=team("Équipe B"))
    client.force_login(person("admin@example.org", is_superuser=True))
    text = " ".join(client.get("/admin/candidatures/?q=presse").content.decode().split())
    assert f'<a class="desk-list__title" href="/admin/candidatures/{file.pk}/">NEC &lt;Presse&gt;</a>' in text
    for words in (
        f"{file.number} · Association exemple",
        "8-9 octobre 2026",
        '<span class="desk-urgency desk-urgency--high">Événement dans 18\u00a0jours</span>',
        '<span class="desk-state desk-state--filed">Déposée</span>',
        "Accompagnement",
        "Équipe A",
        "15 janv. 2026",
        "1 sur 2 candidatures",
    ):
        assert " ".join(words.split()) in text, words


def test_an_empty_list_says_so(desk, client):
    assert desk() == []
    text = client.get("/admin/candidatures/").content.decode()
    assert "Aucune candidature n’est confiée à vos équipes pour le moment." in text


@pytest.mark.parametrize("query", ["", "q=nec&etat=filed&niveau=support"])
def test_the_list_costs_the_same_for_one_row_and_three(ours, desk, query):
    def queries() -> int:
        with CaptureQueriesContext(
            connection,
        ) as captured:
            desk(query)
        return len(captured)

    places = [Territory.objects.create(name=f"Lieu {n}", kind=TerritoryKind.TERRITOIRE) for n in range(3)]
    CandidatureFactory(team=ours, territory=places[0])
    desk(query)
    one = queries()
    CandidatureFactory(team=ours, territory=places[1])
    CandidatureFactory(team=ours, territory=places[2])
    assert (queries(), one) == (23, 23)


def test_a_long_list_has_pages_that_keep_the_filters(ours, desk, client):
    CandidatureFactory.create_batch(51, team=ours, title="NEC Long")
    assert (len(desk("q=long")), len(desk("q=long&p=2"))) == (50, 1)
    text = client.get("/admin/candidatures/?q=long").content.decode()
    assert '<a href="?q=long&amp;p=2">2</a>' in text
