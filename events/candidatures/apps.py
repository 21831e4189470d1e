"""Candidatures: the form, the dossier, its instruction, and the porteur's space."""

from nec_cms.plugins import Plugin
from nec_cms.roles import INSTRUCTION


class CandidaturesPlugin(Plugin):
    name = "events.candidatures"
    label = "candidatures"
    verbose_name = "Candidatures"
    api = 1
    requires = ("community", "formats", "events", "kits")
    urls = "events.candidatures.urls"
    prefix = "espace-porteur"
    demo = "events.candidatures.demo.build"
    scale = {"candidatures": "events.candidatures.volume.candidatures"}
    grants = {INSTRUCTION: ("candidatures.instruct_candidature",)}
