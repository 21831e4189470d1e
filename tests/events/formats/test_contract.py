"""The promises of the plugin `formats`."""

from itertools import count

from nec_cms.testing import PluginContract
from tests.factories.formats import make_format

NUMBERS = count(1)


class TestFormats(PluginContract):
    plugin_name = "formats"
    lists = {"/formats/": lambda: make_format(f"Format {next(NUMBERS)}")}
