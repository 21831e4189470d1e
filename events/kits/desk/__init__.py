"""Kits in Wagtail's admin: their state, their files replaced or added, the brand, and rebuilding them all."""
