"""La revue NEC: series, issues, articles."""

from nec_cms.plugins import Plugin
from nec_cms.roles import EDITOR, MODERATOR

SERIES = ("revue.add_series", "revue.change_series", "revue.view_series")
CONTRIBUTORS = ("revue.add_contributor", "revue.change_contributor", "revue.view_contributor")


class RevuePlugin(Plugin):
    name = "revue"
    label = "revue"
    verbose_name = "La revue NEC"
    api = 1
    requires = ("community", "events")
    blocks = {
        "latest_issue": "revue.blocks.LatestIssueBlock",
        "portrait": "revue.blocks.PortraitBlock",
        "recording": "revue.blocks.RecordingBlock",
        "glossary": "revue.blocks.GlossaryBlock",
        "places": "revue.blocks.PlacesBlock",
    }
    demo = "revue.demo.build"
    scale = {"articles": "revue.volume.articles"}
    grants = {EDITOR: CONTRIBUTORS, MODERATOR: (*SERIES, *CONTRIBUTORS)}
