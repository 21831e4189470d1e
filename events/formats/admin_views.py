"""The admin page that offers a season's formats again in the next one."""

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods
from wagtail.admin import messages

from events.formats.models import FormatIndexPage, FormatPage
from events.formats.renewal import Renewal, plan, renew, seasons


class SeasonForm(forms.Form):
    """Which season is offered again: the address's `saison`."""

    saison = forms.TypedChoiceField(label="Saison à reconduire", coerce=int)

    def __init__(self, *args: Any, years: list[int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["saison"].choices = [(year, str(year)) for year in years]


class OffersForm(forms.Form):
    """Which of its offers."""

    offers = forms.ModelMultipleChoiceField(
        label="Formats à reconduire",
        queryset=FormatPage.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Cochez au moins un format."},
    )

    def __init__(self, *args: Any, renewal: Renewal, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        pages = [page.pk for page in renewal.renewable]
        self.fields["offers"].queryset = FormatPage.objects.filter(pk__in=pages).order_by("title")
        self.fields["offers"].initial = pages


def may_renew(user: Any, index: FormatIndexPage) -> bool:
    """Whether someone may publish the offers of the catalogue."""
    return index.permissions_for_user(user).can_publish_subpage()


@require_http_methods(["GET", "POST"])
def renew_season(request: HttpRequest, pk: int) -> HttpResponse:
    """Choose a season, see what would change, confirm. Raises PermissionDenied for who may not publish offers."""
    index = get_object_or_404(FormatIndexPage, pk=pk)
    if not may_renew(request.user, index):
        raise PermissionDenied
    years = seasons(index)
    chooser = SeasonForm(request.GET if "saison" in request.GET else None, years=years)
    now = timezone.localdate().year
    season = chooser.cleaned_data["saison"] if chooser.is_valid() else now if now in years else max(years, default=now)
    if not chooser.is_bound:
        chooser.initial = {"saison": season}
    renewal = plan(index, season)
    form = OffersForm(request.POST or None, renewal=renewal)
    if request.method == "POST" and form.is_valid():
        total = renew(form.cleaned_data["offers"], renewal.into, request.user)
        many = "s" if total > 1 else ""
        messages.success(request, f"{total} format{many} reconduit{many} en {renewal.into}.")
        return redirect("wagtailadmin_explore", index.pk)
    context = {
        "index": index,
        "chooser": chooser,
        "form": form,
        "renewal": renewal,
        "years": years,
        "action": f"{reverse('formats_renew_season', args=[index.pk])}?saison={season}",
    }
    return render(request, "formats/admin/renew_season.html", context)
