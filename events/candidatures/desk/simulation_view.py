"""Routing rules tried on past files, for superusers."""

from collections import Counter

from django.http import Http404, HttpRequest, HttpResponse
from django.views import View
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from events.candidatures.models import RoutingRule
from events.candidatures.simulation import SIMULATED, simulate

SHOWN = 100


class SimulationView(WagtailAdminTemplateMixin, View):
    template_name = "candidatures/desk/simulation.html"
    page_title = "Simulation de l’aiguillage"
    header_icon = "redirect"
    _show_breadcrumbs = True
    http_method_names = ["get", "head", "options"]

    def dispatch(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        if not request.user.is_superuser:
            raise Http404
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest) -> HttpResponse:
        with_drafts = request.GET.get("regles") != "appliquees"
        outcomes = simulate(with_drafts=with_drafts)
        moved = [outcome for outcome in outcomes if outcome.moves]
        now, then = Counter(each.file.team.name for each in outcomes), Counter(each.team.name for each in outcomes)
        context = self.get_context_data(
            with_drafts=with_drafts,
            drafts=RoutingRule.objects.filter(is_active=False).count(),
            tried=len(outcomes),
            most=SIMULATED,
            moved=moved[:SHOWN],
            moved_count=len(moved),
            teams=[{"name": name, "now": now[name], "then": then[name]} for name in sorted({*now, *then})],
        )
        return self.render_to_response(context)
