"""Who and where, and the feeds of the community."""

from community.models.directory import DirectoryPage
from community.models.feed import Feed, FeedItem, ItemState
from community.models.organisation import Organisation, OrganisationKind
from community.models.slugged import SluggedModel
from community.models.territory import Territory, TerritoryKind
from community.models.theme import Theme

__all__ = [
    "DirectoryPage",
    "Feed",
    "FeedItem",
    "ItemState",
    "Organisation",
    "OrganisationKind",
    "SluggedModel",
    "Territory",
    "TerritoryKind",
    "Theme",
]
