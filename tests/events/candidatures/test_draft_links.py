"""The address of a draft: told by e-mail, lost, asked for again, called to mind, ended."""

import re
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.utils import timezone
from post_office.models import Email

from events.candidatures import draft_letters, drafts
from events.candidatures.demo_dossier import field_id
from events.candidatures.models import Attachment, CandidaturePage, Draft
from tests.events.candidatures.drafting import EMAIL, LETTER, ORGANISATION, SCRIPT
from tests.events.candidatures.files import upload
from tests.factories.candidatures import FROM_HERE

pytestmark = pytest.mark.django_db


LINK = re.compile(r"(/candidature/reprendre/[\w-]+/)")


def test_the_address_gets_one_message_with_the_links_of_all_its_drafts(call: CandidaturePage, client: Client) -> None:
    drafts.begin(call, {EMAIL: ["camille.exemple@example.org"], field_id("title"): ["NEC Ancien"]})

    sent = client.post(
        "/candidature/commencer/",
        {EMAIL: "Camille.Exemple@example.org", ORGANISATION: "Association exemple"},
        headers=FROM_HERE,
    )
    client.post(
        sent.url.removesuffix("?corriger"),
        {EMAIL: "Camille.Exemple@example.org", "aller": "2"},
        headers=FROM_HERE,
    )

    message = Email.objects.get()
    assert (message.to, message.subject) == (
        ["camille.exemple@example.org"],
        "Reprendre votre dossier de candidature",
    )
    assert "«\u00a0NEC Ancien\u00a0»" in message.message
    links = LINK.findall(message.message)
    assert [client.get(link).status_code for link in links] == [200, 200]
    assert sent.url.split("etape")[0] not in links  # each message has keys of its own


def test_a_lost_link_is_asked_for_and_the_answer_tells_nothing(begun: tuple[Draft, str], client: Client) -> None:
    Draft.objects.update(contact_email="camille.exemple@example.org")

    known = client.post("/candidature/reprendre/", {"email": "Camille.Exemple@example.org"}, headers=FROM_HERE)
    unknown = client.post("/candidature/reprendre/", {"email": "personne@example.org"}, headers=FROM_HERE)

    assert (known.status_code, unknown.status_code) == (200, 200)
    assert known.content == unknown.content
    assert client.get(LINK.findall(Email.objects.get().message)[0]).status_code == 200


def test_a_lost_link_is_asked_for_five_times_in_a_quarter_of_an_hour(call: CandidaturePage, client: Client) -> None:
    ask = {"email": "personne@example.org"}
    codes = [client.post("/candidature/reprendre/", ask, headers=FROM_HERE) for _ in range(6)]

    assert [each.status_code for each in codes] == [200] * 5 + [429]
    assert 0 < int(codes[-1]["Retry-After"]) <= 900


def test_one_network_begins_forty_drafts_an_hour(call: CandidaturePage, client: Client) -> None:
    codes = [
        client.post("/candidature/commencer/", {ORGANISATION: f"Exemple {each}"}, headers=SCRIPT).status_code
        for each in range(41)
    ]

    assert codes == [201] * 40 + [429]


def test_a_draft_is_called_to_mind_once_a_fortnight_before_its_end_then_removed_with_its_files(
    call: CandidaturePage, client: Client, tmp_path: Any
) -> None:
    draft, token = drafts.begin(call, {EMAIL: ["camille.exemple@example.org"]})
    address = f"/candidature/reprendre/{token}/"
    client.post(f"{address}fichiers/", {"champ": LETTER, "fichier": upload()}, headers=SCRIPT)
    end = draft.expires_at

    assert draft_letters.remind(end - timedelta(days=14, seconds=1)) == 0
    assert [draft_letters.remind(end - timedelta(days=14)) for _ in range(2)] == [1, 0]
    assert draft_letters.forget(end - timedelta(seconds=1)) == 0
    assert "gardé jusqu’au" in Email.objects.get().subject
    assert client.get(LINK.search(Email.objects.get().message)[1]).status_code == 200

    with time_machine.travel(end + timedelta(seconds=1)):
        assert client.get(address).status_code == 404
        assert draft_letters.forget() == 1
    assert (Draft.objects.count(), Attachment.objects.count()) == (0, 0)


def test_a_change_gives_a_draft_three_more_months(begun: tuple[Draft, str], client: Client) -> None:
    with time_machine.travel(timezone.now() + timedelta(days=80), tick=False):
        client.post(f"{begun[1]}etape/1/", {ORGANISATION: "Autre", "aller": "2"}, headers=FROM_HERE)
        assert Draft.objects.get().expires_at == timezone.now() + timedelta(days=90)


def test_a_draft_is_removed_by_its_owner_once_confirmed(
    begun: tuple[Draft, str], client: Client, django_capture_on_commit_callbacks: Any, tmp_path: Any
) -> None:
    address = begun[1]
    client.post(f"{address}fichiers/", {"champ": LETTER, "fichier": upload()}, headers=SCRIPT)
    assert client.get(f"{address}oublier/").status_code == 200
    assert Draft.objects.count() == 1

    with django_capture_on_commit_callbacks(execute=True):
        assert "Brouillon supprimé" in client.post(f"{address}oublier/", headers=FROM_HERE).content.decode()

    assert (Draft.objects.count(), Attachment.objects.count()) == (0, 0)
    assert [each for each in (tmp_path / "private").rglob("*") if each.is_file()] == []
