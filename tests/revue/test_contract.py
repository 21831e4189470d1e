"""The promises of the plugin `revue`."""

from nec_cms.testing import PluginContract


class TestRevue(PluginContract):
    plugin_name = "revue"
