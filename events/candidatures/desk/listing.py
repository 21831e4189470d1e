"""The list of files: filters in the address, a constant number of queries."""

import re
from typing import Any

from django import forms
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.utils import timezone
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from community.models import Territory
from events.candidatures.desk.guard import ClosedIndexView
from events.candidatures.desk.presentation import NO_TIER, TIERS, Row
from events.candidatures.eligibility import BRAND, GRANT, SUPPORT
from events.candidatures.models import Candidature, Team
from events.candidatures.states import State

MAX_DIGITS = 18
"""Longer numbers are no primary key in any database."""
NUMBER = re.compile(rf"NEC-\d{{4}}-(\d{{1,{MAX_DIGITS}}})", re.IGNORECASE)
"""How people quote a file."""

ORDERS = {
    "depot": ("Dépôt récent", ["-filed_at", "-pk"]),
    "date": ("Événement proche", ["event_start", "-pk"]),
    "titre": ("Intitulé", ["title", "-pk"]),
}

_MET = {name: Q(**{f"eligibility__tiers__{place}__met": True}) for place, name in enumerate((BRAND, SUPPORT, GRANT))}
TIER_QUERIES = {
    GRANT: _MET[GRANT],
    SUPPORT: _MET[SUPPORT] & ~_MET[GRANT],
    BRAND: _MET[BRAND] & ~_MET[SUPPORT],
    "aucun": ~_MET[BRAND],
}
"""The highest tier met, as a condition on the stored eligibility, whose tiers are in this order."""


class FilterForm(forms.Form):
    """The address of the list: ``q etat niveau territoire equipe tri``; an invalid value is ignored, and said."""

    q = forms.CharField(label="Rechercher", required=False, max_length=200)
    etat = forms.ChoiceField(label="État", required=False, choices=[("", "Tous"), *State.choices])
    niveau = forms.ChoiceField(
        label="Niveau au dépôt", required=False, choices=[("", "Tous"), *TIERS.items(), ("aucun", NO_TIER)]
    )
    territoire = forms.ModelChoiceField(
        label="Territoire", required=False, empty_label="Tous", to_field_name="slug", queryset=None
    )
    equipe = forms.ModelChoiceField(label="Équipe", required=False, empty_label="Toutes", queryset=None)
    tri = forms.ChoiceField(
        label="Trier par", required=False, choices=[(key, order[0]) for key, order in ORDERS.items()]
    )

    def __init__(self, data: Any, files: QuerySet[Candidature]) -> None:
        super().__init__(data)
        self.fields["territoire"].queryset = Territory.objects.filter(candidatures__in=files).distinct()
        self.fields["equipe"].queryset = Team.objects.filter(candidatures__in=files).distinct()
        self.fields["q"].widget.attrs["placeholder"] = "Numéro, intitulé, structure, contact"

    def narrow(self, files: QuerySet[Candidature]) -> QuerySet[Candidature]:
        """The files that the valid filters keep, in the chosen order."""
        self.is_valid()
        chosen = {name: value for name, value in self.cleaned_data.items() if value}
        if words := chosen.get("q"):
            files = files.filter(_search(words))
        if state := chosen.get("etat"):
            files = files.filter(state=state)
        if tier := chosen.get("niveau"):
            files = files.filter(TIER_QUERIES[tier])
        if territory := chosen.get("territoire"):
            files = files.filter(territory=territory)
        if team := chosen.get("equipe"):
            files = files.filter(team=team)
        return files.order_by(*ORDERS[chosen.get("tri", "depot")][1])

    @property
    def is_active(self) -> bool:
        return any(value for name, value in getattr(self, "cleaned_data", {}).items() if name != "tri")


class FileListView(WagtailAdminTemplateMixin, ClosedIndexView):
    """modeladmin's list with our filters and table."""

    header_icon = "form"
    page_title = "Candidatures"
    _show_breadcrumbs = True

    def get_queryset(self, request: HttpRequest | None = None) -> QuerySet[Candidature]:
        files = self.get_base_queryset(request or self.request)
        self.filters = FilterForm((request or self.request).GET, files)
        return self.filters.narrow(files).select_related("territory", "team").defer("form_data", "form_snapshot")

    def get_template_names(self) -> list[str]:
        return [self.model_admin.get_index_template()]

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        return [*self.breadcrumbs_items, {"url": "", "label": "Candidatures"}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        today = timezone.localdate()
        context["rows"] = [Row(file, today) for file in context["page_obj"].object_list]
        context["filters_form"] = self.filters
        context["query"] = self.request.GET.urlencode()
        context["several_teams"] = len(self.filters.fields["equipe"].queryset) > 1
        return context


def _search(words: str) -> Q:
    """Every word in the title, organisation, contact or address, or as a number; a whole number finds its one file."""
    if number := NUMBER.fullmatch(words.strip()):
        return Q(pk=int(number[1]))
    found = Q()
    for word in words.split():
        one = Q(title__icontains=word) | Q(organisation__icontains=word)
        one |= Q(contact_name__icontains=word) | Q(contact_email__icontains=word)
        if word.isdecimal() and len(word) <= MAX_DIGITS:
            one |= Q(pk=int(word))
        found &= one
    return found
