"""What follows a filing: the messages, the receipt, a mail server that is down."""

import socket
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine
from aiosmtpd.controller import Controller
from django.test import Client
from post_office.models import STATUS, Email

from events.candidatures.models import Attachment, Candidature, CandidaturePage
from events.candidatures.moments import french_moment
from nec_cms.mail import send_due
from tests.events.candidatures.drafting import LETTER
from tests.events.candidatures.files import upload


@pytest.mark.django_db
def test_the_same_submission_sent_again_leads_to_the_same_receipt_and_sends_nothing_more(send: Any) -> None:
    addresses = {send(files={LETTER: upload()}).url for _ in range(3)}

    assert addresses == {f"/candidature/recu/{Candidature.objects.get().token}/"}
    assert (Email.objects.count(), Attachment.objects.count()) == (2, 1)


@pytest.mark.django_db
def test_the_applicant_and_the_team_each_get_one_message(send: Any, settings: Any) -> None:
    settings.BASE_URL = "https://nec.example.org"
    send(contact_name="<Camille> & Cie", title="NEC L’Été", audience="127")

    filed = Candidature.objects.get()
    receipt, notice = Email.objects.order_by("pk")
    assert (receipt.to, receipt.subject) == (
        ["camille.exemple@example.org"],
        f"Votre candidature {filed.number} est déposée",
    )
    assert receipt.headers == {"Reply-To": "contact@example.org"}
    assert "Bonjour <Camille> & Cie," in receipt.message
    assert f"https://nec.example.org/candidature/recu/{filed.token}/" in receipt.message
    assert "https://nec.example.org/espace-porteur/" in receipt.message
    assert "La marque\u00a0: critères réunis" in receipt.message
    assert "L’accompagnement\u00a0: critères à réunir" in receipt.message
    assert "- Il manque 23\u00a0personnes" in receipt.message
    assert (notice.to, notice.subject) == ([filed.team.email], f"Nouvelle candidature {filed.number} : NEC L’Été")
    assert notice.headers == {"Reply-To": "camille.exemple@example.org"}
    assert f"https://nec.example.org/admin/candidatures/{filed.pk}/" in notice.message


@pytest.mark.django_db
def test_the_receipt_says_what_was_filed_and_what_happens_next(send: Any, client: Client) -> None:
    with time_machine.travel("2026-03-02 08:05:00Z", tick=False):
        address = send(title="NEC <Vallée>", audience="127", files={LETTER: upload("lettre & plan.pdf")}).url

    response = client.get(address)

    html = response.content.decode()
    filed = Candidature.objects.get()
    assert response.status_code == 200
    assert response["Cache-Control"] == "private, no-store"
    assert response["X-Robots-Tag"] == "noindex, nofollow"
    assert response["Referrer-Policy"] == "same-origin"
    assert not response.cookies
    for text in (
        filed.number,
        "NEC &lt;Vallée&gt;",
        "Il manque 23\u00a0personnes",
        "Comptez un mois pour une première réponse.",
        "lettre &amp; plan.pdf (1\u00a0Ko)",
        "8\u00a0octobre\u00a02030",
        french_moment(datetime(2026, 3, 2, 8, 5, tzinfo=UTC)),
        f'href="mailto:contact@example.org?subject={filed.number}"',
    ):
        assert text in html, text
    assert filed.fingerprint not in html


@pytest.mark.django_db
@pytest.mark.parametrize("token", ["inconnu", "a" * 64, "-"])
def test_a_receipt_that_nobody_gave_is_not_found(call: CandidaturePage, client: Client, token: str) -> None:
    assert client.get(f"/candidature/recu/{token}/").status_code == 404


@pytest.mark.django_db
def test_with_the_mail_server_down_filing_gives_the_receipt_and_the_messages_leave_when_it_is_back(
    send: Any, client: Client, settings: Any
) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", port
    settings.POST_OFFICE = {
        **settings.POST_OFFICE,
        "BACKENDS": {"default": "django.core.mail.backends.smtp.EmailBackend"},
        "RETRY_INTERVAL": timedelta(0),
    }
    received: list[Any] = []

    class Box:
        async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
            received.append(envelope.rcpt_tos)
            return "250 OK"

    address = send().url
    assert client.get(address).status_code == 200
    send_due()
    assert [email.status for email in Email.objects.all()] == [STATUS.requeued, STATUS.requeued]

    server = Controller(Box(), hostname="127.0.0.1", port=port)
    server.start()
    try:
        send_due()
    finally:
        server.stop()

    team = Candidature.objects.get().team
    assert sorted(received) == sorted([["camille.exemple@example.org"], [team.email]])
    assert [email.status for email in Email.objects.all()] == [STATUS.sent, STATUS.sent]
