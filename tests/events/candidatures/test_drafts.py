"""Drafts: begun from the first answer, saved right or wrong, resumed by a link, private, called to mind, removed."""

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
from events.candidatures.models import Attachment, Candidature, CandidaturePage, Draft, DraftKey
from tests.events.candidatures.files import HTML, upload
from tests.factories.candidatures import FROM_HERE, post_data

pytestmark = pytest.mark.django_db

ORGANISATION, EMAIL, AUDIENCE, LETTER = (
    field_id(name) for name in ("organisation", "contact_email", "audience", "support_letter")
)
SCRIPT = {**FROM_HERE, "accept": "application/json"}
LINK = re.compile(r"(/candidature/reprendre/[\w-]+/)")


@pytest.fixture
def begun(call: CandidaturePage) -> tuple[Draft, str]:
    """A draft of the first answer, and its address."""
    draft, token = drafts.begin(call, {ORGANISATION: ["Association exemple"]})
    return draft, f"/candidature/reprendre/{token}/"


def test_the_first_step_begins_a_draft_whatever_it_lacks(call: CandidaturePage, client: Client) -> None:
    response = client.post("/candidature/commencer/", {ORGANISATION: "Association exemple"}, headers=FROM_HERE)

    draft = Draft.objects.get()
    assert response.status_code == 303
    assert re.fullmatch(r"/candidature/reprendre/[\w-]{22}/etape/1/\?corriger", response.url)
    assert draft.data == {ORGANISATION: ["Association exemple"]}
    assert not response.cookies
    assert response["Cache-Control"] == "private, no-store"
    page = client.get(response.url)
    assert 'value="Association exemple"' in page.content.decode()
    assert (page["Cache-Control"], page["X-Robots-Tag"]) == ("private, no-store", "noindex, nofollow")
    assert not page.cookies


def test_a_whole_first_step_leads_to_the_second(call: CandidaturePage, client: Client) -> None:
    response = client.post("/candidature/commencer/", dict(post_data(call).lists()), headers=FROM_HERE)

    assert response.url.endswith("/etape/2/")
    assert set(Draft.objects.get().data) == {
        field_id(name) for name in ("organisation", "nature", "contact_name", "contact_email")
    }


def test_nothing_typed_begins_nothing(call: CandidaturePage, client: Client) -> None:
    response = client.post("/candidature/commencer/", {ORGANISATION: ""}, headers=FROM_HERE)

    assert response.status_code == 422
    assert not Draft.objects.exists()


def test_only_the_digest_of_the_address_is_kept(begun: tuple[Draft, str]) -> None:
    token = begun[1].split("/")[-2]

    assert len(token) == 22  # 128 bits in base 64
    assert DraftKey.objects.get().digest == drafts.digest(token)
    assert token not in str(list(DraftKey.objects.values())) + str(list(Draft.objects.values()))


@pytest.mark.parametrize("token", ["inconnu", "-", "a" * 22])
@pytest.mark.parametrize("page", ["", "etape/1/", "deposer/", "pause/", "oublier/", "fichiers/"])
def test_an_address_that_nobody_was_given_opens_nothing(
    begun: tuple[Draft, str], client: Client, token: str, page: str
) -> None:
    assert client.get(f"/candidature/reprendre/{token}/{page}").status_code == 404
    assert client.post(f"/candidature/reprendre/{token}/{page}", {}, headers=FROM_HERE).status_code == 404
    assert Draft.objects.get().data == {ORGANISATION: ["Association exemple"]}


@pytest.mark.parametrize(
    ("button", "leads_to"),
    [
        ({"aller": "1"}, "etape/1/"),
        ({"aller": "5"}, "etape/5/"),
        ({"aller": "recapitulatif"}, ""),
        ({"aller": "pause"}, "pause/"),
    ],
)
def test_every_button_saves_first_even_what_is_wrong(
    begun: tuple[Draft, str], client: Client, button: dict[str, str], leads_to: str
) -> None:
    _, address = begun

    response = client.post(f"{address}etape/3/", {AUDIENCE: "une centaine", **button}, headers=FROM_HERE)

    assert (response.status_code, response.url) == (303, address + leads_to)
    assert Draft.objects.get().data == {ORGANISATION: ["Association exemple"], AUDIENCE: ["une centaine"]}


def test_a_step_comes_back_with_what_was_typed_and_no_reproach(begun: tuple[Draft, str], client: Client) -> None:
    address = begun[1]
    client.post(f"{address}etape/3/", {AUDIENCE: "une centaine", "aller": "2"}, headers=FROM_HERE)

    html = client.get(f"{address}etape/3/").content.decode()
    mending = client.get(f"{address}etape/3/?corriger").content.decode()

    assert 'value="une centaine"' in html
    assert "Écrivez un nombre entier" not in html
    assert "Écrivez un nombre entier" in mending


