"""The antivirus: a file waits for its answer, is served to nobody meanwhile, and is never made safe by silence."""

import socket
import struct
import threading
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.http import Http404
from django.test import Client

from events.candidatures import drafts, scanning, uploads
from events.candidatures.demo_dossier import field_id
from events.candidatures.models import Attachment, CandidaturePage, Scan
from tests.events.candidatures.files import PDF, upload
from tests.factories.candidatures import FROM_HERE, AttachmentFactory, post_data

pytestmark = pytest.mark.django_db
LETTER = field_id("support_letter")


@pytest.fixture
def clamd(settings: Any) -> Iterator[Callable[[bytes], list[bytes]]]:
    """A scanner that speaks INSTREAM and gives one answer; it returns what it was sent."""
    servers: list[socket.socket] = []

    def start(answer: bytes) -> list[bytes]:
        server = socket.create_server(("127.0.0.1", 0))
        servers.append(server)
        settings.CLAMD_URL = f"tcp://127.0.0.1:{server.getsockname()[1]}"
        received: list[bytes] = []

        def serve() -> None:
            while True:
                try:
                    channel, _ = server.accept()
                except OSError:
                    return
                with channel, channel.makefile("rb") as stream:
                    assert stream.read(10) == b"zINSTREAM\0"
                    content = b""
                    while size := struct.unpack("!L", stream.read(4))[0]:
                        content += stream.read(size)
                    received.append(content)
                    channel.sendall(answer)

        threading.Thread(target=serve, daemon=True).start()
        return received

    yield start
    for server in servers:
        server.close()


@pytest.mark.parametrize(
    ("answer", "outcome"),
    [
        (b"stream: OK\0", Scan.CLEAN),
        (b"stream: Eicar-Test-Signature FOUND\0", Scan.INFECTED),
        (b"INSTREAM size limit exceeded. ERROR\0", Scan.PENDING),
        (b"", Scan.PENDING),
    ],
)
def test_the_scanner_decides_and_its_silence_decides_nothing(
    home: Any, clamd: Callable[[bytes], list[bytes]], answer: bytes, outcome: str
) -> None:
    received = clamd(answer)
    file = AttachmentFactory(scan=Scan.PENDING)

    scanning.scan_pending()

    file.refresh_from_db()
    assert file.scan == outcome
    assert received == [b"%PDF-1.7\n%%EOF\n"]
    if outcome == Scan.CLEAN:
        uploads.serve(file).close()
        return
    with pytest.raises(Http404):
        uploads.serve(file)


def test_a_scanner_that_is_down_leaves_the_file_waiting(home: Any, settings: Any) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        settings.CLAMD_URL = f"tcp://127.0.0.1:{free.getsockname()[1]}"
    file = AttachmentFactory(scan=Scan.PENDING)

    assert scanning.scan_pending() == 0

    file.refresh_from_db()
    assert file.scan == Scan.PENDING
    with pytest.raises(Http404):
        uploads.serve(file)


def test_without_scanner_files_are_served_and_nothing_waits(home: Any, settings: Any) -> None:
    settings.CLAMD_URL = ""

    assert uploads.check(upload(), ["pdf"], 1_000_000).size == len(PDF)
    assert AttachmentFactory().is_served is True
    assert scanning.scan_pending() == 0


def test_a_refused_file_is_named_and_must_be_removed_before_filing(
    call: CandidaturePage, client: Client, settings: Any
) -> None:
    settings.CLAMD_URL = "tcp://127.0.0.1:9"
    draft, token = drafts.begin(call, dict(post_data(call).lists()))
    uploads.receive(draft, drafts.form_of(draft).file_fields[LETTER], [upload("lettre.pdf")])
    address = f"/candidature/reprendre/{token}/"
    file = Attachment.objects.get()
    assert file.scan == Scan.PENDING
    assert "analyse par l’antivirus en attente" in client.get(f"{address}etape/4/").content.decode()

    Attachment.objects.update(scan=Scan.INFECTED)
    refused = client.post(f"{address}deposer/", {}, headers=FROM_HERE)
    assert refused.status_code == 422
    assert "«\u00a0lettre.pdf\u00a0» a été refusé par l’antivirus\u00a0: retirez-le." in refused.content.decode()

    client.post(f"{address}fichiers/", {"champ": LETTER, "retirer": str(file.pk)}, headers=FROM_HERE)
    assert client.post(f"{address}deposer/", {}, headers=FROM_HERE).status_code == 303
