"""Kits keep the promises of a plugin."""

from nec_cms.testing import PluginContract


class TestKits(PluginContract):
    plugin_name = "kits"
