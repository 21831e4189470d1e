"""Building kits: what is due, one build under a lease, and the public door `ensure_kit`.

A build makes again the files whose own fingerprint has changed, stores them apart, then swaps them in with one
transaction: the old kit stays until the new one is whole, and whatever the failure.
"""

import logging
from collections.abc import Iterable
from datetime import datetime, timedelta
from hashlib import sha256
from uuid import uuid4

from django.core.files.base import ContentFile
from django.core.files.storage import Storage
from django.db import transaction
from django.utils import timezone

from events.kits.changes import print_of, reasons
from events.kits.data import KitArtifact, KitData
from events.kits.engine import fingerprint, fingerprints, render
from events.kits.facts import kit_data
from events.kits.models import BrandSettings, Kit, KitFile, KitState
from events.models import EventPage
from nec_cms.glyphs import uncovered
from nec_cms.storage import private_storage
from nec_cms.work import wake

logger = logging.getLogger(__name__)

LEASE = timedelta(minutes=5)
"""Longest time one build may take (it takes a second or two); past it another worker may begin again."""

RETRY_AFTER = (timedelta(minutes=1), timedelta(minutes=10))
"""Pauses before the second and the third try; then the kit waits for a new publication or a command."""

SWEEP = "kits"
ASKED = {"state": KitState.DUE, "attempts": 0, "next_try": None}


def ensure_kit(event: EventPage) -> Kit:
    """Ask for the event's kit, published or drafted; the worker builds it within seconds.

    Idempotent, and written in the caller's transaction. A kit that is being built is asked for again.
    """
    kit, created = Kit.objects.get_or_create(event=event)
    if not created:
        Kit.objects.filter(pk=kit.pk).update(**ASKED, requested_at=timezone.now())
        kit.refresh_from_db()
    wake(SWEEP)
    return kit


def ask_for_all() -> int:
    """Ask for the kit of every published event; return how many. Only files that change will be made again."""
    with transaction.atomic():
        missing = EventPage.objects.live().filter(kit=None)
        Kit.objects.bulk_create([Kit(event=event) for event in missing], ignore_conflicts=True)
        asked = Kit.objects.filter(event__live=True).update(**ASKED, requested_at=timezone.now())
        wake(SWEEP)
    return asked


def build_due() -> int:
    """Build every kit that is due; return how many were built anew.

    What is due is asked again before each: a kit asked for while hundreds are rebuilt waits for one of them only.
    """
    built, seen = 0, []
    while kit := Kit.objects.due(timezone.now()).exclude(pk__in=seen).select_related("event").first():
        seen.append(kit.pk)
        built += build(kit)
    return built


def ask_for_stale() -> int:
    """Ask for the kits of published events that have none, or whose inputs, brand, templates or engine have changed."""
    asked = 0
    brand = BrandSettings.load().brand()
    for event in EventPage.objects.live().select_related("kit").iterator(chunk_size=200):
        kit = getattr(event, "kit", None)
        settled = kit is not None and kit.state == KitState.READY
        if kit is None or (settled and kit.fingerprint != fingerprint(kit_data(event, brand))):
            ensure_kit(event)
            asked += 1
    return asked


def build(kit: Kit, *, force: bool = False) -> bool:
    """Build one kit now, unless another worker holds it. True where some of its files were made anew.

    A file whose inputs have not changed is left as it is, but for `force`. A failure is kept on the kit, in French.
    """
    now = timezone.now()
    holder = uuid4().hex
    taken = (
        Kit.objects.filter(pk=kit.pk)
        .free(now)
        .update(state=KitState.BUILDING, lease_until=now + LEASE, holder=holder, next_try=None)
    )
    if not taken:
        return False
    kit = Kit.objects.select_related("event").get(pk=kit.pk)
    data = None
    try:
        data = kit_data(kit.event, BrandSettings.load().brand()).cleaned()
        wanted = fingerprints(data)
        have = {file.name: file for file in kit.files.all()}
        same = set() if force else {name for name in wanted if name in have and have[name].fingerprint == wanted[name]}
        if len(same) == len(wanted) == len(have) and kit.is_available:
            _finish(kit, holder)
            return False
        return _swap_in(kit, holder, data, list(wanted), have, render(data, skip=same))
    except Exception as failure:  # whatever it is, the old kit stays, the reason is kept, the others are built
        logger.exception("Kit of event %s could not be built", kit.event_id)
        _give_up(kit, holder, _reason(failure, data), now)
        return False


