"""Building: what is due, leases, swaps, failures."""

from datetime import time
from io import StringIO

import pytest
from django.core.management import call_command
from django_tasks_db.models import DBTaskResult

from events.kits import build as building
from events.kits.build import ask_for_all, ask_for_stale, build, build_due, ensure_kit
from events.kits.models import BrandPalette, BrandSettings, Kit, KitState
from events.models import EventPage
from nec_cms.palettes import PALETTES
from nec_cms.storage import private_storage
from tests.events.kits.building import WHOLE, contents

pytestmark = pytest.mark.django_db


def test_publishing_an_event_asks_for_its_kit_and_wakes_the_worker(event):
    assert (event.kit.state, event.kit.files.count()) == (KitState.DUE, 0)
    assert DBTaskResult.objects.filter(args_kwargs__args=["kits"]).exists()


def test_the_worker_builds_what_is_due_once(event, django_assert_num_queries):
    assert build_due() == 1
    kit = Kit.objects.get(event=event)
    assert (kit.state, kit.error, kit.attempts, kit.lease_until) == (KitState.READY, "", 0, None)
    assert kit.files.count() == WHOLE
    assert build_due() == 0


def test_what_was_asked_for_last_is_built_first_even_while_others_are_built(new_event, monkeypatch):
    """Three kits are due and a fourth is asked for during the first: it is the next."""
    first, second, third = (new_event(f"NEC {number}", f"nec-{number}") for number in (1, 2, 3))
    order: list[str] = []

    def note(kit: Kit) -> bool:
        order.append(kit.event.title)
        Kit.objects.filter(pk=kit.pk).update(state=KitState.READY)
        if len(order) == 1:
            new_event("NEC 4", "nec-4")
        return True

    monkeypatch.setattr(building, "build", note)
    assert build_due() == 4
    assert order == [third.title, "NEC 4", second.title, first.title]


def test_the_kit_is_made_from_the_event_own_data(kit):
    readme = contents(kit)["LISEZ-MOI.txt"].decode()
    assert readme.splitlines()[2:7] == [
        "NEC Metz",
        "3 octobre 2024",
        "9\u00a0h\u00a0–\u00a017\u00a0h\u00a030",
        "Arsenal (exemple)",
        "http://127.0.0.1:8000/nec-locaux/nec-metz-2024/",
    ]


def test_files_are_private_and_kept_by_event(kit, settings):
    for file in kit.files.all():
        assert file.file.name == f"kits/{kit.event_id}/{file.fingerprint[:16]}/{file.name}"
        assert not str(file.file.path).startswith(str(settings.MEDIA_ROOT))
        assert file.size == len(file.content())


def test_a_published_event_that_has_not_changed_keeps_its_files(kit, event):
    before = list(kit.files.values_list("pk", flat=True))
    event.save_revision().publish()
    assert Kit.objects.get(pk=kit.pk).state == KitState.DUE
    assert build_due() == 0
    assert Kit.objects.get(pk=kit.pk).state == KitState.READY
    assert list(kit.files.values_list("pk", flat=True)) == before


def test_a_changed_event_gets_new_files_where_it_shows_and_the_old_ones_go(
    kit, event, django_capture_on_commit_callbacks
):
    old = {file.name: file.file.name for file in kit.files.all()}
    rows = dict(kit.files.values_list("name", "pk"))
    kit.files.update(downloads=7)
    event.city = "Nancy"
    event.save_revision().publish()
    with django_capture_on_commit_callbacks(execute=True):
        assert build_due() == 1
    kit.refresh_from_db()
    assert b"Nancy" in contents(kit)["LISEZ-MOI.txt"]
    assert set(kit.files.values_list("downloads", flat=True)) == {7}
    kept = {name for name, pk in kit.files.values_list("name", "pk") if rows[name] == pk}
    assert {name for name in old if name.startswith(("logo-", "qr-code."))} <= kept
    assert {name for name in old if name.startswith("affiche-")} & kept == set()
    assert {name for name, path in old.items() if private_storage().exists(path)} == kept
    assert list(kit.files.values_list("position", flat=True)) == list(range(len(old)))


