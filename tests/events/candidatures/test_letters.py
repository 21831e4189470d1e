"""Decisions announced in the team's words: places filled, unknown ones refused, previewed as sent."""

import pytest
from django.core.exceptions import ValidationError
from post_office.models import Email

from events.candidatures import letters
from events.candidatures.decisions import decide
from events.candidatures.letter_places import filled, unknown_places
from events.candidatures.models import LetterText
from events.candidatures.states import State
from tests.events.candidatures.dossiers import file_for, instructor, person, team

pytestmark = pytest.mark.django_db


def test_places_are_filled_and_values_are_left_as_they_are():
    assert filled("{titre} : {motivation} {autre}", {"titre": "{motivation}", "motivation": "M"}) == (
        "{motivation} : M {autre}"
    )


def test_unknown_places_are_named_once():
    assert unknown_places("{numero} {prix} {} {prix}") == ["{prix}", "{}"]


@pytest.mark.parametrize(
    ("subject", "body", "wrong"),
    [("Objet {x}", "{motivation}", ["subject"]), ("Objet", "{y} {motivation}", ["body"]), ("Objet", "Rien", ["body"])],
)
def test_a_letter_that_would_not_fill_is_refused(subject, body, wrong):
    with pytest.raises(ValidationError) as refusal:
        LetterText(team=team(), state="brand", subject=subject, body=body).full_clean()
    assert list(refusal.value.message_dict) == wrong


def test_the_letter_of_the_team_is_previewed_and_sent_in_its_words(db):
    ours = team()
    LetterText.objects.create(
        team=ours, state="brand", subject="{numero} : bravo", body="Chère équipe de {structure}, {motivation}"
    )
    LetterText.objects.create(team=team("Équipe B"), state="brand", subject="Autre", body="{motivation}")
    file = file_for(ours, state=State.IN_REVIEW)
    shown = letters.preview(file, State.BRAND, "Vive <vous> & {numero}.")
    decide(file, State.BRAND, instructor(ours), "Vive <vous> & {numero}.")
    mail = Email.objects.get()
    assert mail.subject == f"{file.number} : bravo"
    assert "Chère équipe de Association Exemple, Vive <vous> & {numero}." in mail.message
    assert mail.message.strip() == shown.split("\n", 1)[1].strip()


def test_instructors_word_the_letters_of_their_own_teams(client):
    ours, theirs = team(), team("Équipe B")
    foreign = LetterText.objects.create(team=theirs, state="brand", subject="Objet", body="{motivation}")
    client.force_login(instructor(ours))
    sent = {"state": "refused", "subject": "Objet", "body": "{motivation}"}
    client.post("/admin/candidatures/lettres/create/", {**sent, "team": theirs.pk})
    client.post("/admin/candidatures/lettres/create/", {**sent, "team": ours.pk})
    assert client.get(f"/admin/candidatures/lettres/edit/{foreign.pk}/").status_code == 404
    assert client.post(f"/admin/candidatures/lettres/delete/{foreign.pk}/").status_code == 404
    assert list(LetterText.objects.order_by("pk").values_list("team__name", "state")) == [
        ("Équipe B", "brand"),
        ("Équipe A", "refused"),
    ]
    client.force_login(person("redaction@example.org", "Rédaction"))
    assert client.get("/admin/candidatures/lettres/").status_code == 404
