"""The admin's page that adds a commune or an intercommunalité by typing its name."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.views.generic import TemplateView
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from community.code.adding import add, held
from community.code.units import SHORTEST, search, unit
from community.models.territory import Territory, TerritoryKind
from nec_cms.typography import number

SHOWN = 20


class CodeSearch(forms.Form):
    """`q`: what was typed."""

    q = forms.CharField(
        label="Nom, code INSEE ou numéro SIREN",
        max_length=100,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )


class AddFromCodeView(WagtailAdminTemplateMixin, TemplateView):
    """GET lists the units that match, POST adds the one whose code it sends and opens its form."""

    template_name = "community/desk/from_code.html"
    page_title = "Ajouter depuis le code officiel"
    header_icon = "globe"
    _show_breadcrumbs = True
    viewset: Any = None

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not self.viewset.permission_policy.user_has_permission(request.user, "add"):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_template_names(self) -> list[str]:
        return ["community/desk/from_code_results.html" if self.results_only else self.template_name]

    @property
    def results_only(self) -> bool:
        """Asked for by the page itself as one types: the list alone."""
        return self.request.headers.get("X-Requested-With") == "XMLHttpRequest"

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        territories = {"url": reverse(self.viewset.get_url_name("list")), "label": "Territoires"}
        return [*self.breadcrumbs_items, territories, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        form = CodeSearch(self.request.GET)
        query = form.cleaned_data["q"] if form.is_valid() else ""
        units = search(query, SHOWN)
        there = held(units)
        names = _departements({each.departement for each in units})
        return super().get_context_data(**kwargs) | {
            "form": form,
            "query": query,
            "shortest": SHORTEST,
            "shown": SHOWN,
            "free_url": reverse(self.viewset.get_url_name("add")),
            "edit_url_name": self.viewset.get_url_name("edit"),
            "rows": [
                {
                    "unit": each,
                    "departement": names.get(each.departement, ""),
                    "population": number(each.population) if each.population else "",
                    "territory": there.get(each.code),
                }
                for each in units
            ],
        }

    def post(self, request: HttpRequest) -> HttpResponse:
        found = unit(request.POST.get("code", "")[:20])
        if found is None:
            messages.error(request, "Ce code n’est pas celui d’une commune ni d’une intercommunalité.")
            return redirect(request.path)
        territory, made = add(found, request.user)
        said = "est maintenant dans l’annuaire. Complétez sa présentation" if made else "est déjà dans l’annuaire"
        messages.success(request, f"«\u00a0{territory.name}\u00a0» {said}.")
        return redirect(self.viewset.get_url_name("edit"), territory.pk)


def _departements(codes: set[str]) -> dict[str, str]:
    kinds = (TerritoryKind.DEPARTEMENT, TerritoryKind.OUTRE_MER)
    return dict(Territory.objects.of_kinds(kinds).filter(insee_code__in=codes).values_list("insee_code", "name"))
