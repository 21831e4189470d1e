"""The choice of a territory: one of the directory, or another that the applicant names."""

from dataclasses import dataclass
from functools import cached_property

from community.models import Territory, TerritoryKind

OTHER = "autre"
"""What the list sends for a territory that the directory lacks."""


class TerritoryDirectory:
    """The directory, read once a form when it is first needed."""

    @cached_property
    def by_slug(self) -> dict[str, Territory]:
        return {territory.slug: territory for territory in Territory.objects.defer("introduction").order_by("name")}

    @cached_property
    def groups(self) -> list[tuple[str, list[Territory]]]:
        """(kind in French, territories by name), in the order of the kinds; kinds without territory left out."""
        found = [
            (str(label), [each for each in self.by_slug.values() if each.kind == kind])
            for kind, label in TerritoryKind.choices
        ]
        return [(label, territories) for label, territories in found if territories]


@dataclass(frozen=True)
class TerritoryAnswer:
    """A territory of the directory with its name, or the name alone."""

    name: str
    territory: Territory | None = None
