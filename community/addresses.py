"""Where the directory of territories is served: asked by every link to a territory, so remembered."""

from django.apps import apps
from django.core.cache import cache

KEY = "community.directory_url"
SECONDS = 300


def directory_url() -> str:
    """The address of the published directory, `/communaute/` in the demo; empty where there is none."""
    url = cache.get(KEY)
    if url is None:
        page = apps.get_model("community", "DirectoryPage").objects.live().first()
        url = (page.url or "") if page else ""
        cache.set(KEY, url, SECONDS)
    return url


def forget_directory_url(**kwargs: object) -> None:
    """A page was published, taken down, moved or deleted: the address may have changed."""
    cache.delete(KEY)
