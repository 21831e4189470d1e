"""The catalogue of formats and its offers."""

from typing import Any

from events.formats.models import FormatIndexPage, FormatPage, FormatSeason
from tests.factories.events import OrganisationFactory, root


def make_catalogue(**fields: Any) -> FormatIndexPage:
    """The catalogue, at `/formats/`; the same one when asked again."""
    if existing := FormatIndexPage.objects.first():
        return existing
    page = FormatIndexPage(**{"title": "Formats", "slug": "formats"} | fields)
    root().add_child(instance=page)
    return page


def make_format(title: str = "Atelier exemple", seasons: tuple[int, ...] = (2026,), **fields: Any) -> FormatPage:
    """A published offer, in these seasons."""
    fields.setdefault("partner", OrganisationFactory())
    fields.setdefault("summary", "Un format d’exemple.")
    page = FormatPage(title=title, seasons=[FormatSeason(year=year) for year in seasons], **fields)
    make_catalogue().add_child(instance=page)
    page.save_revision().publish()
    return FormatPage.objects.get(pk=page.pk)
