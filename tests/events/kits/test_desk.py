"""Files replaced and added by hand, previews in the editor, the brand, and rebuilding all: in the admin, by role."""

from datetime import timedelta
from io import BytesIO
from zipfile import ZipFile

import pytest
from django.contrib.auth.models import Group
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from events.hooks import event_previews
from events.kits.build import build_due
from events.kits.models import Kit, KitFile, KitState, KitUpload
from events.kits.uploading import REPLACED
from nec_cms.models import User
from nec_cms.roles import COMMUNICATION, EDITOR, INSTRUCTION, setup_roles
from nec_cms.storage import private_storage
from tests.events.kits.staff import DESK, staff
from tests.events.kits.test_uploads import PDF, picture

pytestmark = pytest.mark.django_db


NAME = "linkedin-publication-1200x627.png"


QUERIES = 13


def image(name: str = "a.png", size: tuple[int, int] = (1200, 627)) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, picture(size=size))


def made(kit: Kit, name: str = NAME) -> KitFile:
    return kit.files.get(name=name)


def replace(client: Client, kit: Kit, file: SimpleUploadedFile, name: str = NAME, **fields: str) -> object:
    path = f"{DESK}{kit.event_id}/remplacer/{made(kit, name).pk}/"
    return client.post(path, {"file": file, **fields})


def reader_of(porteur: User) -> Client:
    client = Client()
    client.force_login(porteur)
    return client


def test_an_editor_of_the_event_puts_a_file_in_the_place_of_the_made_one(kit, porteur):
    reader = reader_of(porteur)
    generated = made(kit).content()
    response = replace(staff(EDITOR), kit, image(), alt="Une photographie.")
    assert (response.status_code, response["Location"]) == (302, f"{DESK}{kit.event_id}/")
    upload = KitUpload.objects.get()
    assert (upload.name, upload.alt, str(upload.sent_by)) == (NAME, "Une photographie.", "Lou Exemple")
    sent = b"".join(reader.get(f"/kits/nec-metz-2024/{NAME}").streaming_content)
    assert sent == picture(size=(1200, 627)) != generated
    assert kit.changes.first().reasons == [REPLACED]
    upload.refresh_from_db()
    assert (upload.downloads, made(kit).downloads) == (1, 0)


def test_what_was_sent_stays_through_a_rebuild_and_gives_way_to_the_made_file_again(kit, event, porteur):
    client, reader = staff(EDITOR), reader_of(porteur)
    replace(client, kit, image())
    event.city = "Nancy"
    event.save_revision().publish()
    build_due()
    assert b"".join(reader.get(f"/kits/nec-metz-2024/{NAME}").streaming_content) == picture(size=(1200, 627))
    upload = KitUpload.objects.get()
    client.post(f"{DESK}{kit.event_id}/retirer/{upload.pk}/")
    assert KitUpload.objects.count() == 0
    assert b"".join(reader.get(f"/kits/nec-metz-2024/{NAME}").streaming_content) == made(kit).content()
    assert kit.changes.first().reasons == ["un fichier est redevenu celui qui est généré"]


def test_a_second_file_takes_the_place_of_the_first_and_the_first_goes(kit, django_capture_on_commit_callbacks):
    client = staff(EDITOR)
    replace(client, kit, image())
    first = KitUpload.objects.get().file.name
    with django_capture_on_commit_callbacks(execute=True):
        replace(client, kit, SimpleUploadedFile("b.png", picture(size=(1200, 627)) + b"\0"))
    assert KitUpload.objects.count() == 1
    assert not private_storage().exists(first)


