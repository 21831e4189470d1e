"""What leaves the list: tables with chosen columns, and one file as a ZIP. Own teams only."""

import csv
import io
import zipfile
from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import load_workbook

from events.candidatures.demo_dossier import field_id
from events.candidatures.journal import Action, record
from events.candidatures.states import State
from tests.events.candidatures.dossiers import instructor, team
from tests.factories.candidatures import AttachmentFactory, CandidatureFactory

pytestmark = pytest.mark.django_db
OBJECTIVE = field_id("objective")


@pytest.fixture
def ours(home):
    return team()


@pytest.fixture
def export(ours, client):
    client.force_login(instructor(ours))

    def get(query: str) -> list[list[str]]:
        response = client.get(f"{reverse('candidatures_desk:export')}?{query}")
        assert (response.status_code, response.streaming) == (200, True)
        content = b"".join(response.streaming_content).decode("utf-8-sig")
        return list(csv.reader(io.StringIO(content), delimiter=";"))

    return get


def test_the_columns_chosen_and_no_other_leave(ours, export):
    CandidatureFactory(team=ours, title="NEC Un", budget_total=Decimal("1200.50"), event_start=date(2027, 3, 1))
    CandidatureFactory(team=team("Équipe B"), title="NEC Leur")
    assert export("format=csv&colonnes=titre&colonnes=debut&colonnes=budget") == [
        ["Événement", "Premier jour", "Budget"],
        ["NEC Un", "2027-03-01", "1200,50"],
    ]


def test_the_filters_of_the_list_hold_for_the_export(ours, export):
    CandidatureFactory(team=ours, title="NEC Un")
    CandidatureFactory(team=ours, title="NEC Deux", state=State.CLOSED)
    assert export("colonnes=titre&etat=closed") == [["Événement"], ["NEC Deux"]]


def test_an_answer_is_a_column_like_another(ours, export):
    file = CandidatureFactory(team=ours)
    file.form_data |= {OBJECTIVE: "=1+1"}
    file.save()
    assert export(f"colonnes=q-{OBJECTIVE}") == [["Objectif de l’événement"], ["'=1+1"]]


def test_old_and_new_questions_are_both_there(ours, export):
    file = CandidatureFactory(team=ours)
    old = {"id": "ancienne", "type": "short_text", "label": "Une question retirée", "role": ""}
    file.form_snapshot = [{"id": "s", "title": "Étape", "fields": [old]}]
    file.form_data = {"ancienne": "Réponse gardée"}
    file.save()
    header, row = export("colonnes=titre&reponses=toutes")
    assert ("Objectif de l’événement" in header, row[header.index("Une question retirée")]) == (True, "Réponse gardée")


def test_without_choice_every_fact_leaves(ours, export):
    CandidatureFactory(team=ours)
    header = export("format=csv")[0]
    assert (header[0], len(header)) == ("Numéro", 21)


@pytest.mark.parametrize("name", ["xlsx", "ods"])
def test_the_two_other_formats(ours, client, name):
    CandidatureFactory(team=ours, title="=DANGER()")
    client.force_login(instructor(ours))
    response = client.get(f"{reverse('candidatures_desk:export')}?format={name}&colonnes=titre")
    content = b"".join(response.streaming_content)
    assert response["Content-Disposition"].endswith(f'.{name}"')
    if name == "xlsx":
        assert load_workbook(io.BytesIO(content)).active["A2"].data_type == "s"
    else:
        assert b"=DANGER()" in zipfile.ZipFile(io.BytesIO(content)).read("content.xml")


def test_an_unknown_format_is_not_found(ours, client):
    client.force_login(instructor(ours))
    assert client.get(f"{reverse('candidatures_desk:export')}?format=exe").status_code == 404


def test_an_export_costs_the_same_for_one_file_and_three(ours, export):
    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            export("colonnes=titre&colonnes=equipe&colonnes=accorde")
        return len(captured)

    CandidatureFactory(team=ours)
    export("")
    one = queries()
    CandidatureFactory.create_batch(2, team=ours)
    assert (queries(), one) == (8, 8)


def test_a_file_leaves_with_its_answers_history_and_attachments(ours, client):
    file = CandidatureFactory(team=ours, title="NEC Été à l’Île")
    file.form_data |= {OBJECTIVE: "Un but."}
    file.save()
    AttachmentFactory(candidature=file, name="lettre.pdf")
    AttachmentFactory(candidature=file, name="lettre.pdf")
    lost = AttachmentFactory(candidature=file, name="perdue.pdf")
    lost.file.storage.delete(lost.file.name)
    record(file, Action.MOVED, None, from_state="filed", to_state="in_review", detail="Détail.")
    client.force_login(instructor(ours))
    response = client.get(reverse("candidatures_desk:archive", args=[file.pk]))
    with zipfile.ZipFile(io.BytesIO(b"".join(response.streaming_content))) as archive:
        assert archive.namelist() == [
            "reponses.txt",
            "historique.txt",
            "pieces/01-lettre.pdf",
            "pieces/02-lettre.pdf",
            "pieces-manquantes.txt",
        ]
        assert "Objectif de l’événement\n  Un but." in archive.read("reponses.txt").decode()
        assert "Déposée → En instruction" in archive.read("historique.txt").decode()
        assert archive.read("pieces/01-lettre.pdf") == b"%PDF-1.7\n%%EOF\n"
        assert archive.testzip() is None
    name = f"nec-2026-{file.pk:05}-nec-ete-a-lile.zip"
    assert response["Content-Disposition"] == f'attachment; filename="{name}"'
