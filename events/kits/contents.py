"""What a kit holds as people see it: the made files, with what was sent in their place or beside them."""

from events.kits.models import Kit, KitFile, KitUpload, ShownFile


def shown_files(kit: Kit) -> list[ShownFile]:
    """The files of the kit in order, in two queries: a file that was sent stands for the made one of its name."""
    sent = {upload.name: upload for upload in kit.uploads.all()}
    made = [_standing_for(sent.pop(file.name, None), file) for file in kit.files.all()]
    return [*made, *sent.values()]


def shown_file(kit: Kit, name: str) -> ShownFile | None:
    """One file of the kit by its name; None where it has none of that name."""
    upload, made = kit.uploads.filter(name=name).first(), kit.files.filter(name=name).first()
    return _standing_for(upload, made) if made else upload


def _standing_for(upload: KitUpload | None, made: KitFile) -> ShownFile:
    """What was sent keeps the place, the heading and the use of what it stands for."""
    if upload is None:
        return made
    upload.kit = made.kit
    upload.family, upload.label, upload.use = made.family, made.label, made.use
    return upload
