"""A page that a routable page serves beneath itself, as the shell sees it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Subpage:
    """Stands for `page` in the templates: its own title and canonical address instead of its host's."""

    title: str
    full_url: str
    seo_title: str = ""
    search_description: str = ""
