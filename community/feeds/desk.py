"""The moderation desk: items in one state, several approved or set aside at once."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.generic import TemplateView
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from community.feeds.moderation import moderate
from community.models import FeedItem, ItemState
from nec_cms.filters import FilterForm

PER_PAGE = 30
DONE = {
    ItemState.APPROVED: ("ressource publiée", "ressources publiées"),
    ItemState.REJECTED: ("ressource écartée", "ressources écartées"),
    ItemState.PENDING: ("ressource remise à relire", "ressources remises à relire"),
}


class DeskFilters(FilterForm):
    """`etat` (to read by default), `flux`, `q`."""

    etat = forms.ChoiceField(label="État", required=False, choices=ItemState.choices)
    flux = forms.ModelChoiceField(label="Flux", required=False, empty_label="Tous", queryset=None)
    q = forms.CharField(label="Mots", required=False, max_length=200)

    def __init__(self, data: Any) -> None:
        super().__init__(data)
        self.fields["flux"].queryset = FeedItem._meta.get_field("feed").related_model.objects.order_by("title")

    @property
    def state(self) -> str:
        return self.cleaned_data.get("etat") or ItemState.PENDING


class DecisionForm(forms.Form):
    """What the desk sends: the items that were ticked, and the button."""

    items = forms.TypedMultipleChoiceField(coerce=int)
    state = forms.ChoiceField(choices=ItemState.choices)

    def __init__(self, data: Any) -> None:
        super().__init__(data)
        ticked = [each for each in data.getlist("items") if each.isascii() and each.isdecimal() and len(each) < 19]
        known = FeedItem.objects.filter(pk__in=ticked).values_list("pk", flat=True)
        self.fields["items"].choices = [(pk, pk) for pk in known]


class ModerationView(WagtailAdminTemplateMixin, TemplateView):
    """GET lists, POST moderates and comes back to the same list. `moderate` checks the permission once more."""

    template_name = "community/desk/moderation.html"
    page_title = "Ressources à relire"
    header_icon = "tasks"
    _show_breadcrumbs = True
    index_url = ""

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        form = DeskFilters(self.request.GET)
        form.is_valid()
        items = FeedItem.objects.filter(state=form.state).select_related("feed__territory", "moderated_by")
        if feed := form.chosen("flux"):
            items = items.filter(feed=feed)
        if words := form.chosen("q"):
            items = items.matching(words)
        numbers = dict(FeedItem.objects.order_by().values_list("state").annotate(Count("pk")))
        return context | {
            "filters": form,
            "state": form.state,
            "page_obj": Paginator(items, PER_PAGE).get_page(form.page_number),
            "tabs": [
                {"state": state, "label": label, "number": numbers.get(state, 0)} for state, label in ItemState.choices
            ],
        }

    def post(self, request: HttpRequest) -> HttpResponse:
        form = DecisionForm(request.POST)
        if form.is_valid():
            state = form.cleaned_data["state"]
            number = moderate(form.cleaned_data["items"], state, request.user)
            one, several = DONE[ItemState(state)]
            messages.success(request, f"{number} {several if number > 1 else one}.")
        else:
            messages.error(request, "Cochez au moins une ressource, puis choisissez ce qu’elle devient.")
        query = request.GET.urlencode()
        return redirect(f"{self.index_url}?{query}" if query else self.index_url)
