"""Putting a file in a kit by hand, and taking it out again: the one door to KitUpload."""

from hashlib import sha256

from django.contrib.auth.models import AbstractBaseUser
from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone

from events.kits.models import Family, Kit, KitFile, KitUpload
from events.kits.uploads import Examined

REPLACED, ADDED, WITHDRAWN = "un fichier a été remplacé", "un fichier a été ajouté", "un fichier ajouté a été retiré"
GENERATED_AGAIN = "un fichier est redevenu celui qui est généré"


def replace_file(made: KitFile, sent: Examined, alt: str, sender: AbstractBaseUser) -> KitUpload:
    """Put `sent` in the place of a made file, which is kept and made again as ever behind it."""
    facts = {"family": made.family, "label": made.label, "use": made.use, "alt": alt or made.alt}
    return _keep(made.kit, made.name, sent, sender, REPLACED, facts)


def add_file(kit: Kit, sent: Examined, label: str, use: str, alt: str, sender: AbstractBaseUser) -> KitUpload:
    """Put `sent` beside the other files."""
    return _keep(kit, sent.name, sent, sender, ADDED, {"family": Family.ADDED, "label": label, "use": use, "alt": alt})


def withdraw(upload: KitUpload) -> None:
    """Take a file out: the made one is back in its place, where there is one."""
    kit, name = upload.kit, upload.name
    with transaction.atomic():
        upload.delete()
        back = kit.files.filter(name=name).exists()
        kit.changes.create(
            at=timezone.now(), reasons=[GENERATED_AGAIN if back else WITHDRAWN], names=[name] if back else []
        )


def _keep(
    kit: Kit, name: str, sent: Examined, sender: AbstractBaseUser, reason: str, facts: dict[str, str]
) -> KitUpload:
    upload = KitUpload(
        kit=kit,
        name=name,
        format=sent.format,
        width=sent.width,
        height=sent.height,
        size=len(sent.content),
        digest=sha256(sent.content).hexdigest(),
        sent_by=sender,
        **facts,
    )
    upload.file.save(name, ContentFile(sent.content), save=False)
    try:
        with transaction.atomic():
            for former in kit.uploads.filter(name=name):
                upload.downloads = former.downloads
                former.delete()
            upload.save()
            kit.changes.create(at=timezone.now(), reasons=[reason], names=[name])
    except BaseException:
        upload.file.storage.delete(upload.file.name)
        raise
    return upload
