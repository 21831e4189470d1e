"""Filing: one candidature per submission, its columns, log, e-mails and receipt."""

import threading
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
import time_machine
from django.db import IntegrityError, connection
from django.test import Client
from post_office.models import Email

from community.models import Territory, TerritoryKind
from events.candidatures import drafts, filing
from events.candidatures.demo_dossier import field_id
from events.candidatures.models import Attachment, Candidature, CandidaturePage, Draft, RoutingRule
from events.candidatures.routing import default_team
from tests.conftest import make_home
from tests.events.candidatures.drafting import LETTER
from tests.events.candidatures.files import upload
from tests.factories.candidatures import FROM_HERE, TeamFactory, candidature_page, post_data


@pytest.mark.django_db
def test_a_valid_form_becomes_a_candidature_with_its_columns(send: Any, call: CandidaturePage) -> None:
    territory = Territory.objects.create(name="Vallée-Exemple", kind=TerritoryKind.TERRITOIRE)

    response = send(contact_email="Camille.Exemple@Example.org", territory="vallee-exemple", event_end="09/10/2030")

    filed = Candidature.objects.get()
    assert (response.status_code, response.url) == (303, f"/candidature/recu/{filed.token}/")
    assert (filed.page_id, filed.title, filed.organisation) == (call.pk, "NEC Vallée-Exemple", "Association exemple")
    assert (filed.contact_name, filed.contact_email) == ("Camille Exemple", "camille.exemple@example.org")
    assert (filed.event_start, filed.event_end, filed.territory) == (date(2030, 10, 8), date(2030, 10, 9), territory)
    assert (filed.audience, filed.venue_capacity, filed.local_authority_support) == (150, 150, True)
    assert (filed.budget_total, filed.grant_amount) == (Decimal("10000.00"), Decimal("8000.00"))
    assert (filed.grant_requested, filed.charter, filed.state) == (True, True, "filed")
    assert [theme.slug for theme in filed.themes.all()] == ["inclusion-exemple"]
    assert [(entry.action, entry.from_state, entry.to_state) for entry in filed.log.all()] == [("filed", "", "filed")]
    assert [tier["met"] for tier in filed.eligibility["tiers"]] == [True, True, True]


@pytest.mark.django_db
def test_answers_are_plain_json_under_the_uuid_of_their_field(send: Any) -> None:
    send(budget_lines=[("Lieu", "4 000"), ("Accueil", "6000")], grant_uses=[1, 3], territory="Vallée-Exemple")

    answers = Candidature.objects.get().form_data
    assert answers[field_id("event_start")] == "2030-10-08"
    assert answers[field_id("budget_total")] == "10000.00"
    assert answers[field_id("budget_lines")] == [["Lieu", "4000.00"], ["Accueil", "6000.00"]]
    assert answers[field_id("territory")] == {"slug": "", "name": "Vallée-Exemple"}
    assert answers[field_id("local_authority_support")] is True
    assert answers[field_id("audience")] == 150
    assert answers[field_id("phone")] == ""
    assert answers[field_id("themes")] == [{"value": "inclusion-exemple", "label": "Inclusion (exemple)"}]
    assert [each["label"] for each in answers[field_id("grant_uses")]] == [
        "Logistique\u00a0: lieu, matériel, scénographie",
        "Programme\u00a0: intervenantes et intervenants",
    ]


@pytest.mark.django_db
def test_the_territory_decides_of_the_team(send: Any) -> None:
    overseas = TeamFactory(name="Outre-mer exemple")
    RoutingRule.objects.create(team=overseas, kind=TerritoryKind.OUTRE_MER)
    Territory.objects.create(name="Île-Exemple", kind=TerritoryKind.OUTRE_MER)

    send(title="NEC Île", territory="ile-exemple")
    send(title="NEC Vallée", territory="Une vallée exemple")

    assert {file.title: file.team for file in Candidature.objects.all()} == {
        "NEC Île": overseas,
        "NEC Vallée": default_team(),
    }


