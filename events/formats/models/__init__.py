"""The pages of the catalogue and what hangs on them."""

from events.formats.models.index import FormatIndexPage
from events.formats.models.offer import FormatPage, FormatSeason, SessionKind, lines

__all__ = ["FormatIndexPage", "FormatPage", "FormatSeason", "SessionKind", "lines"]
