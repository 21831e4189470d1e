"""The promises of the plugin `home`."""

from nec_cms.testing import PluginContract


class TestHome(PluginContract):
    plugin_name = "home"
