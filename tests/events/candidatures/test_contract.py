"""Candidatures keep the promises of every plugin."""

from nec_cms.testing import PluginContract


class TestCandidatures(PluginContract):
    plugin_name = "candidatures"