@pytest.mark.parametrize("wanted", ["99", "0", "../admin", "²", "-1", "1" * 50])
def test_a_button_that_does_not_exist_harms_nothing(begun: tuple[Draft, str], client: Client, wanted: str) -> None:
    response = client.post(f"{begun[1]}etape/1/", {ORGANISATION: "Autre", "aller": wanted}, headers=FROM_HERE)

    assert response.status_code in (303, 422)
    assert client.get(f"{begun[1]}etape/99/").status_code == 302
    assert Draft.objects.get().data == {ORGANISATION: ["Autre"]}


def test_the_script_saves_and_learns_the_hour_the_questions_and_the_brackets(
    begun: tuple[Draft, str], client: Client
) -> None:
    with time_machine.travel("2026-03-02 08:05:00Z", tick=False):
        Draft.objects.update(expires_at=timezone.now() + timedelta(days=1))
        response = client.post(f"{begun[1]}etape/3/", {AUDIENCE: "127"}, headers=SCRIPT)

    found = response.json()
    assert response.status_code == 200
    assert response["Cache-Control"] == "private, no-store"
    assert found["saved"] == "9\u00a0h\u00a005"
    assert AUDIENCE in found["asked"]
    assert [(tier["name"], tier["met"]) for tier in found["tiers"]] == [
        ("brand", False),
        ("support", False),
        ("grant", False),
    ]
    assert "Il manque 23\u00a0personnes" in found["eligibility"]


def test_the_script_begins_a_draft_at_the_first_answer(call: CandidaturePage, client: Client) -> None:
    response = client.post("/candidature/commencer/", {ORGANISATION: "Association exemple"}, headers=SCRIPT)

    assert response.status_code == 201
    assert client.get(response.json()["url"]).context["current"].place == 1
    assert Draft.objects.get().data == {ORGANISATION: ["Association exemple"]}
    assert Email.objects.count() == 0


def test_a_stale_tab_is_told_and_chooses(begun: tuple[Draft, str], client: Client) -> None:
    step = f"{begun[1]}etape/1/"
    seen = client.get(step).context["seen"]
    assert client.post(step, {ORGANISATION: "Premier onglet", "vu": seen, "aller": "2"}, headers=FROM_HERE).url

    late = client.post(step, {ORGANISATION: "Second onglet", "vu": seen}, headers=FROM_HERE)

    html = late.content.decode()
    assert late.status_code == 409
    assert "Cette étape a changé ailleurs" in html
    assert 'value="Second onglet"' in html
    assert Draft.objects.get().data == {ORGANISATION: ["Premier onglet"]}
    assert client.post(step, {ORGANISATION: "Second onglet", "vu": seen}, headers=SCRIPT).status_code == 409

    again = client.post(
        step, {ORGANISATION: "Second onglet", "vu": late.context["seen"], "aller": "2"}, headers=FROM_HERE
    )
    assert again.status_code == 303
    assert Draft.objects.get().data == {ORGANISATION: ["Second onglet"]}


def test_a_double_click_and_two_tabs_on_two_steps_are_no_conflict(begun: tuple[Draft, str], client: Client) -> None:
    first, third = f"{begun[1]}etape/1/", f"{begun[1]}etape/3/"
    seen, seen_third = client.get(first).context["seen"], client.get(third).context["seen"]
    data = {ORGANISATION: "Autre", "vu": seen, "aller": "2"}

    assert [client.post(first, data, headers=FROM_HERE).status_code for _ in range(2)] == [303, 303]
    response = client.post(third, {AUDIENCE: "150", "vu": seen_third, "aller": "2"}, headers=FROM_HERE)
    assert response.status_code == 303


def test_a_tab_left_open_on_a_filed_draft_is_told(call: CandidaturePage, client: Client) -> None:
    token = drafts.begin(call, dict(post_data(call).lists()))[1]
    address = f"/candidature/reprendre/{token}/"
    receipt = client.post(f"{address}deposer/", {}, headers=FROM_HERE).url

    late = client.post(f"{address}etape/1/", {ORGANISATION: "Autre"}, headers=FROM_HERE)

    filed = Candidature.objects.get()
    assert (late.status_code, filed.organisation) == (409, "Association exemple")
    assert receipt in late.content.decode()
    assert client.post(f"{address}deposer/", {}, headers=FROM_HERE).url == receipt
    assert client.get(address).url == receipt
    assert client.post(f"{address}etape/1/", {}, headers=SCRIPT).json() == {"error": "filed", "url": receipt}
    assert Draft.objects.get().data == {}


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