def test_a_changed_hour_touches_only_the_files_that_show_it_and_the_kit_says_why(kit, event):
    assert [(change.reasons, len(change.names)) for change in kit.changes.all()] == [
        (["le kit est prêt"], kit.files.count())
    ]
    before = contents(kit)
    event.end_time = time(18)
    event.save_revision().publish()
    build_due()
    now = contents(kit)
    change = kit.changes.first()
    assert change.reasons == ["les horaires ont changé"]
    assert set(change.names) == {name for name in now if now[name] != before[name]}
    assert "affiche-a4.pdf" in change.names
    assert [name for name in change.names if name.startswith(("logo-", "qr-code."))] == []


def test_a_changed_brand_makes_kits_stale_and_is_told_as_the_reason(kit, event):
    brand = BrandSettings.load()
    brand.palettes.add(
        *(BrandPalette(name=name, dark="#000000", accent="#FFFFFF", paper="#FFFFFF") for name in PALETTES)
    )
    brand.save()
    assert ask_for_stale() == 1
    assert build_due() == 1
    assert kit.changes.first().reasons == ["la charte des kits a changé"]
    assert "#000000" in contents(kit)["LISEZ-MOI.txt"].decode()
    assert ask_for_stale() == 0


def test_asking_for_all_makes_every_published_event_due_and_wakes_the_worker_once(kit, new_event, new_event_after_kit):
    new_event("NEC brouillon", "nec-brouillon", live=False)
    Kit.objects.filter(event=new_event_after_kit).delete()
    DBTaskResult.objects.all().delete()
    assert ask_for_all() == 2
    assert set(Kit.objects.values_list("event__slug", "state")) == {
        ("nec-metz-2024", KitState.DUE),
        ("nec-ess-2024", KitState.DUE),
    }
    assert DBTaskResult.objects.count() == 1


def test_two_builds_of_the_same_event_give_equal_bytes(kit):
    before = contents(kit)
    assert build(kit, force=True)
    assert contents(kit) == before


def test_a_draft_gets_a_kit_from_its_latest_revision(new_event):
    event = new_event(live=False)
    event.city = "Nancy"
    event.save_revision()
    build(ensure_kit(EventPage.objects.get(pk=event.pk)))
    assert b"Nancy" in contents(Kit.objects.get(event=event))["LISEZ-MOI.txt"]


def test_kits_that_miss_or_are_out_of_date_are_asked_for(kit, new_event):
    assert ask_for_stale() == 0
    Kit.objects.filter(pk=kit.pk).update(fingerprint="of another engine")
    assert ask_for_stale() == 1
    assert Kit.objects.get(pk=kit.pk).state == KitState.DUE
    assert ask_for_stale() == 0


def test_deleting_an_event_erases_the_files_of_its_kit(kit, event, django_capture_on_commit_callbacks):
    names = [file.file.name for file in kit.files.all()]
    with django_capture_on_commit_callbacks(execute=True):
        event.delete()
    assert Kit.objects.count() == 0
    assert [name for name in names if private_storage().exists(name)] == []


def test_the_command_builds_all_kits_or_one_or_again(new_event):
    new_event("NEC Metz", "nec-metz")
    new_event("NEC ESS", "nec-ess")

    def run(*options: str) -> str:
        out = StringIO()
        call_command("build_kits", *options, stdout=out)
        return out.getvalue()

    assert run("--event", "nec-ess") == "Kits built: 1. Failed: 0.\n"
    assert run() == "Kits built: 1. Failed: 0.\n"
    assert run() == "Kits built: 0. Failed: 0.\n"
    assert run("--force") == "Kits built: 2. Failed: 0.\n"
