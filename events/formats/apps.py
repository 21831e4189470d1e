"""Session formats that partners offer to the NEC locaux."""

from nec_cms.plugins import Plugin


class FormatsPlugin(Plugin):
    name = "events.formats"
    label = "formats"
    verbose_name = "Formats partenaires"
    api = 1
    requires = ("community",)
    blocks = {"season_formats": "events.formats.blocks.SeasonFormatsBlock"}
    demo = "events.formats.demo.build"
    scale = {"formats": "events.formats.volume.formats"}
