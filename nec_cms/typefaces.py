"""The typefaces that documents are set in (kits, conventions, issues of the revue), each with its licence beside it."""

from pathlib import Path

FONTS = Path(__file__).parent / "fonts"
"""Bricolage Grotesque, Inter, and Noto for emoji, Arabic and Hebrew, as TrueType: all the signs that may be set."""
