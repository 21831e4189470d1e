"""The outbox: written with the change, sent by the worker, kept while the mail server is away."""

import socket
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.handlers import Message
from django.core.management import call_command
from django.db import transaction
from post_office.models import STATUS, Email

from nec_cms.mail import queue_mail

in_a_transaction = pytest.mark.django_db


@pytest.fixture
def template(settings: Any, tmp_path: Path) -> str:
    folder = tmp_path / "templates"
    folder.mkdir()
    (folder / "hello.txt").write_text(
        "{% autoescape off %}Bonjour {{ name }}\n\nVoici {{ base_url }}/ pour {{ name }}.{% endautoescape %}\n"
    )
    settings.TEMPLATES = [{**settings.TEMPLATES[0], "DIRS": [*settings.TEMPLATES[0]["DIRS"], folder]}]
    return "hello.txt"


@pytest.fixture
def smtp(settings: Any) -> Iterator[tuple[Controller, list[Any]]]:
    """A real SMTP server on loopback, not started yet, and the messages it receives."""
    received: list[Any] = []

    class Keep(Message):
        def handle_message(self, message: Any) -> None:
            received.append(message)

    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    settings.POST_OFFICE = {
        **settings.POST_OFFICE,
        "BACKENDS": {"default": "django.core.mail.backends.smtp.EmailBackend"},
        "RETRY_INTERVAL": timedelta(0),
    }
    settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_USE_TLS = "127.0.0.1", port, False
    controller = Controller(Keep(), hostname="127.0.0.1", port=port)
    yield controller, received
    if controller.server is not None:
        controller.stop()


@in_a_transaction
def test_the_first_line_of_the_template_is_the_subject_and_values_appear_as_typed(template: str, settings: Any) -> None:
    email = queue_mail("a@example.org", template, {"name": "Zoé <L’exemple> & Cie"})
    assert email.subject == "Bonjour Zoé <L’exemple> & Cie"
    assert email.message == f"Voici {settings.BASE_URL}/ pour Zoé <L’exemple> & Cie.\n"
    assert (email.to, email.status) == (["a@example.org"], STATUS.queued)


@in_a_transaction
def test_a_value_with_line_breaks_cannot_add_headers(template: str) -> None:
    email = queue_mail("a@example.org", template, {"name": "Zoé\nBcc: victim@example.org"})
    assert (email.subject, email.bcc) == ("Bonjour Zoé", [])


@in_a_transaction
def test_an_email_is_lost_with_the_transaction_that_queued_it(template: str) -> None:
    with transaction.atomic():
        queue_mail("a@example.org", template, {"name": "Zoé"})
        transaction.set_rollback(True)
    assert Email.objects.count() == 0


@pytest.mark.usefixtures("own_database")
def test_the_worker_sends_what_is_queued(template: str, mailoutbox: list[Any]) -> None:
    queue_mail(["a@example.org", "b@example.org"], template, {"name": "Zoé"}, reply_to="equipe@example.org")
    call_command("worker", "--once")
    (sent,) = mailoutbox
    assert (sent.to, sent.extra_headers["Reply-To"]) == (["a@example.org", "b@example.org"], "equipe@example.org")


@pytest.mark.usefixtures("own_database")
def test_emails_wait_for_a_mail_server_that_is_down(template: str, smtp: tuple[Controller, list[Any]]) -> None:
    controller, received = smtp
    email = queue_mail("a@example.org", template, {"name": "Zoé"})
    call_command("worker", "--once")
    email.refresh_from_db()
    assert (email.status, received) == (STATUS.requeued, [])

    controller.start()
    queue_mail("b@example.org", template, {"name": "Noé"})
    call_command("worker", "--once")
    assert sorted(message["To"] for message in received) == ["a@example.org", "b@example.org"]
    assert sorted(message["Message-ID"] for message in received) == sorted(
        Email.objects.values_list("message_id", flat=True)
    )
