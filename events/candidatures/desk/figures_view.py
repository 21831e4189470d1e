"""Yearly figures of the person's teams: a chart, and the table that says the same."""

from decimal import Decimal
from typing import Any

from django.http import HttpRequest, HttpResponse
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from events.candidatures import figures
from events.candidatures.desk.batch import DeskView
from events.candidatures.french import french_euros
from events.candidatures.models import Candidature

WIDTH, BAR, ROW = 640, 10, 58
"""Of a chart, in units of its own; a row holds a name and three bars."""
MOST = 12
"""Rows drawn; the table has them all."""


class FiguresView(WagtailAdminTemplateMixin, DeskView):
    template_name = "candidatures/desk/figures.html"
    page_title = "Chiffres"
    header_icon = "clipboard-list"
    _show_breadcrumbs = True
    http_method_names = ["get", "head", "options"]

    def get(self, request: HttpRequest) -> HttpResponse:
        files = Candidature.objects.instructed_by(request.user)
        known = figures.years(files)
        wanted = request.GET.get("annee", "")
        year = int(wanted) if wanted.isdecimal() and len(wanted) == 4 and int(wanted) in known else None
        chosen = files.filter(filed_at__year=year) if year else files
        territories, themes = figures.by_territory(chosen), figures.by_theme(chosen)
        context = self.get_context_data(
            years=known,
            year=year,
            total=shown(figures.total(territories)),
            parts=[
                part("Par année de dépôt", "annees", figures.by_year(chosen)),
                part("Par territoire", "territoires", territories),
                part("Par thème", "themes", themes, "Un dossier compte sous chacun de ses thèmes."),
            ],
        )
        return self.render_to_response(context)


def part(title: str, slug: str, lines: list[figures.Line], note: str = "") -> dict[str, Any]:
    """A chart and its table."""
    return {"title": title, "slug": slug, "lines": [shown(line) for line in lines], "chart": chart(lines), "note": note}


def shown(line: figures.Line) -> dict[str, Any]:
    """A line in French."""
    return {
        "name": line.name,
        "files": line.files,
        "labels": line.labels,
        "asked": french_euros(line.asked),
        "awarded": french_euros(line.awarded),
        "paid": french_euros(line.paid),
    }


def chart(lines: list[figures.Line]) -> dict[str, Any] | None:
    """Three bars a line, to one scale; None where no amount is above zero."""
    drawn = lines[:MOST]
    highest = max((max(line.asked, line.awarded, line.paid) for line in drawn), default=Decimal(0))
    if not highest:
        return None
    rows = []
    for place, line in enumerate(drawn):
        bars = [
            {"kind": kind, "y": place * ROW + 22 + rank * (BAR + 1), "width": round(float(amount / highest) * WIDTH, 1)}
            for rank, (kind, amount) in enumerate(
                (("asked", line.asked), ("awarded", line.awarded), ("paid", line.paid))
            )
        ]
        rows.append({"name": line.name, "y": place * ROW + 14, "bars": bars})
    return {"rows": rows, "width": WIDTH, "height": len(drawn) * ROW, "bar": BAR, "left": len(lines) - len(drawn)}
