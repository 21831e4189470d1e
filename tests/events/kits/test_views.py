"""The kit's page, its files and its zip, as their porteur gets them."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from django.test import Client

from events.kits.archive import archive_etag
from events.kits.build import ensure_kit
from events.kits.models import Kit, KitState
from nec_cms.models import User

pytestmark = pytest.mark.django_db
PAGE = "/kits/nec-metz-2024/"
QUERIES = 15


@pytest.fixture
def reader(porteur: User) -> Client:
    client = Client()
    client.force_login(porteur)
    return client


def test_the_page_shows_each_thing_with_its_formats(kit, reader):
    response = reader.get(PAGE)
    shown = [
        (section.title, [(card.label, [file.format for file in card.files]) for card in section.cards])
        for section in response.context["sections"]
    ]
    assert [title for title, _ in shown] == [
        "Logos",
        "Réseaux sociaux",
        "Sites, courriels et projection",
        "À imprimer",
        "Code QR",
        "Textes et mode d’emploi",
    ]
    assert dict(shown)["Logos"] == [
        ("Logo en couleur", ["SVG", "PNG", "PNG"]),
        ("Logo d’une couleur, sombre", ["SVG", "PNG", "PNG"]),
        ("Logo d’une couleur, blanc", ["SVG", "PNG", "PNG"]),
    ]
    assert dict(shown)["Code QR"] == [("Code QR de la page", ["SVG", "PNG"])]
    text = response.content.decode()
    for file in kit.files.all():
        assert f'href="{PAGE}{file.name}"' in text
    assert f'href="{PAGE}kit.zip"' in text


def test_the_page_costs_the_same_for_one_file_and_thirteen(kit, reader, django_assert_num_queries):
    reader.get(PAGE)
    with django_assert_num_queries(QUERIES):
        reader.get(PAGE)
    kit.files.exclude(name="affiche-a4.pdf").delete()
    with django_assert_num_queries(QUERIES):
        reader.get(PAGE)


def test_a_file_is_a_private_download(kit, reader):
    response = reader.get(f"{PAGE}logo-nec-metz-couleur.svg")
    file = kit.files.get(name="logo-nec-metz-couleur.svg")
    assert b"".join(response.streaming_content) == file.content()
    headers = ("Content-Type", "Content-Disposition", "X-Content-Type-Options", "Cache-Control", "ETag")
    assert [response[name] for name in headers] == [
        "image/svg+xml",
        'attachment; filename="logo-nec-metz-couleur.svg"',
        "nosniff",
        "private, no-store",
        f'"{file.digest[:32]}"',
    ]
    assert "sandbox" in response["Content-Security-Policy"]


def test_a_known_file_is_not_sent_again(kit, reader):
    etag = reader.head(f"{PAGE}affiche-a4.pdf")["ETag"]
    response = reader.get(f"{PAGE}affiche-a4.pdf", headers={"If-None-Match": etag})
    assert (response.status_code, response.content) == (304, b"")


def test_downloads_are_counted_and_previews_are_not(kit, reader):
    file = kit.files.get(name="affiche-a4.pdf")
    whole, preview = reader.get(f"{PAGE}affiche-a4.pdf"), reader.get(f"{PAGE}affiche-a4.pdf?apercu")
    assert b"".join(whole.streaming_content) == b"".join(preview.streaming_content) == file.content()
    assert reader.head(f"{PAGE}affiche-a4.pdf")["Content-Length"] == str(file.size)
    file.refresh_from_db()
    assert (file.downloads, preview["Content-Disposition"]) == (1, 'inline; filename="affiche-a4.pdf"')


def test_the_zip_holds_every_file_and_two_are_equal(kit, reader):
    first, second = (b"".join(reader.get(f"{PAGE}kit.zip").streaming_content) for _ in range(2))
    assert first == second
    with ZipFile(BytesIO(first)) as archive:
        assert archive.testzip() is None
        assert {name: archive.read(name) for name in archive.namelist()} == {
            f"kit-nec-metz/{file.name}": file.content() for file in kit.files.all()
        }
    assert set(kit.files.values_list("downloads", flat=True)) == {2}


def test_the_zip_is_a_private_download(kit, reader):
    response = reader.head(f"{PAGE}kit.zip")
    assert [response[name] for name in ("Content-Type", "Content-Disposition", "Cache-Control", "ETag")] == [
        "application/zip",
        'attachment; filename="kit-nec-metz.zip"',
        "private, no-store",
        archive_etag("kit-nec-metz", [(file.name, file.digest) for file in kit.files.all()]),
    ]


def test_a_kit_to_come_says_so_and_has_no_zip(event, reader):
    response = reader.get(PAGE)
    assert [notice["title"] for notice in response.context["notices"]] == ["Le kit se prépare"]
    assert response.context["sections"] == []
    assert reader.get(f"{PAGE}kit.zip").status_code == 404


def test_a_kit_that_is_made_again_keeps_its_files_in_view(kit, event, reader):
    ensure_kit(event)
    response = reader.get(PAGE)
    assert [notice["title"] for notice in response.context["notices"]] == ["Le kit se prépare"]
    assert len(response.context["sections"]) == 6


def test_a_failure_is_told_with_its_reason(kit, reader):
    Kit.objects.filter(pk=kit.pk).update(state=KitState.FAILED, error="<b>Le titre</b> n’est pas imprimable.")
    text = reader.get(PAGE).content.decode()
    assert "&lt;b&gt;Le titre&lt;/b&gt; n’est pas imprimable." in text


def test_the_kit_of_a_draft_warns_against_spreading_it(kit, event, reader):
    event.unpublish()
    notices = reader.get(PAGE).context["notices"]
    assert [notice["title"] for notice in notices] == ["Événement non publié"]


def test_a_file_lost_from_the_storage_is_not_found(kit, reader):
    file = kit.files.get(name="affiche-a4.pdf")
    file.file.storage.delete(file.file.name)
    assert reader.get(f"{PAGE}affiche-a4.pdf").status_code == 404


def test_hostile_titles_are_escaped(new_event, reader):
    event = new_event('NEC <script>alert("1")</script>', "nec-hostile")
    event.porteurs.add(User.objects.get(email="camille.exemple@example.org"))
    text = reader.get("/kits/nec-hostile/").content.decode()
    assert "<script>alert" not in text
    assert "&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;" in text