@pytest.mark.parametrize(
    ("file", "message"),
    [
        (
            image(size=(10, 10)),
            "Cette image mesure 10\u00a0×\u00a010\u00a0px\u00a0: il faut 1200\u00a0×\u00a0627\u00a0px.",
        ),
        (
            SimpleUploadedFile("a.pdf", PDF),
            "C’est un PDF\u00a0: il faut un PNG, comme le fichier généré.",
        ),
        (
            SimpleUploadedFile("a.png", PDF),
            "Le contenu de ce fichier n’est pas celui d’un PNG, quel que soit son nom.",
        ),
    ],
)
def test_a_file_that_does_not_fit_the_place_is_refused_with_the_reason(kit, file, message):
    response = replace(staff(EDITOR), kit, file)
    bound = next(row["form"] for row in response.context["rows"] if row["opened"])
    assert (response.status_code, bound.errors["file"]) == (422, [message])
    assert KitUpload.objects.count() == 0


def test_a_file_is_added_beside_the_others_and_taken_out_again(kit, porteur):
    client, reader = staff(EDITOR), reader_of(porteur)
    sent = {"file": SimpleUploadedFile("Plan d’accès.pdf", PDF), "label": "Plan d’accès", "use": "À joindre."}
    client.post(f"{DESK}{kit.event_id}/ajouter/", sent)
    page = reader.get("/kits/nec-metz-2024/")
    section = page.context["sections"][-1]
    assert (section.title, [card.label for card in section.cards]) == ("Aussi dans ce kit", ["Plan d’accès"])
    assert b"".join(reader.get("/kits/nec-metz-2024/plan-dacces.pdf").streaming_content) == PDF
    client.post(f"{DESK}{kit.event_id}/retirer/{KitUpload.objects.get().pk}/")
    assert reader.get("/kits/nec-metz-2024/plan-dacces.pdf").status_code == 404


def test_an_added_file_needs_a_name_of_its_own_and_an_image_its_text(kit):
    client = staff(EDITOR)
    taken = {"file": image(NAME), "label": "Bannière", "alt": "x"}
    response = client.post(f"{DESK}{kit.event_id}/ajouter/", taken)
    assert response.context["adding"].errors == {
        "file": [f"Le kit a déjà «\u00a0{NAME}\u00a0»\u00a0: renommez votre fichier ou remplacez l’autre."]
    }
    response = client.post(f"{DESK}{kit.event_id}/ajouter/", {"file": image(), "label": "Photo"})
    assert response.context["adding"].errors == {"alt": ["Une image a besoin d’un texte alternatif."]}
    assert KitUpload.objects.count() == 0


def test_people_without_a_right_on_the_event_change_no_file(kit, porteur, client):
    upload = kit.uploads.create(name="x.txt", family="added", label="x", format="TXT", size=1, digest="x")
    base = f"{DESK}{kit.event_id}/"
    posts = [f"{base}ajouter/", f"{base}remplacer/{made(kit).pk}/", f"{base}retirer/{upload.pk}/"]
    gets = [base, f"{base}fichier/{NAME}"]
    for who, refusal in ((client, 302), (reader_of(porteur), 403)):
        assert [who.get(path).status_code for path in gets] == [refusal] * 2
        assert [who.post(path).status_code for path in posts] == [refusal] * 3
    outsider = Client()
    person = User.objects.create_user("instruction.exemple@example.org", "secret")
    setup_roles()
    person.groups.add(Group.objects.get(name=INSTRUCTION))
    outsider.force_login(person)
    refusals = [*(outsider.get(path) for path in gets), *(outsider.post(path) for path in posts)]
    assert [(refusal.status_code, refusal["Location"]) for refusal in refusals] == [(302, "/admin/")] * 5
    assert list(KitUpload.objects.all()) == [upload]


def test_one_event_s_page_reaches_no_file_of_another(kit, new_event_after_kit):
    client = staff(EDITOR)
    upload = kit.uploads.create(name="x.txt", family="added", label="x", format="TXT", size=1, digest="x")
    other = f"{DESK}{new_event_after_kit.pk}/"
    assert [
        client.post(f"{other}remplacer/{made(kit).pk}/", {"file": image()}).status_code,
        client.post(f"{other}retirer/{upload.pk}/").status_code,
        client.get(f"{other}fichier/{NAME}").status_code,
    ] == [404, 404, 404]


