"""What happens: the calendar, event pages, past editions."""

from nec_cms.plugins import Plugin


class EventsPlugin(Plugin):
    name = "events"
    label = "events"
    verbose_name = "NEC locaux"
    api = 1
    requires = ("community", "formats")
