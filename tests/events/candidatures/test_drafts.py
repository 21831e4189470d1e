"""Drafts: begun from the first answer, saved right or wrong, resumed by a link, private, called to mind, removed."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.utils import timezone
from post_office.models import Email

from events.candidatures import drafts
from events.candidatures.demo_dossier import field_id
from events.candidatures.models import Candidature, CandidaturePage, Draft, DraftKey
from tests.events.candidatures.drafting import AUDIENCE, ORGANISATION, SCRIPT
from tests.factories.candidatures import FROM_HERE, post_data

pytestmark = pytest.mark.django_db


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