@pytest.mark.django_db
@pytest.mark.parametrize(("day", "in_time"), [("2030-06-08 21:30:00Z", True), ("2030-06-08 22:30:00Z", False)])
def test_the_filing_day_is_that_of_paris_and_a_late_file_is_filed_all_the_same(
    send: Any, day: str, in_time: bool
) -> None:
    with time_machine.travel(day, tick=False):
        assert send().status_code == 303

    assert [tier["met"] for tier in Candidature.objects.get().eligibility["tiers"]] == [True, True, in_time]


@pytest.mark.django_db
def test_a_request_for_the_brand_alone_is_never_blocked(send: Any) -> None:
    response = send(
        audience="30",
        venue_capacity=None,
        local_authority_support=False,
        budget_total=None,
        grant_requested=False,
        grant_amount=None,
    )

    assert response.status_code == 303
    assert [tier["met"] for tier in Candidature.objects.get().eligibility["tiers"]] == [True, False, False]


@pytest.mark.django_db
@pytest.mark.parametrize(
    "changes", [{"title": "NEC Autre"}, {"audience": "151"}, {"files": {LETTER: upload(content=b"%PDF-1.4\n%%EOF\n")}}]
)
def test_another_answer_or_another_file_is_another_candidature(send: Any, changes: dict[str, Any]) -> None:
    send(files={LETTER: upload()})
    send(**{"files": {LETTER: upload()}, **changes})

    assert Candidature.objects.count() == 2


@pytest.mark.django_db
def test_a_submission_that_comes_between_the_look_and_the_writing_files_once(
    send: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Any, django_capture_on_commit_callbacks: Any
) -> None:
    """The database's own constraint settles it: the late one is rolled back, its file with it."""
    first = send(files={LETTER: upload()})
    look, looks = filing.filed_with, []

    def too_early(fingerprint: str) -> Candidature | None:
        looks.append(fingerprint)
        return None if len(looks) == 1 else look(fingerprint)

    monkeypatch.setattr(filing, "filed_with", too_early)

    with django_capture_on_commit_callbacks(execute=True):
        late = send(files={LETTER: upload()})

    assert (late.status_code, late.url, len(looks)) == (303, first.url, 2)
    assert (Candidature.objects.get().log.count(), Email.objects.count(), Attachment.objects.count()) == (1, 2, 1)
    assert len([each for each in (tmp_path / "private").rglob("*") if each.is_file()]) == 1


def test_twenty_clicks_at_once_make_one_candidature(own_database: None) -> None:
    make_home()
    call = candidature_page()
    token = drafts.begin(call, dict(post_data(call, themes=None).lists()))[1]
    answers: list[str] = []

    def click() -> None:
        try:
            response = Client().post(f"/candidature/reprendre/{token}/deposer/", {}, headers=FROM_HERE)
            answers.append(response.url)
        finally:
            connection.close()

    threads = [threading.Thread(target=click) for _ in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    filed = Candidature.objects.get()
    assert answers == [f"/candidature/recu/{filed.token}/"] * 20
    assert (filed.log.count(), Email.objects.count()) == (1, 2)


@pytest.mark.django_db
def test_a_failure_while_filing_leaves_the_draft_as_it_was(
    send: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Any
) -> None:
    def fail(*args: Any) -> None:
        raise IntegrityError("another constraint")

    monkeypatch.setattr(filing, "tell_of_filing", fail)

    with pytest.raises(IntegrityError, match="another constraint"):
        send(files={LETTER: upload()})

    assert (Candidature.objects.count(), Email.objects.count()) == (0, 0)
    assert (Attachment.objects.get().candidature, Draft.objects.get().candidature) == (None, None)
    assert Draft.objects.get().data[field_id("title")] == ["NEC Vallée-Exemple"]
    assert len([each for each in (tmp_path / "private").rglob("*") if each.is_file()]) == 1
