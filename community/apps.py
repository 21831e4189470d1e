"""Who and where: territories, organisations, themes, and the community's feeds."""

from nec_cms.plugins import Plugin
from nec_cms.roles import EDITOR, MODERATOR


def permissions(model: str, *actions: str) -> tuple[str, ...]:
    return tuple(f"community.{action}_{model}" for action in actions)


class CommunityPlugin(Plugin):
    name = "community"
    label = "community"
    verbose_name = "Communauté"
    api = 1
    demo = "community.demo.build"
    scale = {"territories": "community.volume.territories"}
    grants = {
        EDITOR: (
            *permissions("territory", "add", "change", "view"),
            *permissions("organisation", "add", "change", "view"),
            *permissions("theme", "view"),
            *permissions("feed", "add", "change", "view"),
            *permissions("feeditem", "change", "view"),
        ),
        MODERATOR: (
            *permissions("territory", "add", "change", "delete", "view"),
            *permissions("organisation", "add", "change", "delete", "view"),
            *permissions("theme", "add", "change", "delete", "view"),
            *permissions("feed", "add", "change", "delete", "view"),
            *permissions("feeditem", "change", "delete", "view"),
        ),
    }

    def ready(self) -> None:
        from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move

        from community.addresses import forget_directory_url

        for signal in (page_published, page_unpublished, page_slug_changed, post_page_move):
            signal.connect(forget_directory_url, dispatch_uid="community.directory_url")
