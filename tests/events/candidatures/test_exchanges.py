"""Messages, notes and opinions from outside: who reads what, and links that serve once and expire."""

from datetime import timedelta

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from post_office.models import Email

from events.candidatures import exchanges
from events.candidatures.demo_dossier import field_id
from events.candidatures.errors import InvalidMove, NotAllowed, Unfit
from events.candidatures.models import Attachment, CoPorteur, Message, Note, OutsideOpinion
from events.candidatures.states import State
from tests.events.candidatures.dossiers import instructor, person, team
from tests.factories.candidatures import FROM_HERE, CandidatureFactory

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\n%%EOF\n"


@pytest.fixture
def ours(home):
    return team()


@pytest.fixture
def actor(ours):
    return instructor(ours)


@pytest.fixture
def file(ours):
    made = CandidatureFactory(team=ours, state=State.IN_REVIEW)
    made.form_data |= {field_id("objective"): "Un but secret.", field_id("audiences"): "Tout le monde."}
    made.porteur = person(made.contact_email)
    made.save()
    return made


def test_messages_go_both_ways_and_each_side_is_told(file, actor, client):
    client.force_login(actor)
    desk = reverse("candidatures_desk:exchanges", args=[file.pk])
    assert client.post(desk, {"do": "message", "body": "Où <est> la salle ?"}).status_code == 302
    client.force_login(file.porteur)
    space = reverse("candidatures:messages", args=[file.pk])
    assert "Où &lt;est&gt; la salle ?" in client.get(space).content.decode()
    letter = SimpleUploadedFile("plan.pdf", PDF, "application/pdf")
    assert client.post(space, {"body": "À Metz.", "files": letter}).status_code == 303
    assert [(mail.to, mail.headers["Reply-To"]) for mail in Email.objects.order_by("pk")] == [
        ([file.contact_email], file.team.email),
        ([file.team.email], file.contact_email),
    ]
    attachment = Attachment.objects.get()
    assert attachment.field_id == Message.objects.last().field_id
    client.force_login(actor)
    text = client.get(desk).content.decode()
    assert ("À Metz." in text, reverse("candidatures_desk:attachment", args=[file.pk, attachment.pk]) in text) == (
        True,
        True,
    )


def test_an_answer_goes_to_whoever_follows_the_file(file, actor):
    file.assignee = actor
    file.save()
    exchanges.send(file, file.porteur, "Bonjour.")
    assert Email.objects.get().to == [actor.email]


def test_a_file_that_is_not_what_it_claims_is_refused_with_the_message(file, client):
    client.force_login(file.porteur)
    fake = SimpleUploadedFile("plan.pdf", b"<script>alert(1)</script>", "application/pdf")
    response = client.post(reverse("candidatures:messages", args=[file.pk]), {"body": "Voilà.", "files": fake})
    assert (response.status_code, Message.objects.count(), Attachment.objects.count()) == (422, 0, 0)


def test_notes_are_never_seen_by_the_porteur(file, actor, client):
    client.force_login(actor)
    desk = reverse("candidatures_desk:exchanges", args=[file.pk])
    client.post(desk, {"do": "note", "body": "Dossier <fragile>."})
    assert "Dossier &lt;fragile&gt;." in client.get(desk).content.decode()
    client.force_login(file.porteur)
    for name in ("candidature", "messages"):
        assert "fragile" not in client.get(reverse(f"candidatures:{name}", args=[file.pk])).content.decode()
    assert (Note.objects.count(), Email.objects.count()) == (1, 0)


def test_strangers_write_nothing(file):
    other = instructor(team("Équipe B"), email="b@example.org")
    with pytest.raises(NotAllowed):
        exchanges.send(file, other, "Bonjour.")
    with pytest.raises(NotAllowed):
        exchanges.note(file, other, "Note.")
    assert (Message.objects.count(), Note.objects.count()) == (0, 0)


@pytest.mark.parametrize("body", ["", "  \n"])
def test_an_empty_message_is_refused(file, actor, body):
    with pytest.raises(Unfit):
        exchanges.send(file, actor, body)


