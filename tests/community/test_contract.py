from typing import ClassVar

import pytest

from community.models import DirectoryPage, Territory
from nec_cms.testing import PluginContract
from tests.factories.community import DirectoryPageFactory, FeedItemFactory, TerritoryFactory


def territory_with_a_resource() -> Territory:
    territory = TerritoryFactory()
    FeedItemFactory(feed__territory=territory)
    return territory


class TestCommunity(PluginContract):
    plugin_name = "community"
    lists: ClassVar = {"/communaute/": territory_with_a_resource, "/communaute/ressources/": FeedItemFactory}

    @pytest.fixture(autouse=True)
    def directory(self, home) -> DirectoryPage:
        return DirectoryPageFactory(parent=home)
