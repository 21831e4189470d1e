"""Several files at once, saved views, columns, and the filters that the list folds away."""

from datetime import UTC, date, datetime

import pytest
from django.urls import reverse
from post_office.models import Email

from events.candidatures import decisions
from events.candidatures.demo_dossier import field_id
from events.candidatures.models import Candidature, LogEntry, SavedView
from events.candidatures.states import State
from tests.events.candidatures.dossiers import instructor, team
from tests.factories.candidatures import CandidatureFactory

pytestmark = pytest.mark.django_db
OBJECTIVE = field_id("objective")


@pytest.fixture
def ours(home):
    return team()


@pytest.fixture
def actor(ours, client):
    user = instructor(ours)
    client.force_login(user)
    return user


def titles(client, query: str) -> list[str]:
    return sorted(row.file.title for row in client.get(f"/admin/candidatures/?{query}").context["rows"])


def test_ticked_files_are_given_to_one_person(client, actor, ours):
    other = instructor(ours, email="autre@example.org")
    files = CandidatureFactory.create_batch(3, team=ours)
    foreign = CandidatureFactory(team=team("Équipe B"))
    sent = {"do": "assign", "person": other.pk, "files": [files[0].pk, files[1].pk, foreign.pk, "x"], "query": "q=nec"}
    response = client.post(reverse("candidatures_desk:batch"), sent, follow=True)
    assert response.redirect_chain[0][0] == "/admin/candidatures/?q=nec"
    assert "2 dossiers confiés." in response.content.decode().replace("\u00a0", " ")
    assert set(Candidature.objects.filter(assignee=other)) == set(files[:2])
    assert [mail.to for mail in Email.objects.all()] == [[other.email]] * 2


def test_who_is_in_conflict_is_named_and_the_others_are_given(client, actor, ours):
    other = instructor(ours, email="autre@example.org")
    barred, free = CandidatureFactory.create_batch(2, team=ours)
    decisions.declare_conflict(barred, other, "Lien.")
    sent = {"do": "assign", "person": other.pk, "files": [barred.pk, free.pk]}
    text = client.post(reverse("candidatures_desk:batch"), sent, follow=True).content.decode()
    assert f"{barred.number}\u00a0: Ada Exemple a un conflit d’intérêts avec ce dossier." in text
    assert list(Candidature.objects.filter(assignee=other)) == [free]


def test_ticked_files_are_handed_to_a_team_with_a_reason(client, actor, ours):
    theirs = team("Équipe B", email="b@example.org")
    file = CandidatureFactory(team=ours)
    sent = {"do": "reassign", "team": theirs.pk, "files": [file.pk]}
    text = client.post(reverse("candidatures_desk:batch"), {**sent, "reason": " "}, follow=True).content.decode()
    assert "Indiquez la motivation." in text
    client.post(reverse("candidatures_desk:batch"), {**sent, "reason": "Voisinage."})
    assert Candidature.objects.get().team == theirs
    assert LogEntry.objects.filter(action="reassigned").count() == 1


def test_nothing_ticked_says_so(client, actor):
    text = client.post(reverse("candidatures_desk:batch"), {"do": "assign"}, follow=True).content.decode()
    assert "Cochez au moins un dossier." in text


def test_a_view_is_kept_under_a_name_and_forgotten_by_its_owner_alone(client, actor, ours):
    CandidatureFactory(team=ours)
    views = reverse("candidatures_desk:views")
    client.post(views, {"name": " <Urgents> ", "query": "etat=filed&colonnes=titre"})
    text = client.get("/admin/candidatures/").content.decode()
    assert '<a href="?etat=filed&amp;colonnes=titre">&lt;Urgents&gt;</a>' in text
    client.post(views, {"name": "<Urgents>", "query": "etat=closed"})
    assert list(SavedView.objects.values_list("name", "query")) == [("<Urgents>", "etat=closed")]
    theirs = SavedView.objects.create(person=instructor(ours, email="autre@example.org"), name="À elle")
    client.post(views, {"forget": theirs.pk})
    client.post(views, {"forget": SavedView.objects.get(person=actor).pk})
    assert list(SavedView.objects.all()) == [theirs]


def test_a_view_wants_a_name(client, actor):
    text = client.post(reverse("candidatures_desk:views"), {"name": "  "}, follow=True).content.decode()
    assert ("Donnez un nom à cette vue." in text, SavedView.objects.count()) == (True, 0)


def test_columns_are_chosen_in_the_address(client, actor, ours):
    file = CandidatureFactory(team=ours, audience=1200)
    file.form_data |= {OBJECTIVE: "<i>Un but</i>"}
    file.save()
    response = client.get(f"/admin/candidatures/?colonnes=public&colonnes=q-{OBJECTIVE}&colonnes=inconnue")
    assert [column.key for column in response.context["columns"]] == ["public", f"q-{OBJECTIVE}"]
    text = response.content.decode()
    assert '<td data-label="Public attendu">1200</td>' in text
    assert '<td data-label="Objectif de l’événement">&lt;i&gt;Un but&lt;/i&gt;</td>' in text


def test_files_are_filtered_by_follower_dates_and_answers(client, actor, ours):
    mine = CandidatureFactory(
        team=ours,
        title="NEC Un",
        assignee=actor,
        filed_at=datetime(2026, 1, 5, 12, tzinfo=UTC),
        event_start=date(2026, 9, 1),
    )
    CandidatureFactory(
        team=ours, title="NEC Deux", filed_at=datetime(2026, 3, 5, 12, tzinfo=UTC), event_start=date(2026, 12, 1)
    )
    mine.form_data |= {OBJECTIVE: "Relier les médiathèques."}
    mine.save()
    assert {
        query: titles(client, query)
        for query in (
            "suivi=moi",
            "suivi=personne",
            f"suivi={actor.pk}",
            "depose_apres=2026-02-01",
            "depose_avant=2026-01-05",
            "evenement_apres=2026-11-30",
            "evenement_avant=2026-09-01",
            f"question=q-{OBJECTIVE}&reponse=médIA",
            f"question=q-{OBJECTIVE}&reponse=absent",
            "reponse=sans+question",
            "depose_apres=hier",
        )
    } == {
        "suivi=moi": ["NEC Un"],
        "suivi=personne": ["NEC Deux"],
        f"suivi={actor.pk}": ["NEC Un"],
        "depose_apres=2026-02-01": ["NEC Deux"],
        "depose_avant=2026-01-05": ["NEC Un"],
        "evenement_apres=2026-11-30": ["NEC Deux"],
        "evenement_avant=2026-09-01": ["NEC Un"],
        f"question=q-{OBJECTIVE}&reponse=médIA": ["NEC Un"],
        f"question=q-{OBJECTIVE}&reponse=absent": [],
        "reponse=sans+question": ["NEC Deux", "NEC Un"],
        "depose_apres=hier": ["NEC Deux", "NEC Un"],
    }


def test_states_are_counted_under_the_other_filters(client, actor, ours):
    CandidatureFactory(team=ours, title="NEC Un")
    CandidatureFactory(team=ours, title="NEC Deux", state=State.CLOSED)
    CandidatureFactory(team=ours, title="Autre", state=State.CLOSED)
    states = client.get("/admin/candidatures/?q=NEC&etat=closed").context["states"]
    assert [(each["label"], each["count"], each["current"]) for each in states] == [
        ("Déposée", 1, False),
        ("Classée sans suite", 1, True),
    ]
