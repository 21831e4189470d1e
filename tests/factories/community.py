"""Territories, organisations, themes, the directory and feeds."""

from datetime import UTC, datetime

import factory
import wagtail_factories
from factory.django import DjangoModelFactory

from community.models import (
    DirectoryPage,
    Feed,
    FeedItem,
    ItemState,
    Organisation,
    OrganisationKind,
    Territory,
    TerritoryKind,
    Theme,
)


class TerritoryFactory(DjangoModelFactory):
    name = factory.Sequence(lambda number: f"Pays exemple {number}")
    kind = TerritoryKind.TERRITOIRE

    class Meta:
        model = Territory


class ThemeFactory(DjangoModelFactory):
    name = factory.Sequence(lambda number: f"Thème exemple {number}")

    class Meta:
        model = Theme


class OrganisationFactory(DjangoModelFactory):
    name = factory.Sequence(lambda number: f"Association exemple {number}")
    kind = OrganisationKind.ASSOCIATION

    class Meta:
        model = Organisation


class DirectoryPageFactory(wagtail_factories.PageFactory):
    title = "La communauté"
    slug = "communaute"

    class Meta:
        model = DirectoryPage


class FeedFactory(DjangoModelFactory):
    title = factory.Sequence(lambda number: f"Source exemple {number}")
    url = factory.Sequence(lambda number: f"https://flux-{number}.example.org/atom.xml")

    class Meta:
        model = Feed


class FeedItemFactory(DjangoModelFactory):
    """An approved item, so that it shows."""

    feed = factory.SubFactory(FeedFactory)
    guid = factory.Sequence(lambda number: f"exemple-{number}")
    link = factory.LazyAttribute(lambda item: f"https://example.org/{item.guid}")
    title = factory.Sequence(lambda number: f"Article exemple {number}")
    published_at = datetime(2024, 10, 3, 9, tzinfo=UTC)
    state = ItemState.APPROVED

    class Meta:
        model = FeedItem
