"""Communication kits: made from an event's data, stored in private, handed to its porteurs."""

from nec_cms.plugins import Plugin
from nec_cms.roles import COMMUNICATION


class KitsPlugin(Plugin):
    name = "events.kits"
    label = "kits"
    verbose_name = "Kits de communication"
    api = 1
    requires = ("community", "events")
    urls = "events.kits.urls"
    prefix = "kits"
    grants = {
        COMMUNICATION: ("kits.view_kit", "kits.change_kit", "kits.change_brandsettings", "kits.view_brandrequest"),
    }

    def ready(self) -> None:
        from events.kits import signals  # noqa: F401  (listens to publication and deletion)