def ask(file, actor, **changes) -> OutsideOpinion:
    values = {"kind": "expert", "name": "Dominique", "email": "d@example.org", "question": "Est-ce tenable ?"}
    return exchanges.ask_opinion(file, actor, **{**values, "shown": [field_id("audiences")], **changes})


def test_an_expert_sees_what_was_chosen_and_nothing_else(file, actor):
    address = reverse("candidatures:opinion", args=[ask(file, actor).token])
    visitor = Client()
    response = visitor.get(address)
    text = response.content.decode()
    assert ("Tout le monde." in text, "Un but secret." in text, file.contact_email in text) == (True, False, False)
    assert (response.cookies, response["X-Robots-Tag"]) == ({}, "noindex, nofollow")


def test_a_link_serves_once(file, actor):
    opinion = ask(file, actor)
    address, visitor = reverse("candidatures:opinion", args=[opinion.token]), Client()
    Email.objects.all().delete()
    given = {"answer": "maybe", "text": "Oui, <mais> court."}
    assert visitor.post(address, given, headers=FROM_HERE).status_code == 303
    assert "Merci de votre réponse" in visitor.get(address).content.decode()
    visitor.post(address, {"answer": "no", "text": "Non."}, headers=FROM_HERE)
    opinion.refresh_from_db()
    assert (opinion.answer, opinion.text) == ("maybe", "Oui, <mais> court.")
    assert [mail.to for mail in Email.objects.all()] == [[file.team.email]]
    visitor.force_login(actor)
    page = visitor.get(reverse("candidatures_desk:evaluation", args=[file.pk])).content.decode()
    assert "Oui, &lt;mais&gt; court." in page


def test_a_link_expires_and_says_so(file, actor):
    opinion = ask(file, actor, days=5)
    address, visitor = reverse("candidatures:opinion", args=[opinion.token]), Client()
    with time_machine.travel(timezone.now() + timedelta(days=5, minutes=1), tick=False):
        assert visitor.get(address).status_code == 410
        assert visitor.post(address, {"answer": "yes", "text": "Oui."}, headers=FROM_HERE).status_code == 410
        with pytest.raises(InvalidMove):
            exchanges.give_opinion(opinion.token, "yes", "Oui.")
    assert OutsideOpinion.objects.get().answered_at is None


def test_an_answer_from_another_site_is_refused(file, actor):
    address = reverse("candidatures:opinion", args=[ask(file, actor).token])
    given = {"answer": "yes", "text": "Oui."}
    assert Client().post(address, given, headers={"origin": "https://ailleurs.example"}).status_code == 403
    assert Client().post(address, given).status_code == 403


def test_an_unknown_link_is_not_found(file):
    assert Client().get("/espace-porteur/avis/inconnu/").status_code == 404


def test_a_partner_says_whether_a_format_can_come(file, actor):
    opinion = ask(file, actor, kind="partner", shown=[])
    visitor = Client()
    address = reverse("candidatures:opinion", args=[opinion.token])
    assert "Pouvez-vous venir\u202f?" in visitor.get(address).content.decode()
    assert visitor.post(address, {"answer": "yes"}, headers=FROM_HERE).status_code == 303
    assert OutsideOpinion.objects.get().answer == "yes"


@pytest.mark.parametrize("days", [0, 91])
def test_a_link_lives_from_one_to_ninety_days(file, actor, days):
    with pytest.raises(Unfit):
        ask(file, actor, days=days)


def test_somebody_with_whom_a_file_is_shared_to_be_read_writes_nothing(file, actor, client):
    reader = person("lectrice@example.org")
    CoPorteur.objects.create(candidature=file, email=reader.email, role=CoPorteur.Role.READ)
    exchanges.send(file, actor, "Bonjour.")
    client.force_login(reader)
    space = reverse("candidatures:messages", args=[file.pk])
    text = client.get(space).content.decode()
    assert ("Bonjour." in text, "Écrire à l’équipe</h2>" in text) == (True, False)
    assert client.post(space, {"body": "Moi."}).status_code == 404
    assert client.get(reverse("candidatures:complement", args=[file.pk])).status_code == 404
    assert Message.objects.count() == 1
