"""Files: what is accepted, how names are cleaned, what a form with errors keeps, how they are served and swept."""

import re
from collections.abc import Iterable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import timezone

from events.candidatures import uploads
from events.candidatures.demo_dossier import field_id
from events.candidatures.models import Attachment, Candidature, CandidaturePage
from events.candidatures.sweeps import forget_orphans
from events.candidatures.upload_kinds import KINDS
from nec_cms.models import User
from tests.events.candidatures.files import ACCEPTED, PDF, REFUSED, archive, upload
from tests.factories.candidatures import AttachmentFactory

LETTER = field_id("support_letter")


@pytest.mark.parametrize("ending", ACCEPTED)
def test_each_kind_is_accepted_by_its_content(ending: str) -> None:
    checked = uploads.check(upload(f"Dossier.{ending.upper()}", ACCEPTED[ending]), KINDS, 1_000_000)

    assert (checked.kind, checked.size) == (ending.replace("jpeg", "jpg"), len(ACCEPTED[ending]))


def refusal(name: str, content: bytes = PDF, kinds: Iterable[str] = KINDS) -> str:
    """What is said of a file that is not accepted, limit 1 Mo."""
    with pytest.raises(ValidationError) as refused:
        uploads.check(upload(name, content), kinds, 1_000_000)
    return refused.value.message


@pytest.mark.parametrize(("name", "content"), REFUSED.values(), ids=REFUSED)
def test_what_is_not_what_its_name_claims_is_refused(name: str, content: bytes) -> None:
    label = KINDS[name.rpartition(".")[2]].label

    assert refusal(name, content) == (
        f"«\u00a0{name}\u00a0»\u00a0: le contenu n’est pas celui d’un fichier {label}. "
        "Enregistrez-le de nouveau dans ce format."
    )


@pytest.mark.parametrize(
    "name", ["page.html", "dessin.svg", "programme.exe", "archive.zip", "sans-fin", "double.pdf.php", "image.png"]
)
def test_other_kinds_are_refused_by_their_name(name: str) -> None:
    assert refusal(name, kinds=["pdf"]) == (
        f"«\u00a0{name}\u00a0»\u00a0: ce type de fichier n’est pas accepté. Acceptés\u00a0: PDF."
    )


def test_empty_and_heavy_files_are_refused_in_words() -> None:
    assert refusal("a.pdf", b"") == "«\u00a0a.pdf\u00a0» est vide."
    assert refusal("a.pdf", PDF + b" " * 1_000_000) == (
        "«\u00a0a.pdf\u00a0» dépasse 1\u00a0Mo. Réduisez-le ou déposez-le en plusieurs parties."
    )


def test_an_archive_that_unfolds_without_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(uploads, "MAX_ARCHIVE_BYTES", 1_000)
    content = archive({"[Content_Types].xml": b"x", "word/document.xml": b"0" * 2_000})

    assert "le contenu n’est pas celui" in refusal("a.docx", content)


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("lettre de soutien.pdf", "lettre de soutien.pdf"),
        ("../../etc/passwd.pdf", "passwd.pdf"),
        ("C:\\Users\\Camille\\budget.ods", "budget.ods"),
        ("fac\u202efdp.exe.pdf", "facfdp.exe.pdf"),
        ("a\x00b\r\nc.pdf", "abc.pdf"),
        ("Re\u0301union (e\u0301te\u0301).pdf", "Réunion (été).pdf"),
        ('quoi ? "ici" <là>|*:.pdf', "quoi - -ici- -là----.pdf"),
        (".pdf", "fichier.pdf"),
        ("", "fichier"),
        ("  ..  .pdf", "fichier.pdf"),
        ("x" * 300 + ".pdf", "x" * 116 + ".pdf"),
    ],
)
def test_names_lose_paths_controls_and_directions(raw: str, clean: str) -> None:
    assert uploads.clean_name(raw) == clean


@pytest.mark.parametrize(
    ("size", "text"),
    [(1, "1\u00a0Ko"), (240_400, "240\u00a0Ko"), (999_999, "1000\u00a0Ko"), (1_240_000, "1,2\u00a0Mo")],
)
def test_sizes_are_read_in_french(size: int, text: str) -> None:
    assert uploads.nice_size(size) == text


@pytest.mark.django_db
def test_a_file_sent_with_a_form_is_kept_privately_under_a_uuid(send: Any, settings: Any) -> None:
    send(files={LETTER: upload("lettre exemple.pdf")})

    attachment = Candidature.objects.get().attachments.get()
    stored = Path(settings.STORAGES["private"]["OPTIONS"]["location"]) / attachment.file.name
    assert (attachment.name, attachment.field_id, attachment.size) == ("lettre exemple.pdf", LETTER, len(PDF))
    assert attachment.content_type == "application/pdf"
    assert re.fullmatch(rf"candidatures/\d{{4}}/\d\d/{attachment.pk}\.pdf", attachment.file.name)
    assert stored.read_bytes() == PDF
    assert Candidature.objects.get().form_data[LETTER] == [
        {"id": str(attachment.pk), "name": "lettre exemple.pdf", "size": len(PDF)}
    ]


@pytest.mark.django_db
def test_orphans_are_removed_after_48_hours_with_their_files(home: Any) -> None:
    now = timezone.now()
    old = AttachmentFactory(candidature=None, created_at=now - timedelta(hours=48, minutes=1))
    AttachmentFactory(candidature=None, name="récent.pdf", created_at=now - timedelta(hours=47))
    AttachmentFactory(name="rattaché.pdf", created_at=now - timedelta(days=90))

    assert forget_orphans() == 1

    assert sorted(Attachment.objects.values_list("name", flat=True)) == ["rattaché.pdf", "récent.pdf"]
    assert not old.file.storage.exists(old.file.name)


@pytest.mark.django_db
def test_a_file_is_served_as_a_download_that_nothing_runs_or_keeps(home: Any) -> None:
    response = uploads.serve(AttachmentFactory(name="Lettre d’été.pdf"))

    assert response["Content-Disposition"] == "attachment; filename*=utf-8''Lettre%20d%E2%80%99%C3%A9t%C3%A9.pdf"
    assert response["Content-Type"] == "application/pdf"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert response["Cache-Control"] == "private, no-store"
    assert b"".join(response.streaming_content).startswith(b"%PDF")
    response.close()


@pytest.mark.django_db
def test_the_sandbox_outlives_the_site_s_own_policy(client: Client, call: CandidaturePage) -> None:
    attachment = AttachmentFactory()
    user = User.objects.create_user(attachment.candidature.contact_email)
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")

    response = client.get(f"/espace-porteur/pieces/{attachment.pk}/")

    assert (response.status_code, response["Content-Security-Policy"]) == (200, "default-src 'none'; sandbox")
    response.close()
