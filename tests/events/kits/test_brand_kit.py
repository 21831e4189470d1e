"""The kit of the brand: for any structure that accepts the charter, recorded, without candidature or cookie."""

from datetime import timedelta
from io import BytesIO
from zipfile import ZipFile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from post_office.models import Email

from events.kits.brand_kit import forget_old_requests, token_of
from events.kits.models import BrandRequest, BrandSettings
from tests.events.kits.test_uploads import picture

pytestmark = pytest.mark.django_db
ASK = "/kits/marque/"
FROM_HERE = {"Origin": "http://testserver"}
GOOD = {
    "name": "Camille Exemple",
    "structure": "Ville exemple",
    "email": "camille.exemple@example.org",
    "charter": "on",
}
NAMES = [
    "logo-numerique-en-communs-couleur.svg",
    "logo-numerique-en-communs-couleur.png",
    "logo-numerique-en-communs-sombre.svg",
    "logo-numerique-en-communs-sombre.png",
    "logo-numerique-en-communs-blanc.svg",
    "logo-numerique-en-communs-blanc.png",
    "LISEZ-MOI.txt",
]


@pytest.fixture
def asked(home) -> BrandRequest:
    return BrandRequest.objects.create(name="Camille Exemple", structure="Ville exemple", email=GOOD["email"])


def test_a_request_is_recorded_sent_and_leads_to_the_files(home, client):
    response = client.post(ASK, GOOD, headers=FROM_HERE)
    asked = BrandRequest.objects.get()
    assert (asked.name, asked.structure, asked.email) == (
        "Camille Exemple",
        "Ville exemple",
        "camille.exemple@example.org",
    )
    assert response.status_code == 303
    address = response["Location"]
    page = client.get(address)
    assert [file["name"] for card in page.context["cards"] for file in card["files"]] == NAMES
    assert response.cookies == page.cookies == {}
    mail = Email.objects.get()
    assert (mail.to, mail.subject) == ([GOOD["email"]], "Votre kit de la marque Numérique en Commun[s]")
    assert f"http://127.0.0.1:8000{address}" in mail.message


def test_the_files_are_a_logo_in_three_variants_and_the_rules(asked, client):
    base = f"{ASK}{token_of(asked)}/"
    archive = b"".join(client.get(f"{base}kit.zip").streaming_content)
    assert archive == b"".join(client.get(f"{base}kit.zip").streaming_content)
    with ZipFile(BytesIO(archive)) as files:
        assert files.testzip() is None
        assert files.namelist() == [f"kit-numerique-en-communs/{name}" for name in NAMES]
        assert "Gardez les crochets" in files.read("kit-numerique-en-communs/LISEZ-MOI.txt").decode()
    drawing = client.get(f"{base}{NAMES[0]}")
    assert b"<title>Num\xc3\xa9rique en Commun[s]</title>" in drawing.content
    headers = ("Content-Type", "Content-Disposition", "X-Content-Type-Options", "Cache-Control")
    assert [drawing[name] for name in headers] == [
        "image/svg+xml",
        f'attachment; filename="{NAMES[0]}"',
        "nosniff",
        "private, no-store",
    ]
    assert client.get(f"{base}{NAMES[0]}", headers={"If-None-Match": drawing["ETag"]}).status_code == 304
    assert client.get(f"{base}autre.png").status_code == 404


@pytest.mark.parametrize(
    ("missing", "message"),
    [
        ("charter", "La marque s’emploie dans le respect de la charte\u00a0: acceptez-la pour continuer."),
        ("email", "Champ requis."),
        ("name", "Champ requis."),
        ("structure", "Champ requis."),
    ],
)
def test_what_is_missing_is_asked_for_and_nothing_is_recorded(home, client, missing, message):
    sent = {key: value for key, value in GOOD.items() if key != missing}
    response = client.post(ASK, sent, headers=FROM_HERE)
    assert (response.status_code, response.context["form"].errors) == (422, {missing: [message]})
    assert (BrandRequest.objects.count(), Email.objects.count()) == (0, 0)


def test_a_post_from_elsewhere_is_refused(home):
    client = Client(enforce_csrf_checks=True)
    assert client.post(ASK, GOOD).status_code == 403
    assert client.post(ASK, GOOD, headers={"Origin": "https://example.org"}).status_code == 403
    assert client.post(ASK, GOOD, headers=FROM_HERE).status_code == 303
    assert BrandRequest.objects.count() == 1


def test_the_form_sets_no_cookie_and_says_how_long_answers_are_kept(home, client):
    response = client.get(ASK)
    assert (response.status_code, response.cookies) == (200, {})
    assert "Elles sont gardées 3 ans" in response.content.decode()


def test_an_address_that_was_not_given_out_or_is_a_week_old_opens_nothing(asked, client, time_machine):
    token = token_of(asked)
    base = f"{ASK}{token}/"
    assert [client.get(f"{ASK}{each}/").status_code for each in ("x", token[:-1], "MTox", "é")] == [404] * 4
    assert client.get(base).status_code == 200
    time_machine.move_to(timezone.now() + timedelta(days=8), tick=False)
    assert [client.get(f"{base}{name}").status_code for name in ("", "kit.zip", NAMES[0])] == [404] * 3


def test_a_network_that_asks_too_often_is_told_to_wait(home, client):
    statuses = [client.post(ASK, GOOD, headers=FROM_HERE).status_code for _ in range(11)]
    assert statuses == [303] * 10 + [429]
    assert (BrandRequest.objects.count(), Email.objects.count()) == (10, 3)


def test_requests_are_erased_after_three_years(asked, time_machine):
    assert forget_old_requests() == 0
    time_machine.move_to(timezone.now() + timedelta(days=3 * 365 + 1), tick=False)
    assert forget_old_requests() == 1
    assert BrandRequest.objects.count() == 0


def test_the_official_logo_takes_the_place_of_the_drawn_one(asked, client):
    settings = BrandSettings.load()
    settings.logo.save("logo.png", SimpleUploadedFile("logo.png", picture()))
    settings.rules = "Une seule règle."
    settings.save()
    page = client.get(f"{ASK}{token_of(asked)}/")
    assert [file["name"] for card in page.context["cards"] for file in card["files"]] == [
        "logo-numerique-en-communs.png",
        "LISEZ-MOI.txt",
    ]
    assert client.get(f"{ASK}{token_of(asked)}/logo-numerique-en-communs.png").content == picture()
    assert "Une seule règle." in client.get(ASK).content.decode()


def test_hostile_names_are_escaped_and_stay_out_of_the_mail_subject(home, client):
    hostile = {**GOOD, "name": "<script>alert(1)</script>\r\nBcc: x@example.org"}
    client.post(ASK, hostile, headers=FROM_HERE)
    assert Email.objects.get().subject == "Votre kit de la marque Numérique en Commun[s]"
