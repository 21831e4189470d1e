"""La revue NEC: series, issues, articles."""

from nec_cms.plugins import Plugin


class RevuePlugin(Plugin):
    name = "revue"
    label = "revue"
    verbose_name = "La revue NEC"
    api = 1
    requires = ("community", "events")