def test_the_page_of_files_costs_the_same_for_few_files_and_many(kit, django_assert_num_queries):
    client = staff(COMMUNICATION)
    client.get(f"{DESK}{kit.event_id}/")
    with django_assert_num_queries(QUERIES):
        client.get(f"{DESK}{kit.event_id}/")
    kit.files.exclude(name=NAME).delete()
    with django_assert_num_queries(QUERIES):
        client.get(f"{DESK}{kit.event_id}/")


def test_an_editor_looks_at_files_without_counting_a_download(kit):
    response = staff(EDITOR).get(f"{DESK}{kit.event_id}/fichier/{NAME}")
    assert b"".join(response.streaming_content) == made(kit).content()
    assert response["Cache-Control"].split(", ")[:2] == ["private", "no-store"]
    assert made(kit).downloads == 0


def test_the_editor_previews_the_banner_and_the_poster_of_a_draft_as_its_form_stands(new_event, rf):
    event = new_event(live=False)
    event.title = "NEC Nancy"
    previews = {preview.name: preview for preview in event_previews()}
    assert [previews[name].label for name in ("kit-banniere", "kit-affiche")] == ["Bannière du kit", "Affiche du kit"]
    banner = previews["kit-banniere"].render(event, rf.get("/")).content.decode()
    poster = previews["kit-affiche"].render(event, rf.get("/")).content.decode()
    assert ['width="1200" height="627"' in banner, "NEC [Nancy]" in banner, "Affiche" in poster] == [True] * 3
    assert banner.count("data:image/png;base64,") == poster.count("data:image/png;base64,") == 1
    assert KitFile.objects.count() == 0


@pytest.mark.parametrize(
    ("title", "reason"),
    [
        ("", "Donnez d’abord un titre à l’événement."),
        ("NEC 漢", "Ces caractères ne peuvent pas être imprimés\u00a0: 漢."),
    ],
)
def test_a_preview_that_cannot_be_drawn_says_why(new_event, rf, title, reason):
    event = new_event(live=False)
    event.title = title
    preview = next(preview for preview in event_previews() if preview.name == "kit-affiche")
    assert reason in preview.render(event, rf.get("/")).content.decode()


def test_the_editor_of_an_event_shows_where_its_kit_stands(kit):
    Kit.objects.update(state=KitState.FAILED, error="<b>Titre</b> trop long.")
    text = staff(EDITOR).get(f"/admin/pages/{kit.event_id}/edit/").content.decode()
    assert "&lt;b&gt;Titre&lt;/b&gt; trop long." in text
    assert f'href="{DESK}{kit.event_id}/"' in text


def test_the_kit_page_tells_what_changed_since_the_last_download(kit, event, porteur, time_machine):
    reader = reader_of(porteur)
    assert reader.get("/kits/nec-metz-2024/").context["updates"] == []
    assert b"".join(reader.get(f"/kits/nec-metz-2024/{NAME}").streaming_content)
    time_machine.move_to(timezone.now() + timedelta(hours=1), tick=False)
    event.city = "Nancy"
    event.save_revision().publish()
    build_due()
    page = reader.get("/kits/nec-metz-2024/")
    assert [update.reasons for update in page.context["updates"]] == ["le lieu a changé"]
    assert NAME in page.context["renewed"]
    assert "parce que le lieu a changé" in page.content.decode()
    time_machine.move_to(timezone.now() + timedelta(hours=1), tick=False)
    assert b"".join(reader.get("/kits/nec-metz-2024/kit.zip").streaming_content)
    assert reader.get("/kits/nec-metz-2024/").context["updates"] == []


def test_a_file_that_was_sent_is_in_the_zip_in_the_place_of_the_made_one(kit, porteur):
    replace(staff(EDITOR), kit, image())
    archive = b"".join(reader_of(porteur).get("/kits/nec-metz-2024/kit.zip").streaming_content)
    with ZipFile(BytesIO(archive)) as files:
        assert files.read(f"kit-nec-metz/{NAME}") == picture(size=(1200, 627))
        assert len(files.namelist()) == kit.files.count()
