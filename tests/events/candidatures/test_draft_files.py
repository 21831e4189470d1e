"""Files of a draft: sent one by one, refused, replaced, removed, given to the candidature."""

from typing import Any

import pytest
from django.test import Client

from events.candidatures import drafts
from events.candidatures.demo_dossier import field_id
from events.candidatures.models import Attachment, Candidature, CandidaturePage, Draft
from tests.events.candidatures.drafting import LETTER, SCRIPT
from tests.events.candidatures.files import HTML, upload
from tests.factories.candidatures import FROM_HERE, post_data

pytestmark = pytest.mark.django_db


def test_files_go_up_one_by_one_and_a_bad_one_harms_no_other(begun: tuple[Draft, str], client: Client) -> None:
    address = f"{begun[1]}fichiers/"

    good = client.post(address, {"champ": LETTER, "fichier": upload("bonne.pdf")}, headers=SCRIPT)
    bad = client.post(address, {"champ": LETTER, "fichier": upload("mauvaise.pdf", HTML)}, headers=SCRIPT)

    assert (good.status_code, bad.status_code) == (200, 422)
    assert good.json()["errors"] == []
    assert bad.json()["errors"] == [
        "«\u00a0mauvaise.pdf\u00a0»\u00a0: le contenu n’est pas celui d’un fichier PDF. "
        "Enregistrez-le de nouveau dans ce format."
    ]
    assert "bonne.pdf" in bad.json()["html"]
    assert [(each.name, each.draft) for each in Attachment.objects.all()] == [("bonne.pdf", begun[0])]


def test_without_script_a_step_sends_its_files_and_says_what_was_refused(
    begun: tuple[Draft, str], client: Client
) -> None:
    answers = {field_id("co_organisers"): "Commune exemple", field_id("local_authority_support"): "oui"}
    sent = {**answers, LETTER: [upload("bonne.pdf"), upload("mauvaise.pdf", HTML)]}

    response = client.post(f"{begun[1]}etape/4/", {**sent, "aller": "5"}, headers=FROM_HERE)

    assert response.status_code == 422
    assert "«\u00a0mauvaise.pdf\u00a0»" in response.content.decode()
    assert [each.name for each in Attachment.objects.all()] == ["bonne.pdf"]
    assert Draft.objects.get().data[field_id("co_organisers")] == ["Commune exemple"]


def test_a_file_is_removed_by_its_own_draft_alone(begun: tuple[Draft, str], call: Any, client: Client) -> None:
    other = f"/candidature/reprendre/{drafts.begin(call, {})[1]}/"
    client.post(f"{begun[1]}fichiers/", {"champ": LETTER, "fichier": upload()}, headers=SCRIPT)
    pk = str(Attachment.objects.get().pk)

    client.post(f"{other}fichiers/", {"champ": LETTER, "retirer": pk}, headers=SCRIPT)
    client.post(f"{other}etape/4/", {"retirer": pk}, headers=FROM_HERE)
    assert Attachment.objects.count() == 1

    assert client.post(f"{begun[1]}etape/4/", {"retirer": pk}, headers=FROM_HERE).url == f"{begun[1]}etape/4/"
    assert Attachment.objects.count() == 0


def test_a_field_of_one_file_replaces_it_and_one_of_three_refuses_the_fourth(
    begun: tuple[Draft, str], client: Client
) -> None:
    def put(field: str, name: str, content: bytes) -> int:
        data = {"champ": field, "fichier": upload(name, content)}
        return client.post(f"{begun[1]}fichiers/", data, headers=SCRIPT).status_code

    budget = field_id("budget_file")
    pdf = [b"%PDF-1.7\n" + str(each).encode() + b"\n%%EOF\n" for each in range(4)]
    assert [put(budget, f"{each}.pdf", pdf[each]) for each in range(2)] == [200, 200]
    assert [each.name for each in Attachment.objects.filter(field_id=budget)] == ["1.pdf"]
    assert [put(LETTER, f"{each}.pdf", pdf[each]) for each in range(4)] == [200, 200, 200, 422]
    assert put(LETTER, "0.pdf", pdf[0]) == 200  # sent again by a retry: neither twice nor refused
    assert Attachment.objects.filter(field_id=LETTER).count() == 3


def test_a_filed_draft_gives_its_files_to_the_candidature(call: CandidaturePage, client: Client) -> None:
    token = drafts.begin(call, dict(post_data(call).lists()))[1]
    address = f"/candidature/reprendre/{token}/"
    client.post(f"{address}fichiers/", {"champ": LETTER, "fichier": upload("lettre.pdf")}, headers=SCRIPT)

    client.post(f"{address}deposer/", {}, headers=FROM_HERE)

    file = Candidature.objects.get().attachments.get()
    assert (file.name, file.draft) == ("lettre.pdf", None)
    assert Candidature.objects.get().form_data[LETTER] == [
        {"id": str(file.pk), "name": "lettre.pdf", "size": file.size}
    ]
