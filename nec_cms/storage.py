"""Where files live: public media, and private files that only a view of ours may serve."""

from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from django.core.exceptions import ImproperlyConfigured
from django.core.signals import setting_changed
from django.dispatch import receiver
from django.utils.functional import LazyObject, empty


def storages_from_url(url: str, media_root: Path, private_root: Path) -> dict[str, dict[str, Any]]:
    """The `default` (public media) and `private` storages of Django's STORAGES.

    An empty `url` means files on disk. ``s3://BUCKET?endpoint_url=...&region_name=...`` means an S3-compatible
    bucket, its keys taken from the usual AWS variables; any other scheme raises `ImproperlyConfigured`.
    """
    if not url:
        disk = "django.core.files.storage.FileSystemStorage"
        return {
            "default": {"BACKEND": disk},
            "private": {"BACKEND": disk, "OPTIONS": {"location": str(private_root), "base_url": None}},
        }
    parts = urlsplit(url)
    if parts.scheme != "s3":
        raise ImproperlyConfigured(
            f"MEDIA_STORAGE_URL: scheme '{parts.scheme}' is not known; use s3:// or leave empty."
        )
    options = {"bucket_name": parts.netloc, "default_acl": None, **dict(parse_qsl(parts.query))}
    s3 = "storages.backends.s3.S3Storage"
    return {
        "default": {"BACKEND": s3, "OPTIONS": {**options, "location": "media", "querystring_auth": False}},
        "private": {"BACKEND": s3, "OPTIONS": {**options, "location": "private", "file_overwrite": False}},
    }


class PrivateStorage(LazyObject):
    """The storage named `private`, resolved late so that migrations and tests never freeze it."""

    def _setup(self) -> None:
        from django.core.files.storage import storages

        self._wrapped = storages["private"]


_private = PrivateStorage()


def private_storage() -> PrivateStorage:
    """Callable for ``FileField(storage=private_storage)``: migrations keep the callable, not the storage."""
    return _private


@receiver(setting_changed)
def resolve_again(*, setting: str, **kwargs: Any) -> None:
    """Tests move the files: as Django does for its default storage, the next use looks the settings up anew."""
    if setting == "STORAGES":
        _private._wrapped = empty
