"""A build that fails, is held by another worker or comes too late: the old kit stays, the reason is kept."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from events.kits import build as building
from events.kits.build import build, build_due, ensure_kit
from events.kits.models import Kit, KitState
from events.models import EventPage
from nec_cms.storage import private_storage
from tests.events.kits.building import WHOLE, contents

pytestmark = pytest.mark.django_db


def broken(*args: object, **options: object) -> None:
    raise OSError("disque plein")


def test_a_failed_build_keeps_the_old_kit_and_says_why(kit, event, monkeypatch):
    before = contents(kit)
    event.city = "Nancy"
    event.save_revision().publish()
    monkeypatch.setattr(building, "render", broken)
    assert build_due() == 0
    kit.refresh_from_db()
    assert (kit.state, kit.attempts) == (KitState.FAILED, 1)
    assert kit.error == "La composition a échoué\u00a0: disque plein"
    assert contents(kit) == before


def test_a_failure_while_storing_leaves_no_file_behind(kit, event, monkeypatch, settings):
    before = contents(kit)
    event.city = "Nancy"
    event.save_revision().publish()
    stores = building._store
    monkeypatch.setattr(
        building, "_store", lambda kit, place, file: stores(kit, place, file) if place < 3 else broken()
    )
    build_due()
    assert contents(Kit.objects.get(pk=kit.pk)) == before
    folders = private_storage().listdir(f"kits/{kit.event_id}")[0]
    assert sum(len(private_storage().listdir(f"kits/{kit.event_id}/{folder}")[1]) for folder in folders) == WHOLE


def test_a_failed_build_is_tried_twice_more_and_then_waits(event, monkeypatch, time_machine):
    monkeypatch.setattr(building, "render", broken)
    tries = []
    for minutes in (0, 2, 12, 60):
        time_machine.move_to(timezone.now() + timedelta(minutes=minutes), tick=False)
        build_due()
        kit = Kit.objects.get(event=event)
        tries.append((kit.attempts, kit.next_try is None))
    assert tries == [(1, False), (2, False), (3, True), (3, True)]
    ensure_kit(event)
    assert Kit.objects.get(event=event).attempts == 0


def unprintable(new_event) -> EventPage:
    """An event written before its fields refused what no font covers."""
    event = new_event("NEC Kanji", "nec-kanji")
    EventPage.objects.filter(pk=event.pk).update(title="NEC 漢字")
    return event


def test_a_character_that_no_font_covers_is_named_in_the_error(new_event):
    event = unprintable(new_event)
    build_due()
    kit = Kit.objects.get(event=event)
    assert kit.state == KitState.FAILED
    assert kit.error == "Ces caractères ne peuvent pas être imprimés\u00a0: 漢, 字. Remplacez-les dans l’événement."


def test_one_failure_does_not_stop_the_others(new_event):
    bad, good = unprintable(new_event), new_event("NEC Metz", "nec-metz")
    assert build_due() == 1
    states = dict(Kit.objects.values_list("event_id", "state"))
    assert states == {bad.pk: KitState.FAILED, good.pk: KitState.READY}


def test_a_kit_held_by_another_worker_is_left_to_it_until_its_lease_ends(event, time_machine):
    Kit.objects.update(state=KitState.BUILDING, holder="another", lease_until=timezone.now() + timedelta(minutes=5))
    assert (build_due(), build(event.kit)) == (0, False)
    time_machine.move_to(timezone.now() + timedelta(minutes=6), tick=False)
    assert build_due() == 1
    assert Kit.objects.get(event=event).state == KitState.READY


def test_a_change_during_a_build_makes_the_kit_due_again(event, monkeypatch):
    renders = building.render

    def interrupted(data, **options):
        ensure_kit(event)
        return renders(data, **options)

    monkeypatch.setattr(building, "render", interrupted)
    assert build(event.kit)
    kit = Kit.objects.get(event=event)
    assert (kit.state, kit.lease_until, kit.is_available) == (KitState.DUE, None, True)


def test_a_worker_that_lost_its_lease_changes_nothing(event, monkeypatch):
    renders = building.render

    def robbed(data, **options):
        Kit.objects.update(holder="another")
        return renders(data, **options)

    monkeypatch.setattr(building, "render", robbed)
    assert not build(event.kit)
    kit = Kit.objects.get(event=event)
    assert (kit.files.count(), kit.holder, kit.error) == (0, "another", "")


def test_the_command_says_what_failed_and_what_is_unknown(new_event):
    unprintable(new_event)
    errors = StringIO()
    with pytest.raises(CommandError, match="1 kit"):
        call_command("build_kits", stdout=StringIO(), stderr=errors)
    assert errors.getvalue().startswith("nec-kanji: Ces caractères")
    with pytest.raises(CommandError, match="nec-inconnu"):
        call_command("build_kits", "--event", "nec-inconnu")