def _swap_in(
    kit: Kit,
    holder: str,
    data: KitData,
    order: list[str],
    have: dict[str, KitFile],
    artifacts: Iterable[KitArtifact],
) -> bool:
    """Store the new files as they are made, then put them in the place of the old ones in one transaction."""
    stored: list[KitFile] = []
    facts = {"fingerprint": fingerprint(data), "printed": print_of(data), "built_at": timezone.now()}
    try:
        for artifact in artifacts:
            stored.append(_store(kit, order.index(artifact.name), artifact))
        with transaction.atomic():
            if not Kit.objects.filter(pk=kit.pk, holder=holder).update(**facts, error="", attempts=0):
                raise LostLeaseError
            made = {file.name for file in stored}
            changed = [file.name for file in stored if file.name not in have or have[file.name].digest != file.digest]
            for file in stored:
                file.downloads = have[file.name].downloads if file.name in have else 0
            kit.files.filter(name__in=made | (set(have) - set(order))).delete()
            KitFile.objects.bulk_create(stored)
            _put_in_order(kit, order)
            if changed:
                why = reasons(kit.printed or {}, facts["printed"])
                kit.changes.create(at=facts["built_at"], reasons=why, names=changed)
            _finish(kit, holder)
    except BaseException:
        _erase(private_storage(), [file.file.name for file in stored])
        raise
    return True


def _put_in_order(kit: Kit, order: list[str]) -> None:
    """A file that is kept may have another place among new ones."""
    moved = []
    for file in kit.files.only("name", "position"):
        if file.position != (place := order.index(file.name)):
            file.position = place
            moved.append(file)
    KitFile.objects.bulk_update(moved, ["position"])


class LostLeaseError(Exception):
    """Another worker took the kit over while this one was building it."""


def _store(kit: Kit, position: int, artifact: KitArtifact) -> KitFile:
    file = KitFile(
        kit=kit,
        position=position,
        template=artifact.template,
        fingerprint=artifact.fingerprint,
        name=artifact.name,
        family=artifact.family,
        label=artifact.label,
        use=artifact.use,
        format=artifact.format,
        alt=artifact.alt,
        width=artifact.width,
        height=artifact.height,
        unit=artifact.unit,
        size=len(artifact.content),
        digest=sha256(artifact.content).hexdigest(),
    )
    file.file.save(artifact.name, ContentFile(artifact.content), save=False)
    return file


def _erase(storage: Storage, names: Iterable[str]) -> None:
    for name in names:
        storage.delete(name)


def _finish(kit: Kit, holder: str) -> None:
    """Give the kit back: ready, or still due where it was asked for again meanwhile."""
    mine = Kit.objects.filter(pk=kit.pk, holder=holder)
    mine.filter(state=KitState.BUILDING).update(state=KitState.READY, error="", attempts=0)
    mine.update(lease_until=None, holder="")


def _give_up(kit: Kit, holder: str, reason: str, now: datetime) -> None:
    """Keep the reason; try again later, twice at most."""
    tries = kit.attempts + 1
    pause = RETRY_AFTER[tries - 1] if tries <= len(RETRY_AFTER) else None
    mine = Kit.objects.filter(pk=kit.pk, holder=holder)
    mine.filter(state=KitState.BUILDING).update(
        state=KitState.FAILED, attempts=tries, next_try=now + pause if pause else None
    )
    mine.update(lease_until=None, holder="", error=reason)


def _reason(failure: Exception, data: KitData | None) -> str:
    """Why a build failed, for the person who can mend it."""
    if data is not None and (missing := uncovered(" ".join(data.texts()))):
        signs = ", ".join(missing)
        return f"Ces caractères ne peuvent pas être imprimés\u00a0: {signs}. Remplacez-les dans l’événement."
    return f"La composition a échoué\u00a0: {failure or type(failure).__name__}"
