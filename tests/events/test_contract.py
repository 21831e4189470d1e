"""The promises of the plugin `events`."""

from datetime import date
from itertools import count

from nec_cms.testing import PluginContract
from tests.factories.events import make_event

NUMBERS = count(1)


class TestEvents(PluginContract):
    plugin_name = "events"
    lists = {
        "/nec-locaux/agenda/": lambda: make_event(f"NEC {next(NUMBERS)}", date(2090, 1, 1), territories=["Metz"]),
        "/nec-locaux/editions/": lambda: make_event(f"NEC {next(NUMBERS)}", date(2020, 1, 1), territories=["Metz"]),
    }
