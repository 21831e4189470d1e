"""Yearly figures: what was asked, awarded and paid, by territory and by theme. Amounts in euros, exact."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Count, DecimalField, Q, QuerySet, Sum, Value
from django.db.models.functions import Coalesce, ExtractYear

from events.candidatures.models import Candidature
from events.candidatures.states import LABELLED, GrantState

NONE = Value(Decimal(0), output_field=DecimalField(max_digits=14, decimal_places=2))
NO_PLACE, NO_THEME = "Sans territoire de l’annuaire", "Sans thème"


@dataclass(frozen=True)
class Line:
    """One territory, theme or year: files, labels, and three sums."""

    name: str
    files: int
    labels: int
    asked: Decimal
    awarded: Decimal
    paid: Decimal


def years(files: QuerySet[Candidature]) -> list[int]:
    """The years in which files came, the latest first. One query."""
    found = files.order_by().annotate(year=ExtractYear("filed_at")).values_list("year", flat=True).distinct()
    return sorted(found, reverse=True)


def by_year(files: QuerySet[Candidature]) -> list[Line]:
    """One line a year of filing, the latest first. One query."""
    grouped = files.order_by().annotate(name=ExtractYear("filed_at")).values("name").annotate(**_sums())
    return [_line(row, str(row["name"])) for row in sorted(grouped, key=lambda row: -row["name"])]


def by_territory(files: QuerySet[Candidature]) -> list[Line]:
    """One line a territory, the largest awards first. One query."""
    return _sorted(files.order_by().values("territory__name").annotate(**_sums()), "territory__name", NO_PLACE)


def by_theme(files: QuerySet[Candidature]) -> list[Line]:
    """One line a theme; a file with several counts under each, so that these lines do not add up. One query."""
    return _sorted(files.order_by().values("themes__name").annotate(**_sums()), "themes__name", NO_THEME)


def total(lines: Iterable[Line]) -> Line:
    """The sum of lines that do not overlap."""
    found = list(lines)
    return Line(
        "Total",
        sum(line.files for line in found),
        sum(line.labels for line in found),
        sum((line.asked for line in found), Decimal(0)),
        sum((line.awarded for line in found), Decimal(0)),
        sum((line.paid for line in found), Decimal(0)),
    )


def _sums() -> dict[str, object]:
    return {
        "files": Count("pk"),
        "labels": Count("pk", filter=Q(state__in=LABELLED)),
        "asked": Coalesce(Sum("grant_amount", filter=Q(grant_requested=True)), NONE),
        "awarded": Coalesce(Sum("grant__awarded", filter=~Q(grant__state=GrantState.VOID)), NONE),
        "paid": Coalesce(Sum("grant__payable", filter=Q(grant__state=GrantState.PAID)), NONE),
    }


def _line(row: dict, name: str) -> Line:
    return Line(name, row["files"], row["labels"], row["asked"], row["awarded"], row["paid"])


def _sorted(grouped: Iterable[dict], key: str, otherwise: str) -> list[Line]:
    lines = [_line(row, row[key] or otherwise) for row in grouped]
    return sorted(lines, key=lambda line: (-line.awarded, -line.asked, -line.files, line.name))
