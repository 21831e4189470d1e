"""Kits and their files, the links that hand them on, and the brand they share."""

from events.kits.models.brand import BrandPalette, BrandRequest, BrandSettings
from events.kits.models.files import Family, KitFile, KitUpload, ShownFile, stored_under, uploaded_under, weight
from events.kits.models.kit import Kit, KitChange, KitQuerySet, KitState
from events.kits.models.sharing import LastDownload, ShareLink

__all__ = [
    "BrandPalette",
    "BrandRequest",
    "BrandSettings",
    "Family",
    "Kit",
    "KitChange",
    "KitFile",
    "KitQuerySet",
    "KitState",
    "KitUpload",
    "LastDownload",
    "ShareLink",
    "ShownFile",
    "stored_under",
    "uploaded_under",
    "weight",
]
