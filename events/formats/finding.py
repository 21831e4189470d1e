"""What the site's search finds in the catalogue: the partners' formats."""

from collections.abc import Iterable, Sequence
from typing import Any

from events.formats.models import FormatPage
from nec_cms.hooks import SearchSource


class FoundFormats(SearchSource):
    name = "formats"
    label = "Formats partenaires"
    order = 30
    page_types = (FormatPage,)

    def objects(self, keys: Sequence[Any]) -> Iterable[FormatPage]:
        return FormatPage.objects.filter(pk__in=keys).for_lists()
