"""The list of files: filters and columns in the address, a constant number of queries."""

from dataclasses import dataclass
from typing import Any

from django.core.paginator import Paginator
from django.db.models import Count, QuerySet
from django.http import HttpRequest
from django.utils import timezone
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from events.candidatures.desk import columns
from events.candidatures.desk.batch import BatchForm
from events.candidatures.desk.filters import FilterForm
from events.candidatures.desk.guard import ClosedIndexView
from events.candidatures.desk.presentation import Row
from events.candidatures.models import Candidature
from events.candidatures.states import State

RELATED = ("territory", "team", "assignee", "grant")


@dataclass(frozen=True)
class Listed:
    """A row of the table: the file as the desk shows it, and the text of each chosen column."""

    row: Row
    file: Candidature
    cells: list[tuple[columns.Column, str]]


class FileListView(WagtailAdminTemplateMixin, ClosedIndexView):
    """modeladmin's list with our filters, columns, saved views and table."""

    header_icon = "form"
    page_title = "Candidatures"
    _show_breadcrumbs = True

    def get_queryset(self, request: HttpRequest | None = None) -> QuerySet[Candidature]:
        request = request or self.request
        self.base = self.get_base_queryset(request)
        self.filters = FilterForm(request.GET, self.base, request.user)
        self.columns = columns.chosen(request.GET.getlist("colonnes"), self.filters.questions)
        files = self.filters.narrow(self.base).select_related(*RELATED)
        if any(column.key.startswith(columns.QUESTION) for column in self.columns):
            return files
        return files.defer("form_data", "form_snapshot")

    def get_template_names(self) -> list[str]:
        return [self.model_admin.get_index_template()]

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        return [*self.breadcrumbs_items, {"url": "", "label": "Candidatures"}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        today, page = timezone.localdate(), context["page_obj"]
        rows = [Row(file, today) for file in page.object_list]
        shown = {column.key for column in self.columns}
        query = self.request.GET.copy()
        query.pop("p", None)
        return {
            **context,
            "rows": [Listed(row, row.file, [(each, each.text(row)) for each in self.columns]) for row in rows],
            "pages": Paginator.get_elided_page_range(page.paginator, page.number, on_each_side=1, on_ends=1),
            "columns": self.columns,
            "facts": [(each, each.key in shown) for each in columns.FACTS.values()],
            "questions": [(each, each.key in shown) for each in self.filters.questions.values()],
            "filters_form": self.filters,
            "query": query.urlencode(),
            "kept": [(name, value) for name in query if name != "colonnes" for value in query.getlist(name)],
            "several_teams": len(self.filters.fields["equipe"].queryset) > 1,
            "states": self.states(query),
            "saved_views": self.request.user.candidature_views.all(),
            "batch": BatchForm(person=self.request.user),
        }

    def states(self, query: Any) -> list[dict[str, Any]]:
        """How many files each state holds under the other filters, with the address that shows them. One query."""
        kept = self.filters.narrow(self.base, any_state=True).order_by()
        counts = dict(kept.values_list("state").annotate(Count("pk")))
        found = []
        for state in State:
            if not counts.get(state.value):
                continue
            address = query.copy()
            address["etat"] = state.value
            found.append(
                {
                    "label": state.label,
                    "value": state.value,
                    "count": counts[state.value],
                    "query": address.urlencode(),
                    "current": query.get("etat") == state.value,
                }
            )
        return found
