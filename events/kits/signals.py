"""What makes a kit due, and what makes its files go."""

from typing import Any

from django.db import transaction
from django.db.models.signals import post_delete
from django.dispatch import receiver
from wagtail.signals import page_published

from events.kits.build import ensure_kit
from events.kits.models import KitFile, KitUpload, ShownFile
from events.models import EventPage


@receiver(page_published, sender=EventPage, dispatch_uid="kits.ask_for_kit")
def ask_for_kit(sender: type[EventPage], instance: EventPage, **kwargs: Any) -> None:
    """A published event is owed a kit: a row of the same transaction, so it can be neither lost nor premature."""
    ensure_kit(instance)


@receiver(post_delete, sender=KitFile, dispatch_uid="kits.erase_file")
@receiver(post_delete, sender=KitUpload, dispatch_uid="kits.erase_upload")
def erase_file(sender: type[ShownFile], instance: KitFile | KitUpload, **kwargs: Any) -> None:
    """A file leaves the private storage once its row is gone for good."""
    storage, name = instance.file.storage, instance.file.name
    transaction.on_commit(lambda: storage.delete(name))
