"""What is done to several files of the list at once, and the lists that a person keeps."""

from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views import View
from wagtail.admin import messages

from events.candidatures import decisions
from events.candidatures.errors import Refused
from events.candidatures.french import counted
from events.candidatures.models import Candidature, SavedView, Team
from events.candidatures.querysets import is_instructor
from nec_cms.models import User

MOST = 200
"""Files that one batch may hold."""
LIST = "candidatures_candidature_modeladmin_index"


class BatchForm(forms.Form):
    """To whom the ticked files go: a person of their team, or another team with a reason."""

    do = forms.ChoiceField(choices=[("assign", "Confier le suivi"), ("reassign", "Confier à l’équipe")])
    person = forms.ModelChoiceField(
        label="Suivi par", queryset=User.objects.none(), required=False, empty_label="Personne"
    )
    team = forms.ModelChoiceField(label="Équipe", queryset=Team.objects.all(), required=False, empty_label="Choisir")
    reason = forms.CharField(label="Motivation", required=False, max_length=1000)

    def __init__(self, *args: Any, person: User, **kwargs: Any) -> None:
        super().__init__(*args, auto_id="lot_%s", **kwargs)
        teams = Team.objects.all() if person.is_superuser else person.instruction_teams.all()
        members = User.objects.filter(instruction_teams__in=teams, is_active=True).distinct()
        self.fields["person"].queryset = members.order_by("last_name", "email")

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        if given.get("do") == "reassign":
            if not given.get("team"):
                self.add_error("team", "Choisissez une équipe.")
            if not given.get("reason", "").strip():
                self.add_error("reason", "Indiquez la motivation.")
        return given


class DeskView(View):
    """For instructors; others find nothing (404)."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not is_instructor(request.user):
            raise Http404
        return super().dispatch(request, *args, **kwargs)

    def back(self, request: HttpRequest) -> HttpResponse:
        """To the list as it was."""
        query = request.POST.get("query", "")[:1500]
        return HttpResponseRedirect(f"{reverse(LIST)}?{query}" if query else reverse(LIST), status=303)


class BatchView(DeskView):
    """Give several files to somebody. Each is done or refused by itself, and the person is told."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest) -> HttpResponse:
        form = BatchForm(request.POST, person=request.user)
        numbers = [each for each in request.POST.getlist("files") if each.isdecimal() and len(each) < 19][:MOST]
        files = list(Candidature.objects.instructed_by(request.user).filter(pk__in=numbers))
        if not files:
            messages.error(request, "Cochez au moins un dossier.")
        elif not form.is_valid():
            messages.error(request, " ".join(text for texts in form.errors.values() for text in texts))
        else:
            self.carry_out(request, files, form.cleaned_data)
        return self.back(request)

    def carry_out(self, request: HttpRequest, files: list[Candidature], given: dict[str, Any]) -> None:
        done, refused = 0, []
        for file in files:
            try:
                if given["do"] == "assign":
                    decisions.assign(file, given["person"], request.user)
                else:
                    decisions.reassign(file, given["team"], request.user, given["reason"])
                done += 1
            except Refused as refusal:
                refused.append(f"{file.number}\u00a0: {refusal}")
        if done:
            messages.success(request, counted(done, "dossier confié.", "dossiers confiés."))
        if refused:
            messages.warning(request, " ".join(refused[:5]))


class SavedViewsView(DeskView):
    """Keep the list as it is under a name, or forget one of one's own."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest) -> HttpResponse:
        if number := request.POST.get("forget", ""):
            if number.isdecimal() and len(number) < 19:
                SavedView.objects.filter(pk=number, person=request.user).delete()
            return self.back(request)
        name = " ".join(request.POST.get("name", "").split())[:60]
        if not name:
            messages.error(request, "Donnez un nom à cette vue.")
            return self.back(request)
        query = request.POST.get("query", "")[:1500]
        SavedView.objects.update_or_create(person=request.user, name=name, defaults={"query": query})
        messages.success(request, f"La vue «\u00a0{name}\u00a0» est enregistrée.")
        return self.back(request)
